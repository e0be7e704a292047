/** Rooms over real WebRTC, in one process. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  areLinked,
  areSame,
  joinRoom,
  type RoomPeer,
  type RoomPeerOptions,
  until,
} from '../../support/roomPeer.ts';
import { type SmallHub, startSmallHub } from '../../support/smallHub.ts';

let hub: SmallHub;
let people: RoomPeer[] = [];

const join = async (name: string, options?: RoomPeerOptions): Promise<RoomPeer> => {
  const peer = await joinRoom(hub, name, options);
  people.push(peer);
  return peer;
};
const leave = async (peer: RoomPeer): Promise<void> => {
  people = people.filter((one) => one !== peer);
  await peer.leave();
};

beforeEach(async () => {
  hub = await startSmallHub();
});
afterEach(async () => {
  await Promise.all(people.splice(0).map((one) => one.leave()));
  await hub.end();
});

describe('a room', () => {
  it('links two directly, and both have what either writes', async () => {
    const alice = await join('alice');
    alice.write();
    expect(alice.room.status().summary).toEqual({ kind: 'alone' });
    const bob = await join('bob');
    await until(() => areLinked(people) && areSame(people) && alice.log.size === 2);
    alice.write();
    bob.write(300_000);
    await until(() => areSame(people) && alice.log.size === 5);
    await until(() => people.every(({ room }) => room.status().summary.kind === 'everyone'));
    expect(alice.room.status()).toMatchObject({
      hub: 'open',
      refused: 0,
      peers: [
        { member: 'bob-id', name: 'bob', way: 'direct', phase: 'open', holds: 'all-i-have', refused: 0 },
      ],
    });
  });

  it('links five that come at once, and lets the others go on when the first leaves', async () => {
    const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
    for (const name of names) await join(name);
    for (const one of people) one.write();
    await until(() => areLinked(people) && areSame(people) && people[0]?.log.size === 10);
    await leave(people[0] as RoomPeer);
    await until(() => areLinked(people));
    for (const one of people) one.write();
    await until(() => areSame(people) && people[0]?.log.size === 14);
  });

  it('shows presence as long as somebody is there, and carries cursors', async () => {
    const [alice, bob] = [await join('alice'), await join('bob')];
    const seesAlice = (): boolean =>
      [...bob.awareness.getStates().values()].some((state) => state['member'] === 'alice-id');
    const cursors: unknown[] = [];
    bob.room.onCursor((peer, bytes) => cursors.push([peer, ...bytes]));
    alice.awareness.setLocalState({ member: 'alice-id' });
    await until(() => seesAlice());
    while (cursors.length === 0) {
      alice.room.sendCursor(Uint8Array.of(1, 2, 3));
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(cursors[0]).toEqual([bob.room.status().peers[0]?.peer, 1, 2, 3]);
    await leave(alice);
    await until(() => !seesAlice());
    await until(() => bob.room.status().summary.kind === 'alone');
  });

  it('gives nothing to somebody with another secret', async () => {
    const [alice, mallory] = [await join('alice'), await join('mallory', { secret: 'guess' })];
    alice.write();
    await new Promise((done) => setTimeout(done, 1500));
    const bob = await join('bob');
    await until(() => areSame([alice, bob]));
    expect(mallory.log.size).toBe(0);
    for (const { room } of [alice, bob])
      expect(room.status().peers.filter(({ phase }) => phase === 'open')).toHaveLength(1);
    expect(mallory.room.status().summary).toEqual({ kind: 'alone' });
  });

  it('runs through the hub where no direct path is found', async () => {
    const [alice, bob] = [
      await join('alice', { withoutCandidates: true }),
      await join('bob', { withoutCandidates: true }),
    ];
    alice.write();
    bob.write();
    await until(() => areLinked(people) && areSame(people));
    expect(alice.room.status().peers).toMatchObject([{ way: 'relayed', phase: 'open' }]);
    hub.drop();
    alice.write();
    await until(() => areSame(people) && bob.log.size === 5);
  });

  it('goes on without the hub, and finds newcomers when it is back', async () => {
    const [alice, bob] = [await join('alice'), await join('bob')];
    await until(() => areLinked(people));
    hub.drop();
    alice.write();
    await until(() => areSame(people) && bob.log.size === 2);
    const carol = await join('carol');
    await until(() => areLinked(people) && areSame(people));
    expect(carol.log.size).toBe(2);
  });

  it('parts and merges: both go on alone, and have everything soon after the network is back', async () => {
    const [alice, bob] = [await join('alice'), await join('bob')];
    await until(() => areLinked(people));
    hub.mute(true);
    bob.unplug();
    await until(() => people.every(({ room }) => room.status().summary.kind === 'alone'));
    for (let i = 0; i < 20; i++) for (const one of people) one.write();
    await new Promise((done) => setTimeout(done, 1000));
    hub.mute(false);
    await until(() => areSame(people) && alice.log.size === 42);
    await until(() => people.every(({ room }) => room.status().summary.kind === 'everyone'));
    // At first, on a busy machine, perhaps through the hub; the direct path takes over.
    await until(() => bob.room.status().peers.every(({ way }) => way === 'direct'));
  });

  it('can be left and entered again in one page', async () => {
    const alice = await join('alice');
    const bob = await join('bob');
    await until(() => areLinked(people));
    await leave(bob);
    await until(() => alice.room.status().summary.kind === 'alone');
    alice.write();
    const again = await join('bob', { inSamePage: true });
    await until(() => areLinked(people) && areSame(people));
    expect(again.log.size).toBe(2);
  });

  it('says that its hub is gone, and goes on by itself when it is woken', async () => {
    const [alice, bob] = [await join('alice'), await join('bob')];
    await until(() => areLinked(people));
    await hub.end();
    await until(() => alice.room.status().hub === 'gone');
    for (const { room } of people) room.wake();
    alice.write();
    await until(() => areSame(people) && bob.log.size === 2);
    expect(alice.room.status().peers).toMatchObject([{ phase: 'open' }]);
  });
});
