import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { GROWTH_CAP } from '../../../shared/ideas/lineageGraph.ts';
import type { JamSnapshot, Riff } from '../../../shared/model/snapshot.ts';
import { someIdea, someJam, someRiff } from './someJam.ts';

/** post <- baker, bread <- baker; tour grew from bread and from church. */
const ideas = ['post', 'baker', 'bread', 'church', 'tour'].map((id, i) =>
  someIdea(id, { born: { lamport: i + 1, author: `${id}'s author` } }),
);
const riffs = [
  someRiff('baker', 'post', { lamport: 2 }),
  someRiff('bread', 'baker', { lamport: 3 }),
  someRiff('tour', 'bread', { lamport: 5, bond: 'combine' }),
  someRiff('tour', 'church', { lamport: 6, bond: 'combine' }),
];

describe('lineage', () => {
  test('reads trees, paths and bands from riffs', () => {
    const lineage = deriveLineage(someJam({ ideas, riffs }));
    expect(lineage.roots).toEqual(['post', 'church']);
    expect(lineage.parents('tour')).toEqual(['bread', 'church']);
    expect(lineage.children('church')).toEqual(['tour']);
    expect(lineage.rootOf('tour')).toBe('post');
    expect(lineage.path('tour')).toEqual(['post', 'baker', 'bread']);
    expect(lineage.ancestors('tour')).toEqual(['bread', 'church', 'baker', 'post']);
    expect(lineage.band('tour')).toEqual(
      ['tour', 'bread', 'church', 'baker', 'post'].map((id) => `${id}'s author`),
    );
    expect(lineage.tree('post')).toEqual(['post', 'baker', 'bread', 'tour']);
    expect(lineage.volume('post')).toBe(4);
    expect(lineage.growth('post')).toBe(3);
    expect(lineage.growth('church')).toBe(1);
  });

  test('a root is fresh until something live grew from it', () => {
    const binned = ideas.map((idea) => (idea.id === 'tour' ? { ...idea, bin: true } : idea));
    const lineage = deriveLineage(someJam({ ideas: binned, riffs }));
    expect(lineage.isFresh('church')).toBe(true);
    expect(lineage.isFresh('post')).toBe(false);
    expect(lineage.isFresh('baker')).toBe(false);
    expect(lineage.rootOf('tour')).toBe('post');
    expect(lineage.volume('post')).toBe(3);
  });

  test('of two people who riff on each other at once the earlier riff counts, for both of them', () => {
    const both = [someRiff('post', 'church', { lamport: 4 }), someRiff('church', 'post', { lamport: 4 })];
    for (const order of [both, [...both].reverse()]) {
      const lineage = deriveLineage(someJam({ ideas: ideas.slice(0, 4), riffs: order }));
      expect(lineage.parents('church')).toEqual(['post']);
      expect([...lineage.ignored]).toEqual(['post:church']);
    }
  });

  test('riffs that are gone, on itself, or on a missing idea change nothing', () => {
    const odd = [
      someRiff('baker', 'baker'),
      someRiff('bread', 'nobody'),
      someRiff('nobody', 'post'),
      someRiff('bread', 'post', { gone: true }),
    ];
    const lineage = deriveLineage(someJam({ ideas, riffs: odd }));
    expect(lineage.roots).toHaveLength(5);
    expect(lineage.rootOf('nobody')).toBe('nobody');
    expect(lineage.isFresh('nobody')).toBe(false);
  });

  test('equals a slow reading that asks each time whether a riff would close a cycle', () => {
    fc.assert(
      fc.property(randomJam(), (jam) => {
        const lineage = deriveLineage(jam);
        const slow = slowly(jam);
        for (const id of jam.ideas.keys()) {
          expect(lineage.parents(id)).toEqual(slow.parents(id));
          expect(new Set(lineage.ancestors(id))).toEqual(slow.ancestors(id));
          const grown = [...jam.ideas.values()].filter(
            (one) => !one.bin && slow.ancestors(one.id).has(id),
          ).length;
          expect(lineage.descendants(id)).toBe(grown);
          expect(lineage.growth(id)).toBe(Math.min(grown, GROWTH_CAP));
          expect(lineage.tree(lineage.rootOf(id))).toContain(id);
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('is the same in whatever order ideas and riffs arrived', () => {
    fc.assert(
      fc.property(randomJam(), (jam) => {
        const turned = someJam({
          ideas: [...jam.ideas.values()].reverse(),
          riffs: [...jam.riffs.values()].reverse(),
        });
        const a = deriveLineage(jam);
        const b = deriveLineage(turned);
        expect(b.roots).toEqual(a.roots);
        for (const id of jam.ideas.keys()) {
          expect(b.parents(id)).toEqual(a.parents(id));
          expect(b.children(id)).toEqual(a.children(id));
          expect(b.rootOf(id)).toBe(a.rootOf(id));
        }
      }),
    );
  }, 60_000);
});

function randomJam(): fc.Arbitrary<JamSnapshot> {
  const id = fc.integer({ min: 0, max: 11 }).map((n) => `i${n}`);
  return fc
    .record({
      bins: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      riffs: fc.array(fc.tuple(id, id, fc.integer({ min: 1, max: 6 }), fc.boolean()), {
        minLength: 10,
        maxLength: 30,
      }),
    })
    .map(({ bins, riffs }) =>
      someJam({
        ideas: bins.map((bin, i) => someIdea(`i${i}`, { bin, born: { lamport: i % 4 } })),
        riffs: riffs.map(([child, parent, lamport, gone]) => someRiff(child, parent, { lamport, gone })),
      }),
    );
}

function slowly(jam: JamSnapshot) {
  const taken: Riff[] = [];
  const ancestors = (id: string): Set<string> => {
    const found = new Set<string>();
    const look = (at: string): void => {
      for (const { child, parent } of taken) {
        if (child !== at || found.has(parent)) continue;
        found.add(parent);
        look(parent);
      }
    };
    look(id);
    return found;
  };
  const order = [...jam.riffs.values()].sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1));
  for (const riff of order) {
    if (riff.gone || riff.child === riff.parent || ancestors(riff.parent).has(riff.child)) continue;
    taken.push(riff);
  }
  return {
    ancestors,
    parents: (id: string) => taken.filter(({ child }) => child === id).map(({ parent }) => parent),
  };
}
