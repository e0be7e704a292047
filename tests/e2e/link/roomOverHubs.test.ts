/** Rooms over the hubs of the app: pages at different hubs, which have met. */
import { afterEach, describe, expect, it } from 'vitest';
import { openHub, until as untilHubs } from '../../electron/support/hubHouse.ts';
import { areLinked, areSame, joinRoom, type RoomPeer, roomTopic, until } from '../../support/roomPeer.ts';

let people: RoomPeer[] = [];

const urlsOf = (address: string) => {
  const url = address.replace(/^http/, 'ws');
  return { signaling: `${url}/hub`, relay: `${url}/relay` };
};

async function openTwoHubs() {
  const [one, two] = [await openHub(roomTopic), await openHub(roomTopic)];
  two.service.meet('jam', roomTopic, [one.address]);
  await untilHubs(() => one.service.neighbours().length === 1 && two.service.neighbours().length === 1);
  return [urlsOf(one.address), urlsOf(two.address)] as const;
}

afterEach(async () => {
  await Promise.all(people.splice(0).map((one) => one.leave()));
});

describe('a room over two hubs', () => {
  it('links pages of both directly', async () => {
    const [one, two] = await openTwoHubs();
    people = [await joinRoom(one, 'alice'), await joinRoom(two, 'bob'), await joinRoom(one, 'carol')];
    for (const person of people) person.write();
    await until(() => areLinked(people) && areSame(people));
    expect(people[0]?.log.size).toBe(6);
    for (const { room } of people) expect(room.status().refused).toBe(0);
    for (const { room } of people)
      expect(room.status().peers.map(({ way }) => way)).toEqual(['direct', 'direct']);
  });

  it('links them through both hubs where no direct path is found', async () => {
    const [one, two] = await openTwoHubs();
    const closed = { withoutCandidates: true };
    people = [await joinRoom(one, 'alice', closed), await joinRoom(two, 'bob', closed)];
    people[0]?.write(2_000_000);
    people[1]?.write();
    await until(() => areLinked(people) && areSame(people));
    expect(people[0]?.room.status().peers).toMatchObject([{ way: 'relayed' }]);
  });
});
