/**
 * A run's clock, folded from its events. It counts up and over; nothing here reads a clock: whoever shows the time
 * adds what has passed since the last event came.
 */
import type { ClockEvent, PhasePlan } from '../model/course.ts';

export interface ClockReading {
  readonly state: 'idle' | 'running' | 'paused';
  /** ms, at the event below. */
  readonly elapsed: number;
  /** Stopped because a host counts the vote; until the close comes, or somebody resumes. */
  readonly closing: boolean;
  /** The event that this follows from, or null when the clock was never started. */
  readonly event: ClockEvent | null;
  /** The time box with its extensions, ms. */
  readonly box: number;
}

const LEAST_BOX = 30_000;
const MINUTE = 60_000;

/** Events of one run, in any order. By lamport, then key; elapsed time never goes back. */
export function foldClock(events: Iterable<ClockEvent>, plan: Pick<PhasePlan, 'minutes'>): ClockReading {
  const ordered = [...events].sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1));
  let reading: ClockReading = {
    state: 'idle',
    elapsed: 0,
    closing: false,
    event: null,
    box: plan.minutes * MINUTE,
  };
  for (const event of ordered) reading = step(reading, event);
  return reading;
}

function step(reading: ClockReading, event: ClockEvent): ClockReading {
  const elapsed = Math.max(reading.elapsed, event.elapsed);
  switch (event.move) {
    case 'start':
      return reading.state === 'idle' ? { ...reading, state: 'running', event } : reading;
    case 'pause':
      return reading.state === 'running' ? { ...reading, state: 'paused', elapsed, event } : reading;
    case 'resume':
      return reading.state === 'paused' ? { ...reading, state: 'running', closing: false, event } : reading;
    case 'close':
      // Also when it stands already: each close asks everybody for their last dots.
      return {
        ...reading,
        state: 'paused',
        closing: true,
        elapsed: reading.state === 'running' ? elapsed : reading.elapsed,
        event,
      };
    case 'add':
      return { ...reading, box: Math.max(LEAST_BOX, reading.box + event.ms) };
  }
}
