import { describe, expect, it } from 'vitest';
import { type Merge, type Nomination, PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { decodeDots, encodeDots } from '../../../shared/phases/ballot.ts';
import {
  MOST_NOMINEES,
  rankNominees,
  readMerged,
  readNominees,
  standsFor,
  validNominations,
} from '../../../shared/phases/nominees.ts';
import { readResults } from '../../../shared/phases/results.ts';
import {
  countBallots,
  countLate,
  type Dots,
  type Placed,
  refuseDots,
  sumDots,
} from '../../../shared/phases/tally.ts';
import { createDice } from '../../support/threePeople.ts';
import { someIdea, someJam } from '../ideas/someJam.ts';
import { records, someBallot, someRun } from './someCourse.ts';

const LIST = ['a', 'b', 'c', 'd'];
const run = someRun('r1', { kind: 'vote', list: LIST });

const placedAt = (lamport: number, dots: Dots | undefined): Placed | null =>
  dots === undefined ? null : { dots, placedAt: lamport };

const nomination = (member: string, idea: string, lamport: number): [string, Nomination] => [
  `r1:${member}:${idea}`,
  { run: 'r1', member, idea, gone: false, by: member, lamport, at: 0 },
];
const merge = (from: string, into: string, lamport = 1): Merge => ({
  from,
  into,
  gone: false,
  by: 'ana',
  lamport,
  at: 0,
});

describe('nominations', () => {
  it('count within a person’s quota, the first ones first', () => {
    const nominations = new Map([
      nomination('bo', 'a', 3),
      nomination('bo', 'b', 1),
      nomination('bo', 'c', 2),
    ]);
    const valid = validNominations(records({ more: { nominations } }), run);
    expect(valid.map(({ idea }) => idea)).toEqual(['b', 'c']);
  });

  it('of put-together ideas stand as one, each person counted once', () => {
    const snapshot = someJam({ ideas: LIST.map((id) => someIdea(id)) });
    const nominations = new Map([
      nomination('bo', 'a', 1),
      nomination('bo', 'b', 2),
      nomination('cy', 'b', 3),
      nomination('cy', 'c', 4),
    ]);
    const merges = new Map([['b:a', merge('b', 'a')]]);
    expect(readNominees(snapshot, records({ more: { nominations, merges } }), run)).toEqual([
      { idea: 'a', merged: ['b'], named: 2 },
      { idea: 'c', merged: [], named: 1 },
    ]);
  });

  it('of a binned idea fall away', () => {
    const snapshot = someJam({ ideas: [someIdea('a', { bin: true }), someIdea('b')] });
    const nominations = new Map([nomination('bo', 'a', 1), nomination('bo', 'b', 2)]);
    expect(readNominees(snapshot, records({ more: { nominations } }), run).map(({ idea }) => idea)).toEqual([
      'b',
    ]);
  });

  it('beyond what a list holds stay behind those that more people named', () => {
    const ideas = Array.from({ length: MOST_NOMINEES + 2 }, (_, i) =>
      someIdea(`i${String(i).padStart(2, '0')}`),
    );
    const snapshot = someJam({ ideas });
    const last = ideas.at(-1)?.id ?? '';
    const nominations = new Map([
      ...ideas.map(({ id }, i) => nomination(`p${i}`, id, i)),
      nomination('q', last, 99),
    ]);
    const course = records({ more: { nominations } });
    expect(rankNominees(snapshot, course, run)).toHaveLength(MOST_NOMINEES + 2);
    const list = readNominees(snapshot, course, run).map(({ idea }) => idea);
    expect(list).toHaveLength(MOST_NOMINEES);
    expect(list).toContain(last);
  });

  it('know everything that was put together with them, through others too, until it is taken apart', () => {
    const merges = [merge('a', 'b'), merge('b', 'c'), { ...merge('d', 'c'), gone: true }];
    expect(readMerged(merges)).toEqual(new Map([['c', ['a', 'b']]]));
  });

  it('put together in a circle end at one and the same idea', () => {
    const stands = standsFor([merge('a', 'b'), merge('b', 'c'), merge('c', 'a'), merge('d', 'a')]);
    expect(LIST.map(stands)).toEqual(['a', 'a', 'a', 'a']);
  });
});

describe('dots', () => {
  const rules = { dots: 5, cap: 3 };
  it.each<[string, [string, number][], boolean]>([
    [
      'within the budget',
      [
        ['a', 3],
        ['b', 2],
      ],
      true,
    ],
    [
      'over the budget',
      [
        ['a', 3],
        ['b', 3],
      ],
      false,
    ],
    ['over the cap', [['a', 4]], false],
    ['on what is not on the list', [['z', 1]], false],
    ['cut in two', [['a', 0.5]], false],
    ['below nothing', [['a', -1]], false],
    ['none at all', [], true],
  ])('%s', (_name, dots, fine) => {
    expect(refuseDots(new Map(dots), LIST, rules) === null).toBe(fine);
  });

  it('come back from a ballot as they went in, in boxes of one length', () => {
    const seat = { by: 'bo', device: 'laptop' };
    const lengths = new Set<number>();
    for (let seed = 1; seed <= 50; seed++) {
      const dice = createDice(seed);
      const dots: Dots = new Map(LIST.filter(() => dice(2) === 0).map((idea) => [idea, 1 + dice(3)]));
      const placed = { dots, placedAt: dice(1_000) };
      const bytes = encodeDots(placed, run, seat);
      lengths.add(bytes.length);
      expect(decodeDots(bytes, run, seat)).toEqual(placed);
    }
    expect(lengths.size).toBe(1);
  });

  it('of somebody else, or of another run, are nobody’s', () => {
    const placed = { dots: new Map([['a', 1]]), placedAt: 3 };
    const bytes = encodeDots(placed, run, { by: 'bo', device: 'laptop' });
    expect(decodeDots(bytes, run, { by: 'eve', device: 'laptop' })).toBeNull();
    expect(decodeDots(bytes, { ...run, id: 'r2' }, { by: 'bo', device: 'laptop' })).toBeNull();
    expect(decodeDots(bytes.subarray(1), run, { by: 'bo', device: 'laptop' })).toBeNull();
  });
});

describe('a count', () => {
  const count = (
    dots: Record<string, Dots>,
    ballots = Object.keys(dots).map((key) => someBallot(key, { by: key })),
  ) =>
    countBallots(
      run,
      ballots,
      ({ key }) => placedAt(0, dots[key]),
      (idea) => idea !== 'd',
    );

  it('takes a seat’s latest ballot', () => {
    const dots = { old: new Map([['a', 3]]), young: new Map([['b', 1]]) };
    const tally = count(dots, [someBallot('young', { lamport: 9 }), someBallot('old', { lamport: 4 })]);
    expect(tally).toMatchObject({ counted: ['young'], aside: [] });
    expect(tally.totals.get('a')).toEqual([0, 0, 0]);
    expect(tally.totals.get('b')).toEqual([1, 0, 0]);
  });

  it('of a person with two devices takes that on which dots were placed last, however late the other one speaks', () => {
    const phone = { placed: placedAt(7, new Map([['a', 2]])), ballot: someBallot('phone', { lamport: 8 }) };
    const idle = {
      placed: placedAt(0, new Map()),
      ballot: someBallot('idle', { lamport: 20, device: 'desk' }),
    };
    const tally = countBallots(
      run,
      [idle.ballot, phone.ballot],
      ({ key }) => (key === 'idle' ? idle.placed : phone.placed),
      () => true,
    );
    expect(tally).toMatchObject({ counted: ['phone'], aside: ['idle'], voters: 1 });
    expect(tally.totals.get('a')).toEqual([0, 1, 0]);
  });

  it('leaves out a ballot over its budget, one that nobody can open, and dots on a binned idea', () => {
    const tally = count({
      greedy: new Map([
        ['a', 3],
        ['b', 3],
      ]),
      fair: new Map([
        ['a', 2],
        ['d', 3],
      ]),
    });
    const sealed = countBallots(
      run,
      [someBallot('shut')],
      () => null,
      () => true,
    );
    expect(tally).toMatchObject({ counted: ['fair'], aside: ['greedy'], voters: 1 });
    expect(tally.totals.has('d')).toBe(false);
    expect(sumDots(tally.totals.get('a') ?? [])).toBe(2);
    expect(sealed).toMatchObject({ counted: [], aside: ['shut'] });
  });

  it('counts a seat without dots as heard, not as a voter', () => {
    expect(count({ quiet: new Map(), loud: new Map([['a', 1]]) })).toMatchObject({
      counted: ['loud', 'quiet'],
      voters: 1,
    });
  });

  it('does not depend on the order in which ballots came, and equals a count by hand', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const dice = createDice(seed);
      const people = Array.from({ length: 1 + dice(12) }, (_, i) => `p${i}`);
      const dots = new Map<string, Map<string, number>>();
      const ballots = people.flatMap((by) =>
        Array.from({ length: 1 + dice(4) }, (_, n) => {
          const key = `${by}-${n}`;
          dots.set(key, new Map(LIST.filter(() => dice(2) === 0).map((idea) => [idea, 1 + dice(2)])));
          return someBallot(key, { by, lamport: dice(30) });
        }),
      );
      const tallyOf = (list: typeof ballots) =>
        countBallots(
          run,
          list,
          ({ key }) => placedAt(0, dots.get(key)),
          () => true,
        );
      const tally = tallyOf(ballots);
      expect(tallyOf([...ballots].reverse())).toEqual(tally);
      // By hand: the last ballot of each, dropped when it has more than five dots.
      let sum = 0;
      for (const by of people) {
        const own = ballots.filter((one) => one.by === by);
        own.sort((a, b) => b.lamport - a.lamport || (a.key < b.key ? 1 : -1));
        const placed = [...(dots.get(own[0]?.key ?? '') ?? new Map<string, number>()).values()];
        const total = placed.reduce((all, one) => all + one, 0);
        if (total <= PLAIN_OPTIONS.dots) sum += total;
      }
      expect([...tally.totals.values()].reduce((all, spread) => all + sumDots(spread), 0)).toBe(sum);
    }
  });
});

describe('what came after a close', () => {
  const close = { counted: ['bo-2'], aside: ['bo-desk'] };
  const counted = [
    someBallot('bo-1', { by: 'bo', lamport: 2 }),
    someBallot('bo-2', { by: 'bo', lamport: 5 }),
    someBallot('bo-desk', { by: 'bo', device: 'desk', lamport: 6 }),
  ];

  it('is nothing while every seat’s latest lay there', () => {
    expect(countLate(close, counted)).toBe(0);
  });

  it('is one ballot a person, however often their laptop spoke, and whatever its clock says', () => {
    const late = [1, 3].map((lamport) => someBallot(`cy-${lamport}`, { by: 'cy', lamport }));
    expect(countLate(close, [...counted, ...late])).toBe(1);
    const changed = someBallot('bo-3', { by: 'bo', lamport: 7 });
    expect(countLate(close, [...late, changed, ...counted])).toBe(2);
  });
});

describe('results', () => {
  const totals = new Map([
    ['a', [1, 1, 0]],
    ['b', [0, 0, 2]],
    ['c', [0, 0, 0]],
    ['d', [2, 1, 0]],
  ]);

  it('from six voters on say how many gave none, one, two, three, the most dots first', () => {
    expect(readResults({ totals, voters: 6 }).map(({ idea, numbers }) => [idea, numbers])).toEqual([
      ['b', { dots: 6, people: [4, 0, 0, 2] }],
      ['d', { dots: 4, people: [3, 2, 1, 0] }],
      ['a', { dots: 3, people: [4, 1, 1, 0] }],
      ['c', { dots: 0, people: [6, 0, 0, 0] }],
    ]);
  });

  it('below six voters are three bands without a number, and inside a band say nothing', () => {
    const results = readResults({ totals, voters: 5 });
    expect(results.map(({ idea, band }) => [idea, band])).toEqual([
      ['b', 'most'],
      ['a', 'middle'],
      ['d', 'middle'],
      ['c', 'fewest'],
    ]);
    expect(results.every(({ numbers }) => numbers === null)).toBe(true);
  });

  it('without a dot are all alike', () => {
    const none = new Map([
      ['a', [0, 0]],
      ['b', [0, 0]],
    ]);
    expect(readResults({ totals: none, voters: 0 }).map(({ band }) => band)).toEqual(['fewest', 'fewest']);
  });
});
