/** What lies between laptops: who reaches whom, paths between two pages, signals, and what hubs relay. */
import type { Carrier } from '../../shared/link/carrier.ts';
import { kinds } from '../../shared/link/messages.ts';
import type { SocketLike } from '../../shared/link/relay.ts';
import { createFakeCable, type FakeCable } from './fakeCarrier.ts';
import { createFakeHubs } from './fakeHubs.ts';
import type { Laptop, Party } from './laptop.ts';
import type { VirtualClock } from './virtualClock.ts';

export interface Air {
  /** Frames of records that have left anybody, over whatever way. */
  readonly recordFrames: number;
  /** Frames of any kind but heartbeats. */
  readonly otherFrames: number;
  enter(party: Party): void;
  leave(party: Party): void;
  passes(a: Laptop, b: Laptop): boolean;
  /** No word passes between the two any more, and nobody is told; or it does again. */
  block(a: Laptop, b: Laptop, isBlocked: boolean): void;
  /** Between these two no direct path is found; or it is again. */
  hide(a: Laptop, b: Laptop, isHidden: boolean): void;
  mendAll(): void;
  /** From now on nothing is lost on the way. */
  calm(): void;
  /** The paths between two break, and both are told. */
  snap(a: Laptop, b: Laptop): void;
  /** To one, or to all: late, or never where nothing passes. */
  signal(from: Party, to: string | null, signal: object): void;
  /** Lays a path between two that have agreed on it: a carrier for each, or null when none is found. */
  lay(a: Party, b: Party, path: string, news: LayNews): void;
  openSocket(party: Party): SocketLike;
  restartHub(laptop: Laptop): void;
  /** A lid was closed or opened. */
  refresh(): void;
}

export interface LayNews {
  found(ends: readonly [Carrier, Carrier] | null): void;
  /** It is closed at this end. */
  lost(at: Party): void;
}

interface Laid {
  readonly ends: readonly [Party, Party];
  readonly cable: FakeCable;
}

export function createAir(clock: VirtualClock, dice: (sides: number) => number): Air {
  const parties = new Set<Party>();
  const blocked = new Set<string>();
  const hidden = new Set<string>();
  let cables: Laid[] = [];
  let recordFrames = 0;
  let otherFrames = 0;
  let isCalm = false;

  const pairOf = (a: Laptop, b: Laptop): string => [a.name, b.name].sort().join();
  const passes = (a: Laptop, b: Laptop): boolean => a.isAwake && b.isAwake && !blocked.has(pairOf(a, b));
  const count = (frame: Uint8Array): void => {
    if (frame[0] !== 0) return;
    if (frame[1] === kinds.records) recordFrames += 1;
    if (frame[1] !== kinds.beat) otherFrames += 1;
  };
  const hubs = createFakeHubs({ clock, dice, passes, count, isCalm: () => isCalm });

  const snapCable = ({ cable }: Laid): void => {
    for (const end of cable.ends) end.close();
  };
  /** Sooner or later the ends of a dead path find out by themselves, as ICE does. Or never. */
  const snapLater = (laid: Laid, isDead: () => boolean): void => {
    if (dice(3) > 0) clock.schedule(5000 + dice(25_000), () => isDead() && snapCable(laid));
  };
  const refresh = (): void => {
    for (const laid of cables) {
      const [a, b] = laid.ends;
      if (passes(a.laptop, b.laptop)) laid.cable.mend();
      else {
        laid.cable.cut();
        snapLater(laid, () => !passes(a.laptop, b.laptop));
      }
    }
    hubs.refresh();
  };
  const set = (of: Set<string>, key: string, isIn: boolean): void =>
    void (isIn ? of.add(key) : of.delete(key));

  return {
    get recordFrames() {
      return recordFrames;
    },
    get otherFrames() {
      return otherFrames;
    },
    enter: (party) => void parties.add(party),
    leave(party) {
      parties.delete(party);
      for (const laid of cables.filter(({ ends }) => ends.includes(party))) {
        laid.cable.cut();
        snapLater(laid, () => true);
      }
      cables = cables.filter(({ ends }) => !ends.includes(party));
      hubs.leave(party);
    },
    passes,
    block(a, b, isBlocked) {
      if (a === b) return;
      set(blocked, pairOf(a, b), isBlocked);
      refresh();
    },
    hide: (a, b, isHidden) => set(hidden, pairOf(a, b), isHidden),
    mendAll() {
      blocked.clear();
      hidden.clear();
      refresh();
    },
    calm() {
      isCalm = true;
    },
    snap(a, b) {
      for (const laid of cables) {
        if (pairOf(laid.ends[0].laptop, laid.ends[1].laptop) === pairOf(a, b)) snapCable(laid);
      }
    },
    signal(from, to, signal) {
      for (const party of parties) {
        if (party === from || (to !== null && party.peer !== to) || !passes(from.laptop, party.laptop))
          continue;
        if (isCalm || dice(50) > 0)
          clock.schedule(1 + dice(150), () => party.life.run(() => party.hear(signal)));
      }
    },
    lay(a, b, path, { found, lost }) {
      clock.schedule(5 + dice(300), () => {
        if (
          !passes(a.laptop, b.laptop) ||
          hidden.has(pairOf(a.laptop, b.laptop)) ||
          (!isCalm && dice(20) === 0)
        ) {
          if (dice(3) > 0) clock.schedule(dice(12_000), () => found(null));
          return;
        }
        const cable = createFakeCable({
          clock,
          latencyMs: 1 + dice(150),
          bytesPerMs: 200 + dice(20_000),
          loses: () => dice(5) === 0,
          bindings: [`${path} a`, `${path} b`, `${path} b`, `${path} a`],
        });
        const laid: Laid = { ends: [a, b], cable };
        cables = [...cables.filter(({ cable: old }) => !old.isOver), laid];
        const end = (party: Party, carrier: Carrier): Carrier =>
          guard(party, carrier, count, () => lost(party));
        found([end(a, cable.ends[0]), end(b, cable.ends[1])]);
      });
    },
    openSocket: hubs.openSocket,
    restartHub: hubs.restart,
    refresh,
  };
}

/** What a carrier says reaches its page as everything else does: not under a closed lid, not after its end. */
function guard(
  { life }: Party,
  carrier: Carrier,
  count: (frame: Uint8Array) => void,
  lost: () => void,
): Carrier {
  return {
    way: carrier.way,
    role: carrier.role,
    binding: carrier.binding,
    get buffered() {
      return carrier.buffered;
    },
    send(frame) {
      count(frame);
      carrier.send(frame);
    },
    sendLoose: carrier.sendLoose,
    listen: (listener) =>
      carrier.listen({
        frame: (bytes) => life.run(() => listener.frame(bytes)),
        loose: (bytes) => life.run(() => listener.loose(bytes)),
        drained: () => life.run(() => listener.drained()),
        closed: () =>
          life.run(() => {
            listener.closed();
            lost();
          }),
      }),
    close: carrier.close,
  };
}
