import { describe, expect, it } from 'vitest';
import { NO_PHASE } from '../../../shared/model/course.ts';
import type { Decision, Outcome } from '../../../shared/model/snapshot.ts';
import { hasEnded, readCourse, screenNow } from '../../../shared/phases/course.ts';
import { readOutcome } from '../../../shared/phases/outcome.ts';
import { records, somePhase, someRun } from './someCourse.ts';

const phases = [somePhase('p1', 1, { kind: 'vote' }), somePhase('p2', 2, { kind: 'decide' })];
const vote = someRun('r1', { phase: 'p1', kind: 'vote', list: ['a', 'b', 'c', 'd', 'gone', 'lost'] });
const decide = someRun('r2', { phase: 'p2', kind: 'decide', after: 'r1', lamport: 2 });
const open = someRun('r3', { phase: NO_PHASE, kind: 'free', after: 'r2', lamport: 3 });
const courseOf = (...runs: (typeof vote)[]) => {
  const close = {
    run: 'r1',
    counted: [],
    aside: [],
    totals: new Map(),
    voters: 3,
    by: 'ana',
    lamport: 2,
    at: 0,
  };
  return readCourse(records({ phases, runs, more: { closes: new Map([['k', close]]) } }), 'ana');
};

describe('a session that was played to its end', () => {
  it('shows what came of it, until something is begun again', () => {
    expect(hasEnded(courseOf())).toBe(false);
    expect(screenNow(courseOf(vote, decide))).toBe('decide');
    expect(screenNow(courseOf(vote, decide, open))).toBe('outcome');
    const again = someRun('r4', { phase: 'p1', kind: 'vote', after: 'r3', lamport: 4 });
    expect(screenNow(courseOf(vote, decide, open, again))).toBe('vote');
  });

  it('is not one that was left in the middle', () => {
    const left = someRun('r3', { phase: NO_PHASE, kind: 'free', after: 'r1', lamport: 3 });
    expect(screenNow(courseOf(vote, left))).toBe('board');
  });

  it('nor one that went back from its last line', () => {
    const back = someRun('r3', { phase: 'p1', kind: 'vote', after: 'r2', lamport: 3 });
    expect(screenNow(courseOf(vote, decide, back))).toBe('vote');
  });

  it('has its ideas by the word that was found for them, and what stood in the vote and has none', () => {
    const ideas = new Map(
      ['a', 'b', 'c', 'd', 'x', 'gone', 'lost'].map((id) => [id, { bin: id.length > 1 }]),
    );
    const decisions = new Map(
      (
        [
          ['c', 'promote', 9],
          ['a', 'promote', 4],
          ['x', 'later', 5],
          ['gone', 'no', 6],
        ] as const
      ).map(([idea, outcome, lamport]) => [idea, { idea, outcome, lamport, key: idea } as Decision]),
    );
    const { decided, open: undecided } = readOutcome(ideas, courseOf(vote, decide, open), decisions);
    const named = (word: Outcome) => decided[word].map(({ idea }) => idea);
    expect([named('promote'), named('later'), named('no')]).toEqual([['a', 'c'], ['x'], []]);
    expect(undecided).toEqual(['b', 'd']);
  });
});
