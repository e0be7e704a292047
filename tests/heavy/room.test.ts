/** What takes a room over real WebRTC long. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../shared/log/logDoc.ts';
import {
  areLinked,
  areSame,
  joinRoom,
  type RoomPeer,
  type RoomPeerOptions,
  until,
} from '../support/roomPeer.ts';
import { type SmallHub, startSmallHub } from '../support/smallHub.ts';

let hub: SmallHub;
const people: RoomPeer[] = [];

const join = async (name: string, options?: RoomPeerOptions): Promise<RoomPeer> => {
  const peer = await joinRoom(hub, name, options);
  people.push(peer);
  return peer;
};

beforeEach(async () => {
  hub = await startSmallHub();
});
afterEach(async () => {
  await Promise.all(people.splice(0).map((one) => one.leave()));
  await hub.end();
});

describe('a room', () => {
  it('brings thirty megabytes to a newcomer in slices, while the others go on', async () => {
    const log = createLog();
    const alice = await join('alice', { log });
    for (let i = 0; i < 1500; i++) alice.write(20_000);
    const bob = await join('bob');
    await until(() => areSame(people) && bob.log.size === 1501);
    const carol = await join('carol');
    const sizes: number[] = [];
    const stop = carol.log.onRecords(({ envelopes }) => sizes.push(envelopes.length));
    let edits = 0;
    while (carol.log.size < 1501) {
      alice.write();
      bob.write();
      edits += 1;
      await new Promise((done) => setTimeout(done, 20));
    }
    stop();
    await until(() => areSame(people) && areLinked(people));
    expect(edits).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(100);
    const { peers } = carol.room.status();
    // One of the two sent it all.
    expect(peers.reduce((sum, { bytesIn }) => sum + bytesIn, 0)).toBeLessThan(40_000_000);
    await until(() => people.every(({ room }) => room.status().summary.kind === 'everyone'));
  });

  it('finds out by itself that a path is dead, and takes another', async () => {
    const [alice, bob] = [await join('alice'), await join('bob')];
    await until(() => areLinked(people));
    hub.mute(true);
    bob.freeze();
    alice.write();
    bob.write();
    await until(() => alice.room.status().peers[0]?.phase === 'silent');
    expect(alice.room.status().summary).toEqual({ kind: 'behind', people: 1 });
    await until(() => alice.room.status().summary.kind === 'alone');
    hub.mute(false);
    await until(() => areLinked(people) && areSame(people));
    expect(alice.log.size).toBe(4);
  });

  it('moves from the relay to a direct path when one appears', async () => {
    const candidates = { withoutCandidates: true };
    const alice = await join('alice', candidates);
    await join('bob', candidates);
    await until(() => areLinked(people));
    expect(alice.room.status().peers).toMatchObject([{ way: 'relayed' }]);
    candidates.withoutCandidates = false;
    await until(() => alice.room.status().peers[0]?.way === 'direct');
    alice.write();
    await until(() => areSame(people));
  });
});
