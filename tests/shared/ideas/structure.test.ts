import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveLabels } from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { createStructureReader, type IdeaStructure } from '../../../shared/ideas/structure.ts';
import { riffKey } from '../../../shared/model/ids.ts';
import type { CallClaim, JamSnapshot } from '../../../shared/model/snapshot.ts';
import { differingKeys, ShardedMap } from '../../../shared/util/shardedMap.ts';
import { someIdea, someJam, someRiff } from './someJam.ts';

/** All that a structure says, in an order of its own. */
function describeStructure(jam: JamSnapshot, { lineage, labels }: IdeaStructure) {
  const ids = [...jam.ideas.keys()].sort();
  return {
    labels: ids.map((id) => [id, labels.get(id)]),
    count: labels.size,
    roots: lineage.roots,
    ignored: [...lineage.ignored].sort(),
    nodes: ids.map((id) => [id, lineage.nodes.get(id)]),
    trees: ids.map((id) => new Set(lineage.tree(id))),
  };
}

function fromScratch(jam: JamSnapshot) {
  const lineage = deriveLineage(jam);
  return describeStructure(jam, { lineage, labels: deriveLabels(jam, lineage) });
}

const EMPTY: JamSnapshot = {
  ...someJam({}),
  ideas: ShardedMap.from<never>([]),
  riffs: ShardedMap.from<never>([]),
  settled: ShardedMap.from<never>([]),
};

type Step = (jam: JamSnapshot) => Partial<JamSnapshot>;

const setIn = <T>(map: ReadonlyMap<string, T>, key: string, value: T | null) =>
  (map as ShardedMap<T>).with([key], () => value);

function addIdea(
  id: string,
  claim: CallClaim | null,
  label: string | null,
  parents: readonly string[],
): Step {
  return (jam) => {
    if (jam.ideas.has(id)) return {};
    const lamport = jam.revision;
    let { riffs, settled } = jam;
    for (const parent of parents) {
      riffs = setIn(riffs, riffKey(id, parent), someRiff(id, parent, { lamport }));
    }
    if (label !== null) settled = setIn(settled, id, { label, lamport, by: 'alice', at: 0 });
    return { ideas: setIn(jam.ideas, id, someIdea(id, { born: { lamport, claim } })), riffs, settled };
  };
}

/** What people do, and now and then what only two who were apart, or somebody malicious, can do. */
function randomStep(): fc.Arbitrary<Step> {
  const id = fc.integer({ min: 0, max: 15 }).map((n) => `i${n}`);
  const label = fc.constantFrom('A', 'B', 'C', 'A2', 'A3', 'B2', "A2'", 'D7', 'E', 'F');
  const claim = fc.oneof(
    fc.constant(null),
    fc.record({ root: fc.oneof(fc.constant(null), id), n: fc.integer({ min: 1, max: 6 }) }),
  );
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(id, claim, fc.option(label), fc.array(id, { maxLength: 2 }))
        .map((args) => addIdea(...args)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(id, fc.boolean()).map(
        ([idea, bin]): Step =>
          (jam) => {
            const known = jam.ideas.get(idea);
            return known === undefined ? {} : { ideas: setIn(jam.ideas, idea, { ...known, bin }) };
          },
      ),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(id, id, fc.boolean(), fc.integer({ min: 1, max: 40 })).map(
        ([child, parent, gone, lamport]): Step =>
          ({ riffs }) => ({
            riffs: setIn(riffs, riffKey(child, parent), someRiff(child, parent, { gone, lamport })),
          }),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(id, fc.option(label), fc.integer({ min: 1, max: 40 })).map(
        ([idea, name, lamport]): Step =>
          ({ settled }) => ({
            settled: setIn(
              settled,
              idea,
              name === null ? null : { label: name, lamport, by: 'alice', at: 0 },
            ),
          }),
      ),
    },
    {
      weight: 1,
      arbitrary: id.map(
        (idea): Step =>
          ({ ideas }) => ({ ideas: setIn(ideas, idea, null) }),
      ),
    },
    // The host writes down what everything is called.
    {
      weight: 1,
      arbitrary: fc.constant<Step>((jam) => {
        const labels = deriveLabels(jam, deriveLineage(jam));
        let { settled } = jam;
        for (const [idea, name] of labels) {
          if (!settled.has(idea))
            settled = setIn(settled, idea, { label: name, lamport: 50, by: 'alice', at: 0 });
        }
        return { settled };
      }),
    },
  );
}

const take = (jam: JamSnapshot, step: Step): JamSnapshot => ({
  ...jam,
  ...step(jam),
  revision: jam.revision + 1,
  structure: jam.structure + 1,
});

describe('the structure of ideas', () => {
  test('equals one derived from scratch after every random step, and of the snapshot before too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(randomStep(), { minLength: 1, maxLength: 3 }), { maxLength: 40 }),
        (batches) => {
          const structureOf = createStructureReader();
          let jam = EMPTY;
          for (const [index, batch] of batches.entries()) {
            const before = jam;
            // Several steps in one transaction, as a merge brings them.
            jam = batch.reduce(take, jam);
            expect(describeStructure(jam, structureOf(jam))).toEqual(fromScratch(jam));
            if (index % 7 === 6)
              expect(describeStructure(before, structureOf(before))).toEqual(fromScratch(before));
          }
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  test('finds that a number hangs on a claim which a settled idea made on a root that came later', () => {
    const structureOf = createStructureReader();
    const steps = [
      addIdea('claims', { root: 'late', n: 3 }, 'A', []),
      addIdea('child', null, null, ['claims']),
      addIdea('late', { root: null, n: 1 }, 'D', []),
    ];
    const labels = steps.map((_, index) => {
      const jam = steps.slice(0, index + 1).reduce(take, EMPTY);
      expect(describeStructure(jam, structureOf(jam))).toEqual(fromScratch(jam));
      return structureOf(jam).labels.get('child');
    });
    expect(labels).toEqual([undefined, 'A2', 'D2']);
  });

  test('keeps what a new riff has not changed, so that nothing of it is looked at again', () => {
    const structureOf = createStructureReader();
    let jam = EMPTY;
    for (let tree = 0; tree < 20; tree++) {
      const root = `r${tree}`;
      jam = take(jam, addIdea(root, { root: null, n: tree + 1 }, null, []));
      for (let n = 2; n < 12; n++) jam = take(jam, addIdea(`${root}x${n}`, { root, n }, null, [root]));
    }
    const before = structureOf(jam);
    const after = structureOf(take(jam, addIdea('new', { root: 'r3', n: 12 }, null, ['r3'])));
    expect([...differingKeys(before.lineage.nodes, after.lineage.nodes)].sort()).toEqual(['new', 'r3']);
    expect([...differingKeys(before.labels, after.labels)]).toEqual(['new']);
    expect(after.labels.get('new')).toBe('D12');
    // Shards that hold neither are the same objects.
    const shards = (map: unknown) => (map as ShardedMap<unknown>).shards;
    const copied = shards(after.lineage.nodes).filter(
      (shard, index) => shard !== shards(before.lineage.nodes)[index],
    );
    expect(copied.length).toBeLessThanOrEqual(2);
  });
});
