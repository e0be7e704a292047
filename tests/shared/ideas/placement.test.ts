import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { laidBoard } from '../../../shared/ideas/ground.ts';
import { deriveGroupTree, positionOf } from '../../../shared/ideas/groupTree.ts';
import {
  placeForNewIdea,
  placeForRiff,
  placeForSibling,
  placeMany,
} from '../../../shared/ideas/placement.ts';
import { isOnModule, MODULE, type Rect, rectsTouch, rowsHeight } from '../../../shared/model/geometry.ts';
import { type IdeaId, MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { JamSnapshot, Place } from '../../../shared/model/snapshot.ts';
import { randomBoard } from './randomBoard.ts';
import { someGroup, someIdea, someJam, someRiff } from './someJam.ts';

const at = (column: number, row: number) => ({ x: column * MODULE.pitchX, y: row * MODULE.pitchY });
const laidOf = (jam: JamSnapshot) => laidBoard(layoutFromScratch(jam, MAIN_BOARD));

function rectOf(jam: JamSnapshot, place: Place, rows = 1): Rect {
  return { ...positionOf(place, deriveGroupTree(jam.groups)), w: MODULE.w, h: rowsHeight(rows) };
}

/** Lays a riff as the command would. */
function withRiff(jam: JamSnapshot, parent: IdeaId, id: IdeaId): JamSnapshot {
  const place = placeForRiff(jam, laidOf(jam), parent);
  if (place === null) throw new Error('no place');
  const riff = someRiff(id, parent, { lamport: jam.riffs.size + 1 });
  return someJam({
    ideas: [...jam.ideas.values(), someIdea(id, { place, born: { lamport: jam.ideas.size } })],
    riffs: [...jam.riffs.values(), riff],
    groups: jam.groups.values(),
  });
}

describe('a new sheet', () => {
  test('is laid beside its parent, the next ones below', () => {
    let jam = someJam({ ideas: [someIdea('post')] });
    for (const id of ['a', 'b', 'c']) jam = withRiff(jam, 'post', id);
    jam = withRiff(jam, 'a', 'd');
    expect(['a', 'b', 'c', 'd'].map((id) => jam.ideas.get(id)?.place)).toEqual(
      [at(1, 0), at(1, 1), at(1, 2), at(2, 0)].map((corner) => ({
        board: MAIN_BOARD,
        group: null,
        auto: true,
        ...corner,
      })),
    );
    expect(layoutFromScratch(jam, MAIN_BOARD).sheets.get('post')?.root).toBe(true);
  });

  test('by its key stands apart from the rows of trees, where it would be taken for a riff', () => {
    const ideas = [
      someIdea('i', { place: at(0, 0) }),
      someIdea('i2', { place: at(1, 0) }),
      someIdea('j', { place: at(0, 2) }),
      someIdea('j2', { place: at(1, 2) }),
      someIdea('fresh', { place: at(0, 5) }),
    ];
    const jam = someJam({ ideas, riffs: [someRiff('i2', 'i'), someRiff('j2', 'j')] });
    const middleOf = (column: number, row: number) => ({
      x: at(column, row).x + MODULE.w / 2,
      y: at(column, row).y + MODULE.h / 2,
    });
    const placeOf = (column: number, row: number, apart: boolean) =>
      placeForNewIdea(jam, laidOf(jam), MAIN_BOARD, middleOf(column, row), 1, apart);
    expect(placeOf(2, 0, false)).toMatchObject(at(2, 0));
    expect(placeOf(2, 0, true)).toMatchObject(at(2, -1));
    // Fresh sheets have no rows that one could be taken for.
    expect(placeOf(1, 5, true)).toMatchObject(at(1, 5));
  });

  test('of a riff on a fresh sheet leaves the fresh column', () => {
    const groups = [
      someGroup('fresh', { role: 'fresh', y: -44, w: 142 }),
      someGroup('next', { x: 176, y: -44 }),
    ];
    const jam = someJam({ ideas: [someIdea('g', { place: { group: 'fresh', y: 44 } })], groups });
    const place = placeForRiff(jam, laidOf(jam), 'g');
    // The area beside it belongs to others: below that.
    expect(place).toMatchObject({ group: null, ...at(1, 4) });
  });

  test('stays in the group of its parent, below its head', () => {
    const groups = [someGroup('g', { y: 48, w: 670 })];
    const jam = someJam({ ideas: [someIdea('a', { place: { group: 'g', y: 44 } })], groups });
    expect(placeForRiff(jam, laidOf(jam), 'a')).toMatchObject({ group: 'g', x: 176, y: 44 });
  });

  test('beside the wall of another group stays near its parent', () => {
    const inGroup = (id: string, row: number) =>
      someIdea(id, { place: { group: 'left', ...at(0, row) }, born: { lamport: row } });
    const jam = someJam({
      ideas: [inGroup('post', 0), inGroup('second', 1)],
      groups: [
        someGroup('left', { x: 0, y: 0, w: MODULE.w, h: 0 }),
        someGroup('right', { x: MODULE.pitchX, y: -44, w: MODULE.w, h: 92 * 12 }),
      ],
    });
    const place = placeForRiff(jam, laidOf(jam), 'post') as Place;
    const { x, y } = rectOf(jam, place);
    expect(place.group).toBe('left');
    expect(Math.hypot(x, y)).toBeLessThan(2 * MODULE.pitchX + 1);
  });

  test('beside a sheet off the grid is on the grid and clear of it', () => {
    const jam = someJam({ ideas: [someIdea('a', { place: { x: 20, y: 10 } })] });
    const place = placeForRiff(jam, laidOf(jam), 'a') as Place;
    expect(place).toMatchObject(at(2, 0));
  });

  test('at the hand takes the module under it, in the group under it', () => {
    const jam = someJam({ groups: [someGroup('g', { y: 48 })] });
    expect(placeForNewIdea(jam, laidOf(jam), MAIN_BOARD, { x: 200, y: 120 })).toMatchObject({
      group: 'g',
      x: 176,
      y: 44,
    });
    expect(placeForNewIdea(jam, laidOf(jam), MAIN_BOARD, { x: 1000, y: 120 })).toMatchObject({
      group: null,
      ...at(5, 1),
    });
  });

  test('finds a place on a board that is full for miles', () => {
    const ideas = Array.from({ length: 6400 }, (_, i) =>
      someIdea(`i${i}`, { place: at(i % 80, Math.floor(i / 80)) }),
    );
    const jam = someJam({ ideas });
    const laid = laidOf(jam);
    for (const place of [
      placeForRiff(jam, laid, 'i3240'),
      placeForSibling(jam, laid, 'i3240'),
      placeForNewIdea(jam, laid, MAIN_BOARD, at(40, 40)),
    ]) {
      expect(laid.sheets.touches(rectOf(jam, place as Place))).toBe(false);
    }
  });

  test('pasted lists fill one column after the other', () => {
    const jam = someJam({ ideas: [someIdea('a', { place: at(0, 2) })] });
    const places = placeMany(jam, laidOf(jam), MAIN_BOARD, { x: 71, y: 41 }, Array(16).fill(1));
    expect(places[2]).toMatchObject(at(0, 3));
    expect(places[7]).toMatchObject(at(1, 0));
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(16);
  });

  test('covers nothing and lies on the grid, on whatever board', () => {
    fc.assert(
      fc.property(
        randomBoard(),
        fc.integer({ min: 1, max: 3 }),
        fc.record({ x: fc.integer({ min: -900, max: 2500 }), y: fc.integer({ min: -900, max: 2500 }) }),
        (jam, rows, hand) => {
          const laid = laidOf(jam);
          const places: [Place, number][] = [[placeForNewIdea(jam, laid, MAIN_BOARD, hand, rows), rows]];
          for (const id of laid.layout.sheets.keys()) {
            places.push([placeForRiff(jam, laid, id, rows) as Place, rows]);
            places.push([placeForSibling(jam, laid, id, rows) as Place, rows]);
          }
          const list = [1, rows, 2, 1, 1, rows];
          const many = placeMany(jam, laid, MAIN_BOARD, hand, list);
          for (const [i, place] of many.entries()) places.push([place, list[i] as number]);
          for (const [place, count] of places) {
            const rect = rectOf(jam, place, count);
            expect(isOnModule(rect)).toBe(true);
            for (const sheet of laid.layout.sheets.values()) expect(rectsTouch(sheet, rect)).toBe(false);
            for (const area of laid.layout.groups.values()) {
              const closed = area.id === place.group ? { ...area, h: 44 } : area;
              expect(rectsTouch(closed, rect)).toBe(false);
            }
          }
          for (const [i, a] of many.entries()) {
            for (const [j, b] of many.entries()) {
              if (i < j) expect(rectsTouch(rectOf(jam, a, list[i]), rectOf(jam, b, list[j]))).toBe(false);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
