import { describe, expect, it } from 'vitest';
import type { JamView } from '../../../renderer/session/jamSession.ts';
import { describeWall, type WallSource } from '../../../renderer/wall/describeWall.ts';
import { sayWallClock } from '../../../renderer/wall/wallClock.ts';
import { createBoardLayout } from '../../../shared/ideas/boardLayout.ts';
import { createStructureReader } from '../../../shared/ideas/structure.ts';
import { type CourseRecords, NO_PHASE, PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { Decision } from '../../../shared/model/snapshot.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { readSigning } from '../../../shared/phases/signing.ts';
import { turnoutOf } from '../../../shared/phases/turnout.ts';
import { someIdea, someJam, someRiff } from '../../shared/ideas/someJam.ts';
import { records, someBallot, somePhase, someRun } from '../../shared/phases/someCourse.ts';

const unsigned = { ...PLAIN_OPTIONS, unsigned: true };

function wallOf(
  kind: string | null,
  {
    more = {},
    run: bornIn = null,
    decisions = [],
    records: given,
    ...rest
  }: Partial<Omit<WallSource, 'course'>> & {
    more?: Partial<CourseRecords>;
    run?: string | null;
    decisions?: Decision[];
    records?: CourseRecords;
  } = {},
) {
  const ideas = [
    someIdea('a', { born: { run: bornIn } }),
    someIdea('b', { born: { lamport: 5 } }),
    someIdea('c'),
    someIdea('d'),
  ];
  const riffs = [someRiff('c', 'a', { bond: 'twist' }), someRiff('d', 'c')];
  const run = someRun('r1', { kind: kind ?? 'free', list: ['a', 'b'], options: unsigned });
  const played = given ?? records({ runs: kind === null ? [] : [run], more });
  const course = readCourse(played, 'ana');
  const snapshot = { ...someJam({ ideas, riffs, decisions }), course: played };
  const readStructure = createStructureReader();
  const layout = createBoardLayout(MAIN_BOARD, readStructure);
  const view: JamView = {
    snapshot,
    ...readStructure(snapshot),
    signing: readSigning(course),
    layout: layout.update(snapshot, null),
    index: layout.index,
    dirty: null,
    whole: true,
  };
  return describeWall({
    view,
    course,
    elapsed: 0,
    now: 0,
    people: ['Ana', 'Bo'],
    here: 5,
    ready: 2,
    faceDown: 7,
    lit: null,
    focus: null,
    link: 'http://192.168.1.5/#x',
    theme: 'light',
    ...rest,
  });
}

const close = (voters: number) =>
  new Map([
    [
      'k',
      {
        run: 'r1',
        counted: [],
        aside: [],
        voters,
        totals: new Map([
          ['a', [1, 2, 0]],
          ['b', [0, 0, 3]],
        ]),
        by: 'ana',
        lamport: 9,
        at: 0,
      },
    ],
  ]);

describe('the Wall', () => {
  it('welcomes with the question, the names and the way in', () => {
    expect(wallOf(null).stage).toEqual({
      kind: 'arrive',
      people: ['Ana', 'Bo'],
      link: 'http://192.168.1.5/#x',
    });
  });

  it('leaves as played what was played when the setlist is left', () => {
    const phases = [somePhase('p0', 0), somePhase('p1', 1), somePhase('p2', 2)];
    const runs = [
      someRun('r1', { phase: 'p0' }),
      someRun('r2', { phase: 'p1', after: 'r1', lamport: 2 }),
      someRun('r3', { phase: NO_PHASE, kind: 'free', after: 'r2', lamport: 3 }),
    ];
    const at = (count: number) =>
      wallOf('free', { records: records({ phases, runs: runs.slice(0, count) }) }).setlist.map(
        (phase) => phase.at,
      );
    expect(at(0)).toEqual(['next', 'next', 'next']);
    expect(at(2)).toEqual(['past', 'now', 'next']);
    expect(at(3)).toEqual(['past', 'past', 'next']);
  });

  it('shows what was promoted when the session is over, and people’s words where nothing was', () => {
    const phases = [somePhase('p1', 1, { kind: 'checkout' })];
    const runs = [
      someRun('r1', { phase: 'p1', kind: 'checkout' }),
      someRun('r2', { phase: NO_PHASE, kind: 'free', after: 'r1', lamport: 2 }),
    ];
    const said = { key: 'k', run: 'r1', question: 'word', text: 'awake', by: 'bo', lamport: 3, at: 0 };
    const played = records({ phases, runs, more: { reflections: new Map([['k', said]]) } });
    const decision = {
      ...said,
      key: 'd:1',
      idea: 'd',
      reason: 'It works',
      owner: '',
      firstStep: '',
      dissent: '',
      due: '',
      accepted: true,
    };
    const ended = (decisions: Decision[]) => wallOf('free', { records: played, decisions });
    expect(ended([]).stage).toEqual({ kind: 'words', words: ['awake'] });
    expect(ended([{ ...decision, outcome: 'later' }]).stage).toEqual({ kind: 'words', words: ['awake'] });
    const { title, stage } = ended([{ ...decision, outcome: 'promote' }]);
    expect(title).toBe('What came of it');
    expect(stage).toMatchObject({ kind: 'sheets', sheets: [{ label: 'A3' }] });
  });

  it('while people write alone knows a sum and the law, nothing else', () => {
    const { stage } = wallOf('solo');
    expect(stage).toMatchObject({ kind: 'clock', sum: { count: 7, backs: true }, turnout: null });
    expect(JSON.stringify(wallOf('solo'))).not.toMatch(/Ana|Bo/);
  });

  it('shows no sum where it would say what one person wrote', () => {
    expect(wallOf('solo', { faceDown: null }).stage).toMatchObject({ kind: 'clock', sum: null });
  });

  it('says who carries a decision once they have said yes, and not while they were only asked', () => {
    const decided = (accepted: boolean, lamport: number, outcome: Decision['outcome'] = 'promote') => ({
      by: 'ana',
      at: 0,
      key: `d:${lamport}`,
      idea: 'd',
      reason: 'It works',
      owner: 'Bo',
      firstStep: 'Ask the depot',
      dissent: '',
      due: '',
      accepted,
      lamport,
      outcome,
    });
    const of = (...decisions: Decision[]) => wallOf('decide', { focus: 'd', decisions }).stage;
    expect(of(decided(false, 1))).toMatchObject({
      outcome: 'promote',
      reason: 'It works',
      owner: '',
      firstStep: '',
    });
    expect(of(decided(false, 1), decided(true, 2))).toMatchObject({
      owner: 'Bo',
      firstStep: 'Ask the depot',
    });
    // What was taken back is no decision.
    expect(of(decided(true, 1), decided(true, 2, null))).toMatchObject({
      outcome: null,
      reason: '',
      owner: '',
    });
  });

  it('shows each person’s last word, as far as a word goes', () => {
    const said = (by: string, lamport: number, text: string, question = 'word', run = 'r1') =>
      [`${by}${lamport}`, { key: `${by}${lamport}`, run, question, text, by, lamport, at: 0 }] as const;
    const reflections = new Map([
      said('ana', 4, 'glad'),
      said('ana', 2, 'tired'),
      said('bo', 3, 'w'.repeat(900)),
      said('cy', 3, 'not a word', 'surprised'),
      said('di', 3, 'elsewhere', 'word', 'r0'),
    ]);
    const { stage } = wallOf('checkout', { more: { reflections } });
    expect(stage.kind === 'words' && [...stage.words].sort()).toEqual(['glad', 'w'.repeat(40)]);
  });

  it('holds no ballot while a vote is open, only how many are done, in a word', () => {
    const ballots = new Map([['r1:1', someBallot('r1:1', { box: 'sealed-dots-of-ana' })]]);
    const scene = wallOf('vote', { more: { ballots } });
    expect(scene.stage).toMatchObject({ kind: 'clock', turnout: 'half' });
    expect(JSON.stringify(scene)).not.toMatch(/sealed-dots|"ana"/);
  });

  it('shows the closed vote in its order, with numbers from six voters on', () => {
    const results = (voters: number) => {
      const { stage } = wallOf('vote', { more: { closes: close(voters) } });
      return stage.kind === 'results' ? stage.list.map(({ sheet, count }) => [sheet.text, count]) : null;
    };
    expect(results(6)).toEqual([
      ['b', 9],
      ['a', 5],
    ]);
    expect(results(5)).toEqual([
      ['b', null],
      ['a', null],
    ]);
  });

  it('shows one tree: what is said aloud, what the host looks at, or the youngest', () => {
    const rootOf = (source: Parameters<typeof wallOf>[1]) => {
      const { stage } = wallOf('riff', source);
      return stage.kind === 'tree' ? stage.tree?.sheets.map(({ text, column }) => `${text}${column}`) : null;
    };
    expect(rootOf({})).toEqual(['b0']);
    expect(rootOf({ focus: 'c' })).toEqual(['a0', 'c1', 'd2']);
    expect(rootOf({ focus: 'b', lit: 'd' })).toEqual(['a0', 'c1', 'd2']);
  });

  it('lights what is said aloud, over every screen', () => {
    expect(wallOf('solo', { lit: 'a' }).lit).toMatchObject({ text: 'a' });
    expect(wallOf('solo', { lit: 'not there' }).lit).toBeNull();
  });

  it('names no band while the phase is unsigned', () => {
    const { stage } = wallOf('decide', { focus: 'd' });
    expect(stage).toMatchObject({ kind: 'decision', sheet: { text: 'd' }, band: [] });
  });

  it('nor while what led to a decision is unsigned', () => {
    const later = someRun('r2', { kind: 'decide', after: 'r1', lamport: 5 });
    const unsignedRun = someRun('r1', { kind: 'solo', options: unsigned });
    const more = { runs: new Map([unsignedRun, later].map((run) => [run.id, run])) };
    const bandIn = (run: string | null) => {
      const { stage } = wallOf('decide', { focus: 'd', run, more });
      return stage.kind === 'decision' ? stage.band : null;
    };
    expect(bandIn('r1')).toEqual([]);
    expect(bandIn('r2')).toEqual(['Somebody']);
  });
});

describe('the Wall’s clock', () => {
  it.each([
    [318_000, '05:18'],
    [317_100, '05:18'],
    [0, '00:00'],
    [-900, '00:00'],
    [-40_000, '+00:40'],
    [-3_725_000, '+62:05'],
  ])('says %i ms as %s', (left, words) => {
    expect(sayWallClock(left)).toBe(words);
  });
});

describe('a turnout', () => {
  it.each([
    [0, 5, 'few'],
    [2, 5, 'half'],
    [4, 5, 'most'],
    [5, 5, 'all'],
    [1, 2, 'few'],
    [0, 0, 'few'],
  ])('of %i of %i is %s', (done, people, words) => {
    expect(turnoutOf(done, people)).toBe(words);
  });
});
