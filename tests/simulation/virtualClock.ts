import { createHeap } from '../../shared/log/heap.ts';
import type { Schedule } from '../../shared/log/recorder.ts';

/** A clock that moves only when told to. All timers of one run share it, so that a run follows from its seed. */
export interface VirtualClock {
  now(): number;
  readonly schedule: Schedule;
  /** Timers that are set: what grows without end shows here. */
  readonly pending: number;
  /** Called after each timer has run: where a simulation looks at everything. */
  onTurn(look: () => void): void;
  /** Lets so many ms pass: every timer in its order, and whatever promises it settles. */
  pass(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly number: number;
  run: (() => void) | null;
}

/** Turns of the microtask queue that a signature and its followers take. */
const turns = 8;

export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  let number = 0;
  let pending = 0;
  let look = (): void => {};
  const timers = createHeap<Timer>((a, b) => a.at - b.at || a.number - b.number);

  const settle = async (): Promise<void> => {
    for (let i = 0; i < turns; i++) await null;
  };
  return {
    now: () => time,
    schedule(ms, run) {
      number += 1;
      const timer: Timer = { at: time + Math.max(0, ms), number, run };
      timers.push(timer);
      pending += 1;
      return () => {
        if (timer.run) pending -= 1;
        timer.run = null;
      };
    },
    get pending() {
      return pending;
    },
    onTurn(looking) {
      look = looking;
    },
    async pass(ms) {
      const until = time + ms;
      await settle();
      for (let next = timers.peek(); next && next.at <= until; next = timers.peek()) {
        timers.pop();
        const { run } = next;
        if (!run) continue;
        time = next.at;
        next.run = null;
        pending -= 1;
        run();
        await settle();
        look();
      }
      time = until;
    },
  };
}
