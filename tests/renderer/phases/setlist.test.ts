import { describe, expect, it } from 'vitest';
import { readEndsAt, suggestEnd, writeEndsAt } from '../../../renderer/phases/endsAt.ts';
import { firstMovable, readSetlistRows, standsAfter } from '../../../renderer/phases/setlistRows.ts';
import { readRule } from '../../../renderer/phases/setlistRule.ts';
import { NO_PHASE, type Phase, PLAIN_OPTIONS, type Run } from '../../../shared/model/course.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { records, someEvent, somePhase, someRun } from '../../shared/phases/someCourse.ts';

const minute = 60_000;
const phases = [
  somePhase('brief', 1, { minutes: 4 }),
  somePhase('rotate', 2, { minutes: 3, options: { ...PLAIN_OPTIONS, rounds: 3 } }),
  somePhase('riff', 3, { minutes: 9 }),
];
const brief = someRun('r1', { phase: 'brief' });
const rotate2 = someRun('r2', { phase: 'rotate', round: 2, after: 'r1', lamport: 2 });

function courseOf(runs: readonly Run[], all: readonly Phase[] = phases, addedTo?: string) {
  const added = someEvent('e', { run: addedTo ?? '', move: 'add', ms: 2 * minute });
  return readCourse(records({ phases: all, runs, more: { clock: new Map([['e', added]]) } }), 'ana');
}
const ruleOf = (runs: readonly Run[], elapsed: number, all = phases, addedTo?: string) =>
  readRule(courseOf(runs, all, addedTo), all, elapsed);

describe('the setlist drawn to scale', () => {
  it('has a segment a phase, as wide as all of its rounds', () => {
    expect(ruleOf([], 0).map(({ minutes }) => minutes)).toEqual([4, 9, 9]);
  });

  it('inks what was played and the present phase as far as it is, with one red square', () => {
    const rule = ruleOf([brief, rotate2], 1.5 * minute);
    expect(rule.map(({ state }) => state)).toEqual(['played', 'now', 'ahead']);
    expect(rule.map(({ inked }) => inked)).toEqual([1, 0.5, 0]);
    expect(rule.map(({ present }) => present)).toEqual([null, 0.5, null]);
  });

  it('grows with the minutes that are added, and the square waits at the end of the box', () => {
    const rule = ruleOf([brief], 20 * minute, phases, 'r1');
    expect(rule[0]).toMatchObject({ minutes: 6, inked: 1, present: 1 });
  });

  it('has the present at its start before it begins, and behind the last played when it was left', () => {
    expect(ruleOf([], 0).map(({ present }) => present)).toEqual([0, null, null]);
    const left = someRun('r2', { phase: NO_PHASE, kind: 'free', after: 'r1', lamport: 2 });
    expect(ruleOf([brief, left], 0).map(({ present }) => present)).toEqual([1, null, null]);
  });

  it('keeps the segment of a phase that was dropped while it is played, and no other that was dropped', () => {
    const dropped = phases.map((phase) => ({ ...phase, gone: phase.id !== 'riff' }));
    expect(ruleOf([brief, rotate2], 0, dropped).map(({ id }) => id)).toEqual(['rotate', 'riff']);
  });
});

describe('the setlist in its editor', () => {
  const more = [...phases, somePhase('vote', 4), somePhase('decide', 5)];
  const rows = readSetlistRows(courseOf([brief], more), more, new Set());

  it('shows what was played, what is, what comes, and what was dropped a moment ago in its place', () => {
    const list = more.map((phase) => ({ ...phase, gone: phase.id === 'riff' || phase.id === 'decide' }));
    const course = courseOf([brief, rotate2], list);
    const states = readSetlistRows(course, list, new Set(['riff'])).map(({ phase, state }) => [
      phase.id,
      state,
    ]);
    expect(states).toEqual([
      ['brief', 'played'],
      ['rotate', 'now'],
      ['riff', 'dropped'],
      ['vote', 'ahead'],
    ]);
  });

  it('moves a line up and down behind its new neighbour', () => {
    expect(firstMovable(rows)).toBe(1);
    expect(standsAfter(rows, 3, 1)).toBe('brief');
    expect(standsAfter(rows, 1, 2)).toBe('riff');
    expect(standsAfter(rows, 1, 9)).toBe('decide');
  });

  it('moves nothing before what was played, nothing that was played, and nothing to where it is', () => {
    expect(standsAfter(rows, 3, 0)).toBe('brief');
    expect(standsAfter(rows, 0, 3)).toBeUndefined();
    expect(standsAfter(rows, 2, 2)).toBeUndefined();
    expect(standsAfter(rows, 9, 2)).toBeUndefined();
  });
});

describe('the end of a session', () => {
  const now = new Date(2026, 4, 18, 14, 12).getTime();

  it('is the next moment at which a clock shows this time', () => {
    expect(readEndsAt('15:05', now)).toBe(new Date(2026, 4, 18, 15, 5).getTime());
    expect(readEndsAt('0:30', now)).toBe(new Date(2026, 4, 19, 0, 30).getTime());
    // Ten minutes ago is a jam that is late, not one of tomorrow.
    expect(readEndsAt('14:02', now)).toBe(new Date(2026, 4, 18, 14, 2).getTime());
  });

  it('is none where the field is empty or says no time of day', () => {
    for (const words of ['', 'soon', '25:00', '12:75']) expect(readEndsAt(words, now)).toBeNull();
  });

  it('is suggested at five minutes, never before the boxes are over', () => {
    expect(writeEndsAt(suggestEnd(50, now))).toBe('15:05');
    expect(writeEndsAt(suggestEnd(48, now))).toBe('15:00');
  });
});
