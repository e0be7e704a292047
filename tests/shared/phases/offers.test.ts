import { describe, expect, it } from 'vitest';
import { NO_PHASE } from '../../../shared/model/course.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { minutesLeft, offersFor } from '../../../shared/phases/offers.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { records, someEvent, somePhase, someRun } from './someCourse.ts';

const MINUTE = 60_000;
const phases = planTemplate(riffSession, 8).map((plan, i) => ({ ...somePhase(`p${i + 1}`, i + 1), ...plan }));
const clock = new Map([['e', someEvent('e', { run: 'r1' })]]);
const course = readCourse(
  records({ phases, runs: [someRun('r1', { kind: 'brief' })], more: { clock } }),
  'ana',
);

describe('a jam that must end', () => {
  it('has all its minutes left when it begins', () => {
    expect(minutesLeft(course, 0)).toBe(50);
  });

  it('offers nothing while it is in time', () => {
    expect(offersFor(course, 50 * MINUTE, 0, 0)).toEqual([]);
  });

  it('answers a slip with two or three ways, each of which mends it or says that it does not', () => {
    for (const late of [2, 4, 7, 11, 20]) {
      const offers = offersFor(course, (50 - late) * MINUTE, 0, 0);
      expect(offers.length).toBeGreaterThanOrEqual(2);
      expect(offers.length).toBeLessThanOrEqual(3);
      expect(offers.at(-1)).toMatchObject({ kind: 'over', words: `Run over by ${late} min` });
      for (const { kind, changes } of offers) {
        const bent = phases.map((phase) => ({ ...phase, ...changes.find((one) => one.phase === phase.id) }));
        const left = minutesLeft(
          readCourse(records({ phases: bent, runs: [someRun('r1', { kind: 'brief' })] }), 'ana'),
          0,
        );
        if (kind === 'shorten') expect(left).toBeLessThanOrEqual(50 - late);
        if (kind === 'skip') expect(left).toBeLessThan(50);
        if (kind === 'over') expect(left).toBe(50);
      }
    }
  });

  it('never offers to skip what the session exists for', () => {
    const offers = offersFor(course, 10 * MINUTE, 0, 0);
    const dropped = offers.flatMap(({ changes }) =>
      changes.filter(({ gone }) => gone).map(({ phase }) => phase),
    );
    const kinds = dropped.map((id) => phases.find((phase) => phase.id === id)?.kind);
    expect(kinds).toEqual(['riff']);
  });

  it('counts only what still comes: from where a dropped phase stood, and nothing once the setlist was left', () => {
    const runs = [someRun('r1', { kind: 'brief', phase: 'p3' })];
    const dropped = phases.map((phase) => (phase.id === 'p3' ? { ...phase, gone: true } : phase));
    const after = (all: typeof phases) =>
      all.slice(3).reduce((sum, { minutes, options }) => sum + minutes * options.rounds, 0);
    const spent = 60 * MINUTE;
    expect(minutesLeft(readCourse(records({ phases: dropped, runs, more: { clock } }), 'ana'), spent)).toBe(
      after(phases),
    );
    const left = [...runs, someRun('r2', { kind: 'free', phase: NO_PHASE, after: 'r1', lamport: 2 })];
    const over = readCourse(records({ phases, runs: left, more: { clock } }), 'ana');
    expect(minutesLeft(over, spent)).toBe(0);
    expect(offersFor(over, MINUTE, 0, spent)).toEqual([]);
  });
});
