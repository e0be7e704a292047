/** A phase that says so goes on by itself when its box is over, on the laptop that leads; a vote is closed, and stays to be read. */
import type { Schedule } from '../log/recorder.ts';
import type { Course } from '../phases/course.ts';

interface AdvanceParts {
  readonly schedule: Schedule;
  readonly course: () => Course;
  readonly isLeader: () => boolean;
  /** ms that the run's clock shows. */
  readonly elapsed: () => number;
  readonly goOn: () => void;
  readonly closeVote: () => void;
}

export interface Advance {
  /** Course, clock or lead have changed. */
  follow(): void;
}

/** The clock is looked at again after so long at most, ms: a minute given meanwhile is no surprise then. */
const LOOKED_AT = 60_000;

export function createAdvance(parts: AdvanceParts): Advance {
  const { schedule, course, isLeader, elapsed, goOn, closeVote } = parts;
  let stop: (() => void) | null = null;

  const follow = (): void => {
    stop?.();
    stop = null;
    const { current, phase, clock, closes } = course();
    if (current === null || phase?.options.advances !== true || closes.has(current.id)) return;
    if (!isLeader() || clock.state !== 'running') return;
    const left = clock.box - elapsed();
    if (left > 0) stop = schedule(Math.min(left, LOOKED_AT), follow);
    else if (current.kind === 'vote') closeVote();
    else goOn();
  };
  return { follow };
}
