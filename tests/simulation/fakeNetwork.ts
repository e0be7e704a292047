import type { Way } from '../../shared/link/carrier.ts';
import type { FakeCable } from './fakeCarrier.ts';
import { createFakePeer, type FakePeer, join } from './fakeRoom.ts';
import type { VirtualClock } from './virtualClock.ts';

/** Many peers and the paths between them, as a seed wants it: the introducer's part is played by the network. */
export interface FakeNetwork {
  readonly peers: readonly FakePeer[];
  add(name: string): FakePeer;
  /** No word passes between the two until `unblock`. */
  block(a: FakePeer, b: FakePeer): void;
  unblock(a: FakePeer, b: FakePeer): void;
  /** The peer is gone without a goodbye. */
  crash(peer: FakePeer): void;
  /** Breaks the path between two; a new one is laid soon. */
  reset(a: FakePeer, b: FakePeer): void;
  dispose(): void;
}

export interface FakeNetworkOptions {
  readonly clock: VirtualClock;
  readonly dice: (sides: number) => number;
}

interface Pair {
  readonly ends: readonly [FakePeer, FakePeer];
  isBlocked: boolean;
  cable: FakeCable | null;
}

export function createFakeNetwork({ clock, dice }: FakeNetworkOptions): FakeNetwork {
  const peers: FakePeer[] = [];
  const pairs: Pair[] = [];
  let added = 0;

  const pairOf = (a: FakePeer, b: FakePeer): Pair | undefined =>
    pairs.find(({ ends }) => ends.includes(a) && ends.includes(b));

  /** Two that have no link are introduced to each other, as long as something passes between them. */
  const introduce = (): void => {
    for (const pair of pairs) {
      const [a, b] = pair.ends;
      const isUp =
        a.mesh.peers().some(({ peer }) => peer === b.name) &&
        b.mesh.peers().some(({ peer }) => peer === a.name);
      if (pair.isBlocked || isUp) continue;
      pair.cable?.cut();
      const way: Way = dice(4) === 0 ? 'relayed' : 'direct';
      const loses = (): boolean => dice(5) === 0;
      pair.cable = join(a, b, { clock, way, latencyMs: 1 + dice(200), bytesPerMs: 100 + dice(2000), loses });
    }
    clock.schedule(200 + dice(1000), introduce);
  };
  introduce();

  return {
    peers,
    add(name) {
      added += 1;
      const peer = createFakePeer(name, clock, added * 1000 + dice(1000));
      for (const other of peers) pairs.push({ ends: [other, peer], isBlocked: false, cable: null });
      peers.push(peer);
      return peer;
    },
    block(a, b) {
      const pair = pairOf(a, b);
      if (!pair) return;
      pair.isBlocked = true;
      pair.cable?.cut();
    },
    unblock(a, b) {
      const pair = pairOf(a, b);
      if (!pair) return;
      pair.isBlocked = false;
      pair.cable?.mend();
    },
    crash(peer) {
      for (let i = pairs.length - 1; i >= 0; i--) {
        if (!pairs[i]?.ends.includes(peer)) continue;
        pairs[i]?.cable?.cut();
        pairs.splice(i, 1);
      }
      peers.splice(peers.indexOf(peer), 1);
      peer.dispose();
    },
    reset(a, b) {
      const pair = pairOf(a, b);
      pair?.cable?.ends[dice(2) as 0 | 1].close();
    },
    dispose() {
      for (const peer of peers) peer.dispose();
    },
  };
}
