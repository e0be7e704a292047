import { describe, expect, it } from 'vitest';
import { readClock, turnOfClock } from '../../../renderer/phases/clockWords.ts';
import {
  lawNow,
  PEOPLE_WORDS,
  roundNow,
  sayNext,
  sayPhase,
  titleNow,
  turnout,
} from '../../../renderer/phases/courseWords.ts';
import { type PhaseOptions, PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { sayWords } from '../../../shared/phases/phaseKind.ts';
import { kindNamed, PHASE_KINDS } from '../../../shared/phases/registry.ts';
import { records, somePhase, someRun } from '../../shared/phases/someCourse.ts';

const minute = 60_000;

describe('the clock', () => {
  it('counts down, is in its last minute when one is left, and counts over', () => {
    expect(readClock(9 * minute, 78_000)).toMatchObject({ text: '07:42', tone: 'time' });
    expect(readClock(9 * minute, 8 * minute)).toMatchObject({ text: '01:00', tone: 'last' });
    expect(readClock(9 * minute, 9 * minute - 1)).toMatchObject({ text: '00:01', tone: 'last' });
    expect(readClock(9 * minute, 9 * minute)).toMatchObject({ text: '+0:00', tone: 'over' });
    expect(readClock(9 * minute, 9 * minute + 40_999)).toMatchObject({ text: '+0:40', tone: 'over' });
    expect(readClock(120 * minute, 0).text).toBe('120:00');
  });

  it('is said in words', () => {
    expect(readClock(9 * minute, 78_000).said).toBe('7 minutes 42 seconds left');
    expect(readClock(minute, 0).said).toBe('1 minute left');
    expect(readClock(minute, 61_000).said).toBe('1 second over');
  });

  it('turns red in the last minute, or in the last third of a short box', () => {
    const toneAt = (box: number, left: number) => readClock(box, box - left).tone;
    expect([61_000, 60_000].map((left) => toneAt(5 * minute, left))).toEqual(['time', 'last']);
    expect([21_000, 20_000].map((left) => toneAt(minute, left))).toEqual(['time', 'last']);
  });

  it('speaks at the last minute and at the end, once each, and is silent when time is given back', () => {
    const long = { box: 5 * minute };
    expect(turnOfClock('time', 'last', long)).toBe('1 minute left.');
    expect(turnOfClock('time', 'last', { box: 1.5 * minute })).toBe('30 seconds left.');
    expect(turnOfClock('last', 'over', long)).toBe('Time is over. The clock counts on.');
    expect(turnOfClock('time', 'over', long)).toBe('Time is over. The clock counts on.');
    expect(turnOfClock('last', 'over', { ...long, advances: true })).toBe('Time is over.');
    for (const [before, now] of [
      ['last', 'last'],
      ['over', 'over'],
      ['over', 'last'],
      ['over', 'time'],
      ['last', 'time'],
    ] as const)
      expect(turnOfClock(before, now, long)).toBeNull();
  });
});

describe('how far the room is', () => {
  it('is a word and never a number', () => {
    expect([1, 2, 3, 4, 5].map((done) => turnout(done, 5))).toEqual(['few', 'half', 'half', 'most', 'all']);
    expect([1, 5, 6, 8, 12].map((done) => turnout(done, 12))).toEqual(['few', 'half', 'half', 'most', 'all']);
  });

  it('is nothing while nobody is done, or while one is alone', () => {
    expect(turnout(0, 5)).toBeNull();
    expect(turnout(1, 1)).toBeNull();
  });
});

describe('the phase in words', () => {
  const phases = [
    somePhase('p1', 1, {
      kind: 'rotate',
      title: 'Rotate',
      minutes: 3,
      options: { ...PLAIN_OPTIONS, rounds: 3 },
    }),
    somePhase('p2', 2, { kind: 'riff', title: '', minutes: 9 }),
  ];
  const at = (...runs: Parameters<typeof someRun>[]) =>
    readCourse(records({ phases, runs: runs.map((run) => someRun(...run)) }), 'ana');
  const first = ['r1', { kind: 'rotate', phase: 'p1', round: 1 }] as const;
  const third = ['r3', { kind: 'rotate', phase: 'p1', round: 3 }] as const;

  it('names the round, and as what comes the next round before the next phase', () => {
    expect(roundNow(at([...first]))).toBe('Round 1 of 3');
    expect(sayNext(at([...first]))).toBe('Round 2 of 3');
    expect(sayNext(at([...third]))).toBe('Free riff');
    expect(sayNext(at(['r', { phase: 'p2' }]))).toBe('What came of it');
    expect(roundNow(at(['r', { phase: 'p2' }]))).toBeNull();
  });

  it('takes the kind’s own title where none was written', () => {
    expect(titleNow(at(['r', { phase: 'p2' }]))).toBe('Free riff');
  });

  it('says all of it aloud when it begins', () => {
    expect(sayPhase(at([...first]))).toBe(
      'Rotate, round 1 of 3, 3 minutes. In silence. Read the sheet in front of you, then build on it.',
    );
  });

  it('says the law as it holds for how the phase is played', () => {
    const law = (kind: string, options: Partial<PhaseOptions>, advances = false): string =>
      lawNow({
        kind: kindNamed(kind),
        current: someRun('r', { kind, options: { ...PLAIN_OPTIONS, ...options } }),
        phase: somePhase('p', 1, { kind, options: { ...PLAIN_OPTIONS, advances } }),
        closes: new Map(),
      });
    expect(law('vote', { dots: 3, cap: 1 })).toBe('Three dots, at most one a sheet. Hidden until the close.');
    expect(law('vote', { dots: 1, cap: 3 }, true)).toBe('One dot. Hidden until the close. Closes by itself.');
    expect(law('nominate', { nominations: 1 })).toMatch(/^Nominate one idea for the vote\./);
    expect(law('riff', {}, true)).toMatch(/Goes on by itself\.$/);
  });

  it('has words for what people do in every kind, which its law does not say again', () => {
    for (const { people, law } of PHASE_KINDS)
      expect(sayWords(law).startsWith(PEOPLE_WORDS[people].replace(/^In |\.$/g, ''))).toBe(false);
  });
});
