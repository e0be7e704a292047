import { expect, it } from 'vitest';
import { createAdvance } from '../../../shared/conduct/advance.ts';
import type { ClockReading } from '../../../shared/phases/clock.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { records, somePhase, someRun } from '../phases/someCourse.ts';

const MINUTE = 60_000;

interface Scene {
  readonly kind?: string;
  readonly state?: ClockReading['state'];
  readonly leads?: boolean;
  readonly closed?: boolean;
  /** Minutes that have passed of three. */
  readonly passed: number;
}

/** What it does at once, and after how long it looks again. */
function seen({ kind = 'solo', state = 'running', leads = true, closed = false, passed }: Scene) {
  const done: (string | number)[] = [];
  const phases = [somePhase('p', 1, { kind, options: { ...somePhase('p', 1).options, advances: true } })];
  const course = readCourse(records({ phases, runs: [someRun('r', { phase: 'p', kind })] }), 'ana');
  const close = {
    run: 'r',
    counted: [],
    aside: [],
    totals: new Map(),
    voters: 1,
    by: 'ana',
    lamport: 2,
    at: 0,
  };
  createAdvance({
    schedule: (ms) => {
      done.push(ms);
      return () => {};
    },
    course: () => ({
      ...course,
      clock: { ...course.clock, state, box: 3 * MINUTE },
      closes: new Map(closed ? [['r', close]] : []),
    }),
    isLeader: () => leads,
    elapsed: () => passed * MINUTE,
    goOn: () => done.push('go on'),
    closeVote: () => done.push('close'),
  }).follow();
  return done;
}

it('goes on, or closes the vote, once the time is up', () => {
  expect(seen({ passed: 3 })).toEqual(['go on']);
  expect(seen({ kind: 'vote', passed: 3 })).toEqual(['close']);
});

it('does nothing on a laptop that follows, while the clock rests, and to a vote that is closed', () => {
  expect(seen({ leads: false, passed: 4 })).toEqual([]);
  expect(seen({ state: 'paused', passed: 4 })).toEqual([]);
  expect(seen({ kind: 'vote', closed: true, passed: 4 })).toEqual([]);
});

it('looks at the clock when the time is up, and once a minute until then', () => {
  expect(seen({ passed: 2.5 })).toEqual([MINUTE / 2]);
  expect(seen({ passed: 0 })).toEqual([MINUTE]);
});
