import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLabels } from '../../../shared/ideas/compareLabels.ts';
import {
  deriveLabels,
  letterNumber,
  letterOf,
  nextClaim,
  parseCallNumber,
} from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import type { Idea, JamSnapshot, Settled } from '../../../shared/model/snapshot.ts';
import { someIdea, someJam, someRiff } from './someJam.ts';

const labelsOf = (jam: JamSnapshot) => deriveLabels(jam, deriveLineage(jam));
const claims = (id: string, lamport: number, root: string | null, n: number): Idea =>
  someIdea(id, { born: { lamport, claim: { root, n } } });
const settledAs = (label: string, lamport: number): Settled => ({ label, lamport, by: 'alice', at: 0 });

describe('call numbers', () => {
  test('are ordered as people count, what has none last', () => {
    expect(['B', 'A10', '', 'AA', 'A2', 'A', 'Z3'].sort(compareLabels)).toEqual([
      'A',
      'A2',
      'A10',
      'B',
      'Z3',
      'AA',
      '',
    ]);
  });

  test('letters go from A to Z and on with AA', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    for (let n = 1; n < 2000; n++) expect(letterNumber(letterOf(n))).toBe(n);
  });

  test('what people type or say is understood', () => {
    expect(['d5', ' D 5 ', "aa12'", 'D5’’', 'd', "d'5", 'D1'].map(parseCallNumber)).toEqual([
      'D5',
      'D5',
      "AA12'",
      "D5''",
      'D',
      "D'5",
      'D',
    ]);
    expect(['', '5', 'D0', 'D-5', 'heat wave', 'D5 now', 'abcde'].map(parseCallNumber)).toEqual(
      Array(7).fill(null),
    );
  });

  test('claims become letters and numbers', () => {
    const jam = someJam({
      ideas: [claims('post', 1, null, 4), claims('baker', 2, 'post', 5)],
      riffs: [someRiff('baker', 'post')],
    });
    expect(Object.fromEntries(labelsOf(jam))).toEqual({ post: 'D', baker: 'D5' });
  });

  test('of three that claimed D6 apart the earliest has it and the others a prime each', () => {
    const jam = someJam({
      ideas: [
        claims('c', 9, 'd', 6),
        claims('b', 7, 'd', 6),
        claims('a', 9, 'd', 6),
        claims('d', 1, null, 4),
      ],
    });
    expect(Object.fromEntries(labelsOf(jam))).toEqual({ d: 'D', b: 'D6', a: "D6'", c: "D6''" });
  });

  test('a settled number beats an earlier claim, and no prime takes a settled name', () => {
    const jam = someJam({
      ideas: [
        claims('d', 1, null, 4),
        claims('x', 2, 'd', 6),
        claims('y', 3, 'd', 6),
        claims('z', 4, 'd', 9),
      ],
      settled: [
        ['y', settledAs('D6', 8)],
        ['z', settledAs("D6'", 9)],
      ],
    });
    expect(Object.fromEntries(labelsOf(jam))).toEqual({ d: 'D', y: 'D6', z: "D6'", x: "D6''" });
  });

  test('ideas without a claim get what is free', () => {
    const jam = someJam({
      ideas: [
        claims('a', 1, null, 1),
        someIdea('b', { born: { lamport: 2 } }),
        someIdea('c', { born: { lamport: 3 } }),
      ],
      riffs: [someRiff('c', 'a')],
    });
    expect(Object.fromEntries(labelsOf(jam))).toEqual({ a: 'A', b: 'B', c: 'A2' });
  });

  test('claims in a circle end in letters, the same for everybody', () => {
    const ideas = [claims('x', 1, 'y', 3), claims('y', 1, 'x', 4), claims('z', 1, 'x', 5)];
    const labels = labelsOf(someJam({ ideas }));
    expect(labels).toEqual(labelsOf(someJam({ ideas: [...ideas].reverse() })));
    expect([...labels.values()].sort()).toEqual(['A', 'A4', 'A5']);
  });

  test('the next number counts binned ideas and settled ones', () => {
    const jam = someJam({
      ideas: [claims('d', 1, null, 1), { ...claims('x', 2, 'd', 2), bin: true }, claims('y', 3, 'd', 4)],
      riffs: [someRiff('x', 'd'), someRiff('y', 'd')],
      settled: [['y', settledAs('A3', 8)]],
    });
    const lineage = deriveLineage(jam);
    expect(nextClaim(jam, lineage, null)).toEqual({ root: null, n: 2 });
    expect(nextClaim(jam, lineage, 'y')).toEqual({ root: 'd', n: 5 });
    expect(nextClaim(jam, lineage, 'nobody')).toEqual({ root: null, n: 2 });
  });

  test('a riff on a sheet whose own riff was taken away is counted with its letter', () => {
    const jam = someJam({
      ideas: [claims('d', 1, null, 4), claims('x', 2, 'd', 5)],
      riffs: [someRiff('x', 'd', { gone: true })],
    });
    expect(nextClaim(jam, deriveLineage(jam), 'x')).toEqual({ root: 'd', n: 2 });
  });

  test('everything has a label of its own, which is claimed again by nobody', () => {
    fc.assert(
      fc.property(randomJam(), (jam) => {
        const labels = labelsOf(jam);
        expect(new Set(labels.values()).size).toBe(jam.ideas.size);
        for (const id of jam.ideas.keys()) expect(labels.get(id)).toMatch(/^[A-Z]+['\d]*$/);
        expect(labelsOf(reversed(jam))).toEqual(labels);
      }),
    );
  }, 60_000);

  test('a settled number stays under any merge', () => {
    fc.assert(
      fc.property(randomJam(), randomJam(), (ours, theirs) => {
        const merged = union(ours, theirs);
        const after = labelsOf(merged);
        for (const [id, { label, lamport }] of merged.settled) {
          // Two hosts who settled apart: the only case in which a settled number may change.
          const rival = [...merged.settled].some(
            ([other, value]) => other !== id && value.label === label && value.lamport <= lamport,
          );
          if (rival || !merged.ideas.has(id)) continue;
          expect(after.get(id)).toBe(label);
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

/** Any two of these may be parts of one jam: what never changes is made from the id alone. */
function randomJam(): fc.Arbitrary<JamSnapshot> {
  const id = fc.integer({ min: 0, max: 14 });
  return fc
    .record({
      ideas: fc.uniqueArray(id),
      riffs: fc.array(fc.tuple(id, id), { maxLength: 20 }),
      settled: fc.array(
        fc.tuple(id, fc.constantFrom('A', 'B', 'A2', "A2'", 'A3', 'C', 'C2'), fc.integer({ min: 1, max: 9 })),
      ),
    })
    .map(({ ideas, riffs, settled }) =>
      someJam({
        ideas: ideas.map((n) =>
          someIdea(`i${n}`, {
            born: {
              lamport: (n * 7) % 5,
              claim:
                n % 5 === 4
                  ? null
                  : n % 2 === 0
                    ? { root: null, n: 1 + (n % 3) }
                    : { root: `i${(n * 3) % 15}`, n: 2 + (n % 2) },
            },
          }),
        ),
        riffs: riffs.map(([a, b]) => someRiff(`i${a}`, `i${b}`, { lamport: (a + b) % 7 })),
        settled: settled.map(([n, label, lamport]) => [`i${n}`, settledAs(label, lamport)] as const),
      }),
    );
}

function reversed(jam: JamSnapshot): JamSnapshot {
  return someJam({
    ideas: [...jam.ideas.values()].reverse(),
    riffs: [...jam.riffs.values()].reverse(),
    settled: [...jam.settled].reverse(),
  });
}

/** What both know; of one idea settled twice the first stands. */
function union(a: JamSnapshot, b: JamSnapshot): JamSnapshot {
  const settled = new Map(b.settled);
  for (const [id, value] of a.settled) {
    const other = settled.get(id);
    if (other === undefined || value.lamport <= other.lamport) settled.set(id, value);
  }
  return someJam({
    ideas: [...a.ideas.values(), ...b.ideas.values()],
    riffs: [...a.riffs.values(), ...b.riffs.values()],
    settled,
  });
}
