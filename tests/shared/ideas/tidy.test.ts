import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { laidBoard } from '../../../shared/ideas/ground.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { type TidyPlan, tidyBoard, tidyGroup, tidyTree } from '../../../shared/ideas/tidy.ts';
import { isOnModule, MODULE, rectsTouch } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { randomBoard } from './randomBoard.ts';
import { someIdea, someJam, someRiff } from './someJam.ts';

const layOut = (jam: JamSnapshot) => layoutFromScratch(jam, MAIN_BOARD);
const boardOf = (jam: JamSnapshot) => [jam, deriveLineage(jam), laidBoard(layOut(jam))] as const;

function carriedOut(jam: JamSnapshot, plan: TidyPlan): JamSnapshot {
  const ideas = new Map(jam.ideas);
  for (const [id, place] of plan.ideas)
    ideas.set(id, { ...(ideas.get(id) as never as object), place } as never);
  const groups = new Map(jam.groups);
  for (const [id, rect] of plan.groups)
    groups.set(id, { ...(groups.get(id) as never as object), ...rect } as never);
  return { ...jam, ideas, groups };
}

describe('tidy', () => {
  test('lays a tree as one reads it: riffs in the next column, each branch on rows of its own', () => {
    const places = { post: [0, 0], baker: [3, 5], bread: [0, 3], tour: [4, 4], scarf: [7, 1] } as const;
    const ideas = Object.entries(places).map(([id, [column, row]], i) =>
      someIdea(id, { born: { lamport: i }, place: { x: column * 176 + 5, y: row * 92 + 5 } }),
    );
    const riffs = [
      someRiff('baker', 'post'),
      someRiff('bread', 'post', { lamport: 2 }),
      someRiff('tour', 'bread', { lamport: 3 }),
      someRiff('scarf', 'bread', { lamport: 4 }),
    ];
    const jam = someJam({ ideas, riffs });
    const { sheets } = layOut(carriedOut(jam, tidyTree(...boardOf(jam), 'tour')));
    const cellOf = (id: string) => [(sheets.get(id)?.x ?? 0) / 176, (sheets.get(id)?.y ?? 0) / 92];
    // Siblings keep the order in which they lay: bread was above baker, scarf above tour.
    expect(['post', 'bread', 'scarf', 'tour', 'baker'].map(cellOf)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 2],
    ]);
    expect(sheets.get('post')?.root).toBe(true);
  });

  for (const [name, tidy] of [
    ['a tree', (jam: JamSnapshot) => tidyTree(...boardOf(jam), layOut(jam).sheets.keys().next().value ?? '')],
    ['a group', (jam: JamSnapshot) => tidyGroup(...boardOf(jam), 'g1')],
    ['a board', (jam: JamSnapshot) => tidyBoard(...boardOf(jam))],
  ] as const) {
    test(`${name}: what moved covers nothing and lies on the grid, and locked sheets did not move`, () => {
      fc.assert(
        fc.property(randomBoard(), (jam) => {
          const plan = tidy(jam);
          const next = carriedOut(jam, plan);
          const { sheets } = layOut(next);
          expect(sheets.size).toBe(layOut(jam).sheets.size);
          for (const [id, sheet] of sheets) {
            if (jam.ideas.get(id)?.lock) expect(next.ideas.get(id)?.place).toBe(jam.ideas.get(id)?.place);
            if (!plan.ideas.has(id)) continue;
            expect(isOnModule(sheet)).toBe(true);
            for (const other of sheets.values())
              if (other !== sheet) expect(rectsTouch(other, sheet)).toBe(false);
          }
        }),
        { numRuns: 100 },
      );
    }, 60_000);
  }

  test('a cable that runs around above a sheet does not make the board climb (found by chance)', () => {
    const text = 'heat wave '.repeat(5);
    const ideas = [
      someIdea('low', { lock: true, born: { lamport: 0 }, place: { y: 920 } }),
      someIdea('a', { text, born: { lamport: 1 } }),
      someIdea('b', { text, born: { lamport: 2 } }),
    ];
    let jam = someJam({ ideas, riffs: [someRiff('a', 'low'), someRiff('b', 'low')] });
    jam = carriedOut(jam, tidyBoard(...boardOf(jam)));
    expect(tidyBoard(...boardOf(jam)).ideas.size).toBe(0);
  });

  test('a board that is tidy stays as it is', () => {
    fc.assert(
      fc.property(randomBoard(), (jam) => {
        const once = carriedOut(jam, tidyBoard(...boardOf(jam)));
        const twice = carriedOut(once, tidyBoard(...boardOf(once)));
        const thrice = carriedOut(twice, tidyBoard(...boardOf(twice)));
        expect(thrice).toEqual(twice);
      }),
    );
  }, 60_000);

  test('a chain of 5,000 riffs is laid', () => {
    const ideas = Array.from({ length: 5000 }, (_, i) => someIdea(`i${i}`, { born: { lamport: i } }));
    const riffs = ideas.slice(1).map(({ id }, i) => someRiff(id, `i${i}`, { lamport: i }));
    const jam = someJam({ ideas, riffs });
    const { sheets } = layOut(carriedOut(jam, tidyTree(...boardOf(jam), 'i7')));
    expect(sheets.get('i4999')).toMatchObject({ x: 4999 * MODULE.pitchX, y: 0 });
  });
});
