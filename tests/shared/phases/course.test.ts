import { describe, expect, it } from 'vitest';
import { ACTS } from '../../../shared/model/acts.ts';
import { PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { foldClock } from '../../../shared/phases/clock.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { PEOPLE_DO, sayWords } from '../../../shared/phases/phaseKind.ts';
import { kindNamed, PHASE_KINDS } from '../../../shared/phases/registry.ts';
import { refuseByPhase } from '../../../shared/phases/rule.ts';
import { readSigning } from '../../../shared/phases/signing.ts';
import { createDice } from '../../support/threePeople.ts';
import { records, someEvent, somePhase, someRun } from './someCourse.ts';

const unsigned = { ...PLAIN_OPTIONS, unsigned: true };
const born = (run: string | null) =>
  ({ born: { author: 'bo', hand: 'd', created: 0, lamport: 1, run, framing: null, claim: null } }) as const;

describe('the course', () => {
  it('without a run allows everything', () => {
    const course = readCourse(records({}), 'ana');
    expect(course.current).toBeNull();
    expect(ACTS.every((act) => refuseByPhase(act, course) === null)).toBe(true);
  });

  it('of a kind that this version does not know is an open board', () => {
    const course = readCourse(records({ runs: [someRun('r1', { kind: 'telepathy' })] }), 'ana');
    expect(course.kind.name).toBe('free');
  });

  it('follows the runs one after the other', () => {
    const runs = [
      someRun('r1'),
      someRun('r2', { after: 'r1', lamport: 5 }),
      someRun('r3', { after: 'r2', lamport: 9 }),
    ];
    const course = readCourse(records({ runs: runs.reverse() }), 'ana');
    expect(course.runs.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
    expect(course.current?.id).toBe('r3');
  });

  it('of two that were started apart takes the lower lamport, and keeps the other in sight', () => {
    const hosts = new Map([['bo', { member: 'bo', host: true, took: 3, by: 'ana', lamport: 2, at: 0 }]]);
    const runs = [
      someRun('r1'),
      someRun('mine', { after: 'r1', lamport: 7 }),
      someRun('theirs', { after: 'r1', lamport: 6, by: 'bo' }),
      someRun('onwards', { after: 'mine', lamport: 8 }),
    ];
    const course = readCourse(records({ runs, more: { hosts } }), 'ana');
    expect(course.current?.id).toBe('theirs');
    expect(course.apart.map(({ id }) => id)).toEqual(['mine', 'onwards']);
  });

  it('ignores a run that no host started', () => {
    const course = readCourse(
      records({ runs: [someRun('r1'), someRun('r2', { after: 'r1', by: 'eve' })] }),
      'ana',
    );
    expect(course.current?.id).toBe('r1');
  });

  it('ends where runs hang on each other in a circle', () => {
    const runs = [
      someRun('r1', { after: null }),
      someRun('r2', { after: 'r3' }),
      someRun('r3', { after: 'r2' }),
    ];
    expect(readCourse(records({ runs }), 'ana').runs.map(({ id }) => id)).toEqual(['r1']);
  });

  it('goes on with the next round, then with the next phase, past what was dropped', () => {
    const phases = [
      somePhase('p1', 1, { options: { ...PLAIN_OPTIONS, rounds: 2 } }),
      somePhase('p2', 2, { gone: true }),
      somePhase('p3', 3),
    ];
    const first = readCourse(records({ phases, runs: [someRun('r1')] }), 'ana');
    expect(first.next).toMatchObject({ phase: { id: 'p1' }, round: 2 });
    const second = readCourse(records({ phases, runs: [someRun('r1', { round: 2 })] }), 'ana');
    expect(second.next).toMatchObject({ phase: { id: 'p3' }, round: 1 });
    const last = readCourse(records({ phases, runs: [someRun('r1', { phase: 'p3' })] }), 'ana');
    expect(last.next).toBeNull();
  });

  it('knows where it is although its phase was dropped under it', () => {
    const phases = [somePhase('p1', 1, { gone: true }), somePhase('p2', 2)];
    const course = readCourse(records({ phases, runs: [someRun('r1')] }), 'ana');
    expect(course.kind.name).toBe('riff');
    expect(course.next?.phase.id).toBe('p2');
  });

  it('is led by whoever took the lead last among the hosts', () => {
    const seat = { by: 'ana', lamport: 1, at: 0 };
    const hosts = new Map([
      ['bo', { member: 'bo', host: true, took: 4, ...seat }],
      ['cy', { member: 'cy', host: true, took: 9, ...seat }],
      ['di', { member: 'di', host: false, took: 20, ...seat }],
    ]);
    const course = readCourse(records({ more: { hosts } }), 'ana');
    expect(course.leader).toBe('cy');
    expect([...course.hosts].sort()).toEqual(['ana', 'bo', 'cy']);
  });
});

describe('unsigned', () => {
  const solo = someRun('solo', { kind: 'solo', options: unsigned });
  const riff = someRun('riff', { kind: 'riff', options: unsigned, after: 'solo', lamport: 2 });
  const vote = someRun('vote', { kind: 'vote', options: unsigned, after: 'riff', lamport: 3 });
  const close = {
    run: 'vote',
    counted: [],
    aside: [],
    totals: new Map(),
    voters: 0,
    by: 'ana',
    lamport: 4,
    at: 0,
  };

  it('hides every name while the phase says so, older ideas too', () => {
    const course = readCourse(records({ runs: [solo] }), 'ana');
    expect(course.unsigned).toBe(true);
    expect(readSigning(course).isSigned(born(null))).toBe(false);
  });

  it('brings names back with the close of a vote', () => {
    const course = readCourse(
      records({ runs: [solo, riff, vote], more: { closes: new Map([['k', close]]) } }),
      'ana',
    );
    expect(course.unsigned).toBe(false);
    expect(readSigning(course).isSigned(born('solo'))).toBe(true);
  });

  it('never reveals what was written unsigned when the rule is loosened', () => {
    const open = someRun('open', { kind: 'free', after: 'solo', lamport: 2 });
    const course = readCourse(records({ runs: [solo, open] }), 'ana');
    expect(course.unsigned).toBe(false);
    expect(readSigning(course).isSigned(born('solo'))).toBe(false);
    expect(readSigning(course).isSigned(born('open'))).toBe(true);
  });

  it('takes the earlier of two closes; at the same lamport everybody takes the same one, in whatever order they came', () => {
    const others: readonly [string, typeof close][] = [
      ['k2', { ...close, voters: 2 }],
      ['k1', { ...close, voters: 1 }],
      ['k0', { ...close, voters: 9, lamport: 5 }],
    ];
    for (const order of [others, [...others].reverse()]) {
      const { closes } = readCourse(
        records({ runs: [solo, riff, vote], more: { closes: new Map(order) } }),
        'ana',
      );
      expect(closes.get('vote')?.voters).toBe(1);
    }
  });

  it('ignores a close by somebody who is no host', () => {
    const closes = new Map([['k', { ...close, by: 'eve' }]]);
    expect(readCourse(records({ runs: [solo, riff, vote], more: { closes } }), 'ana').unsigned).toBe(true);
  });
});

describe('the clock', () => {
  it('starts, pauses, resumes and grows', () => {
    const reading = foldClock(
      [
        someEvent('a', { move: 'start', lamport: 1 }),
        someEvent('b', { move: 'pause', elapsed: 60_000, lamport: 2 }),
        someEvent('c', { move: 'resume', elapsed: 60_000, lamport: 3 }),
        someEvent('d', { move: 'add', ms: 60_000, lamport: 4 }),
      ],
      { minutes: 5 },
    );
    expect(reading).toMatchObject({ state: 'running', elapsed: 60_000, box: 360_000, event: { key: 'c' } });
  });

  it('never runs backwards, and reads the same in whatever order events come', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const dice = createDice(seed);
      const moves = ['start', 'pause', 'resume', 'add'] as const;
      const events = Array.from({ length: 1 + dice(12) }, (_, i) =>
        someEvent(`e${i}`, {
          move: moves[dice(4)] ?? 'start',
          elapsed: dice(600_000),
          ms: (dice(3) - 1) * 60_000,
          lamport: 1 + dice(8),
        }),
      );
      const sorted = [...events].sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1));
      let shown = 0;
      for (let n = 1; n <= sorted.length; n++) {
        const { elapsed, box } = foldClock(sorted.slice(0, n), { minutes: 5 });
        expect(elapsed).toBeGreaterThanOrEqual(shown);
        expect(box).toBeGreaterThanOrEqual(30_000);
        shown = elapsed;
      }
      const turned = events
        .map((event, i) => ({ event, key: dice(1_000) + i / 100 }))
        .sort((a, b) => a.key - b.key);
      expect(
        foldClock(
          turned.map(({ event }) => event),
          { minutes: 5 },
        ),
      ).toEqual(foldClock(events, { minutes: 5 }));
    }
  });
});

describe('a closing clock', () => {
  const at = (key: string, move: 'start' | 'pause' | 'resume' | 'close', elapsed: number, lamport: number) =>
    someEvent(key, { move, elapsed, lamport });
  const started = at('a', 'start', 0, 1);

  it('stands, and says that a vote is counted, until somebody lets it go on', () => {
    const closed = foldClock([started, at('b', 'close', 9_000, 2)], { minutes: 3 });
    expect(closed).toMatchObject({ state: 'paused', closing: true, elapsed: 9_000 });
    const resumed = foldClock([started, at('b', 'close', 9_000, 2), at('c', 'resume', 9_000, 3)], {
      minutes: 3,
    });
    expect(resumed).toMatchObject({ state: 'running', closing: false });
  });

  it('is asked anew by each close, also when it stood already, without going on', () => {
    const events = [
      started,
      at('b', 'pause', 4_000, 2),
      at('c', 'close', 7_000, 3),
      at('d', 'close', 8_000, 4),
    ];
    const reading = foldClock(events, { minutes: 3 });
    expect(reading).toMatchObject({ closing: true, elapsed: 4_000 });
    expect(reading.event?.key).toBe('d');
  });
});

describe.each(PHASE_KINDS)('the phase kind $name', (kind) => {
  it('is found by its name, says its law, and answers what it refuses', () => {
    expect(kindNamed(kind.name)).toBe(kind);
    expect(sayWords(kind.law).length).toBeLessThan(70);
    expect(PEOPLE_DO).toContain(kind.people);
    expect(sayWords(kind.guide.say)).not.toBe('');
    expect(sayWords(kind.guide.next)).not.toBe('');
    for (const act of ACTS) {
      const refusal = refuseByPhase(act, { kind });
      expect(refusal === null || /^[A-Z].*[.]$/u.test(refusal.sentence)).toBe(true);
    }
  });

  it('neither judges nor votes while it collects, and takes no new ideas while it chooses', () => {
    if (kind.flow === 'diverge')
      for (const act of ['vote', 'decide', 'comment'] as const) expect(kind.acts).not.toContain(act);
    if (kind.flow === 'converge')
      for (const act of ['add', 'riff'] as const) expect(kind.acts).not.toContain(act);
  });

  it.each([3, 5, 12, 30, 200])('has a box for %i people', (people) => {
    expect(kind.minutes(people)).toBeGreaterThan(0);
    expect(kind.minutes(people)).toBeLessThan(60);
  });
});
