import type { Carrier, CarrierListener, Way } from '../../shared/link/carrier.ts';
import { looseHighWaterBytes } from '../../shared/link/limits.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import type { VirtualClock } from './virtualClock.ts';

/** The cable between two fake carriers: what a test does to it. */
export interface FakeCable {
  readonly ends: readonly [Carrier, Carrier];
  /** Nothing arrives any more, and nobody is told: what is underway waits until `mend`. */
  cut(): void;
  mend(): void;
  /** Frames that have left an end so far. */
  readonly frames: readonly [number, number];
  /** Both ends know that it is closed. */
  readonly isOver: boolean;
}

export interface FakeCableOptions {
  readonly clock: Pick<VirtualClock, 'now' | 'schedule'>;
  readonly way?: Way;
  /** ms, one way. */
  readonly latencyMs?: number;
  readonly bytesPerMs?: number;
  /** Says of each loose message whether it is lost. */
  readonly loses?: () => boolean;
  /** Whoever carries it may look at each frame, and put another in its place; null: it goes no further. */
  readonly tap?: (frame: Uint8Array, from: 0 | 1, number: number) => Uint8Array | null;
  /** What each end takes for the path's binding; by default both see the same. */
  readonly bindings?: readonly [string, string, string, string];
}

/** A reliable, ordered path with latency and a bandwidth, on a virtual clock. The first end is the offerer. */
export function createFakeCable(options: FakeCableOptions): FakeCable {
  const { clock, way = 'direct', latencyMs = 5, bytesPerMs = 100_000, loses = () => false, tap } = options;
  const [ownA, theirA, ownB, theirB] = (options.bindings ?? ['a', 'b', 'b', 'a']).map(toUtf8);
  let isCut = false;
  const closed = [false, false];
  const frames: [number, number] = [0, 0];
  const held: (() => void)[] = [];
  const listeners: (CarrierListener | null)[] = [null, null];
  const early: ((listener: CarrierListener) => void)[][] = [[], []];
  const freeAt = [0, 0];
  const buffered = [0, 0];
  const { schedule } = clock;

  const tell = (end: number, word: (listener: CarrierListener) => void): void => {
    const listener = listeners[end];
    if (listener) word(listener);
    else early[end]?.push(word);
  };
  /** Runs now, or in its order when the cable is mended. */
  const pass = (run: () => void): void => {
    if (isCut) held.push(run);
    else run();
  };
  const carry = (from: 0 | 1, bytes: Uint8Array, deliver: (listener: CarrierListener) => void): void => {
    const free = Math.max(freeAt[from] ?? 0, clock.now()) + bytes.length / bytesPerMs;
    freeAt[from] = free;
    buffered[from] = (buffered[from] ?? 0) + bytes.length;
    schedule(free - clock.now(), () => {
      pass(() => {
        buffered[from] = (buffered[from] ?? 0) - bytes.length;
        if (!closed[from]) tell(from, (listener) => listener.drained());
        schedule(latencyMs, () => pass(() => !closed[1 - from] && tell(1 - from, deliver)));
      });
    });
  };

  /** The one who closes knows at once, the other after all that was sent before. */
  const close = (which: 0 | 1): void => {
    if (closed[which]) return;
    endWith(which);
    const free = Math.max(freeAt[which] ?? 0, clock.now());
    schedule(free - clock.now(), () => pass(() => schedule(latencyMs, () => pass(() => endWith(1 - which)))));
  };
  const endWith = (which: number): void => {
    if (closed[which]) return;
    closed[which] = true;
    tell(which, (listener) => listener.closed());
  };

  const end = (which: 0 | 1, own: Uint8Array, theirs: Uint8Array): Carrier => ({
    way,
    role: which === 0 ? 'offerer' : 'answerer',
    binding: { own, theirs },
    get buffered() {
      return buffered[which] ?? 0;
    },
    send(frame) {
      if (closed[which]) return;
      frames[which] += 1;
      const sent = frame.slice();
      const copy = tap ? tap(sent, which, frames[which] - 1) : sent;
      if (copy === null) return;
      carry(which, copy, (listener) => listener.frame(copy));
    },
    sendLoose(bytes) {
      if (closed[which] || isCut || loses() || (buffered[which] ?? 0) > looseHighWaterBytes) return;
      const copy = bytes.slice();
      schedule(
        latencyMs,
        () => !closed[1 - which] && !isCut && tell(1 - which, (listener) => listener.loose(copy)),
      );
    },
    listen(listener) {
      listeners[which] = listener;
      for (const word of early[which]?.splice(0) ?? []) word(listener);
    },
    close: () => close(which),
  });

  return {
    ends: [
      end(0, ownA as Uint8Array, theirA as Uint8Array),
      end(1, ownB as Uint8Array, theirB as Uint8Array),
    ],
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      for (const run of held.splice(0)) run();
    },
    frames,
    get isOver() {
      return closed.every(Boolean);
    },
  };
}
