import type { Schedule } from '../../shared/log/recorder.ts';

/** A clock that moves only when told to. All timers of one run share it, so that a run follows from its seed. */
export interface VirtualClock {
  now(): number;
  readonly schedule: Schedule;
  /** Lets so many ms pass: every timer in its order, and whatever promises it settles. */
  pass(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly number: number;
  readonly run: () => void;
}

/** Turns of the microtask queue that a signature and its followers take. */
const turns = 8;

export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let time = start;
  let number = 0;
  const timers = new Set<Timer>();

  const settle = async (): Promise<void> => {
    for (let i = 0; i < turns; i++) await null;
  };
  const earliest = (until: number): Timer | null => {
    let next: Timer | null = null;
    for (const timer of timers) {
      if (timer.at > until) continue;
      if (!next || timer.at < next.at || (timer.at === next.at && timer.number < next.number)) next = timer;
    }
    return next;
  };

  return {
    now: () => time,
    schedule(ms, run) {
      number += 1;
      const timer = { at: time + Math.max(0, ms), number, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      const until = time + ms;
      await settle();
      for (let next = earliest(until); next; next = earliest(until)) {
        timers.delete(next);
        time = next.at;
        next.run();
        await settle();
      }
      time = until;
    },
  };
}
