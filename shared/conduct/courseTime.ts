/**
 * What a run's clock shows here. Wall clocks of laptops may be a day apart, so time is counted from when an event came,
 * on a steady clock of one's own; who came later hears from the leading laptop what it shows. It never goes back.
 */

import type { RunId } from '../model/course.ts';
import type { ClockReading } from '../phases/clock.ts';

export interface CourseTime {
  /** The clock's latest reading. `others`: somebody is here who can say what it shows; alone one's own wall clock has to do. */
  note(run: RunId | null, reading: ClockReading, others: boolean): void;
  /** What the leading laptop says that this run's clock shows now, ms. */
  hear(run: RunId, elapsed: number): void;
  /** ms since the run began, without pauses. */
  elapsed(): number;
}

/** An event older than this by the wall, ms, says nothing about now: nobody sat there all the time. */
const STALE = 6 * 3_600_000;

export function createCourseTime(steady: () => number, wall: () => number): CourseTime {
  let run: RunId | null = null;
  let reading: ClockReading = { state: 'idle', elapsed: 0, closing: false, event: null, box: 0 };
  let base = 0;
  let since = 0;
  let shown = 0;

  const elapsed = (): number => {
    const now = reading.state === 'running' ? base + Math.max(0, steady() - since) : reading.elapsed;
    shown = Math.max(shown, now);
    return shown;
  };
  return {
    note(nowRun, next, others) {
      if (nowRun !== run) shown = 0;
      else if (next.event?.key === reading.event?.key) {
        reading = next;
        return;
      }
      run = nowRun;
      reading = next;
      since = steady();
      base = next.elapsed + (others || next.event === null ? 0 : sinceByWall(wall() - next.event.at));
    },
    hear(heard, at) {
      if (heard !== run || reading.state !== 'running' || at <= elapsed()) return;
      base = at;
      since = steady();
    },
    elapsed,
  };
}

function sinceByWall(ms: number): number {
  return ms > 0 && ms < STALE ? ms : 0;
}
