/** Random meshes from seeds: partitions, resets, crashes, newcomers. The oracle is what each log really holds. */
import { describe, expect, it } from 'vitest';
import { createDice } from '../support/threePeople.ts';
import { createFakeNetwork, type FakeNetwork } from './fakeNetwork.ts';
import type { FakePeer } from './fakeRoom.ts';
import { createVirtualClock } from './virtualClock.ts';

/** Whoever says that everyone here has everything must be right about all that they hold themselves. */
function expectTruth({ peers }: FakeNetwork): void {
  for (const one of peers) {
    if (one.mesh.summary().kind !== 'everyone') continue;
    for (const { peer, phase } of one.mesh.peers()) {
      if (phase === 'opening') continue;
      const other = peers.find(({ name }) => name === peer);
      const lacks = one.log.sessions().filter((of) => other && other.log.length(of) < one.log.length(of));
      expect(lacks, `${one.name} says that ${peer} has everything`).toEqual([]);
    }
  }
}

function actAtRandom(network: FakeNetwork, dice: (sides: number) => number): void {
  const { peers } = network;
  const pick = (): FakePeer => peers[dice(peers.length)] as FakePeer;
  const [a, b] = [pick(), pick()];
  const act = dice(12);
  if (act === 0) network.block(a, b);
  else if (act <= 2) network.unblock(a, b);
  else if (act === 3) network.reset(a, b);
  else if (act === 4 && peers.length < 6) network.add(`newcomer${dice(1e6)}`);
  else if (act === 5 && peers.length > 3 && dice(3) === 0) network.crash(a);
  else if (act === 6) for (let i = dice(100); i > 0; i--) a.write(1 + dice(20_000));
  else if (act === 7) a.mesh.wake();
  else a.write(1 + dice(200));
}

export function describeMeshes(from: number, to: number): void {
  describe('a mesh from a seed', () => {
    it.each(Array.from({ length: to - from + 1 }, (_, i) => from + i))(
      '%i: tells the truth all the while, and ends the same everywhere',
      async (seed) => {
        const clock = createVirtualClock();
        const dice = createDice(seed);
        const network = createFakeNetwork({ clock, dice });
        for (let i = 0; i < 3; i++) network.add(`peer${i}`);
        for (let step = 0; step < 60; step++) {
          actAtRandom(network, dice);
          await clock.pass(dice(3) === 0 ? dice(8000) : dice(200));
          expectTruth(network);
        }
        for (const a of network.peers) for (const b of network.peers) network.unblock(a, b);
        await clock.pass(120_000);
        expect(new Set(network.peers.map((one) => one.digest())).size).toBe(1);
        expect(network.peers.map(({ mesh }) => mesh.summary().kind)).toEqual(
          network.peers.map(() => 'everyone'),
        );
        network.dispose();
      },
    );
  });
}
