import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { incomingPorts, routeCables } from '../../../shared/ideas/cables.ts';
import {
  MODULE,
  type Point,
  type Rect,
  rectContains,
  rectsTouch,
  rowsHeight,
} from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { randomBoard } from './randomBoard.ts';

const sheetAt = (column: number, row: number, rows = 1): Rect => ({
  x: column * MODULE.pitchX,
  y: row * MODULE.pitchY,
  w: MODULE.w,
  h: rowsHeight(rows),
});
const freeEverywhere = () => true;

function route(parent: Rect, children: readonly Rect[], isFree: (rect: Rect) => boolean = freeEverywhere) {
  const ends = children.map((rect, i) => ({ key: `c${i}:p`, rect, inY: rect.y + MODULE.h / 2 }));
  const routed = routeCables(parent, ends, isFree);
  return ends.map(({ key }) => routed.find((cable) => cable.key === key)?.points ?? []);
}

/** The straight pieces of a way. */
function pieces(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, i) => [points[i] as Point, point]);
}

/** Whether two pieces lie on each other over some length. */
function overlap([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const shared = (p: number, q: number, r: number, s: number): number =>
    Math.min(Math.max(p, q), Math.max(r, s)) - Math.max(Math.min(p, q), Math.min(r, s));
  const bothLevel = a.y === b.y && c.y === d.y && Math.abs(a.y - c.y) < 1;
  const bothUpright = a.x === b.x && c.x === d.x && Math.abs(a.x - c.x) < 1;
  return (bothLevel && shared(a.x, b.x, c.x, d.x) > 1) || (bothUpright && shared(a.y, b.y, c.y, d.y) > 1);
}

describe('a cable', () => {
  test('to the sheet beside is straight and ends where its notehead stands', () => {
    expect(route(sheetAt(0, 0), [sheetAt(1, 0)])).toEqual([
      [
        { x: 142, y: 41 },
        { x: 170, y: 41 },
      ],
    ]);
  });

  test('out of a two-row root is straight to both rows', () => {
    const [first, second] = route(sheetAt(0, 0, 2), [sheetAt(1, 0), sheetAt(1, 1)]);
    expect([first?.length, second?.length]).toEqual([2, 2]);
    expect(second?.[0]).toEqual({ x: 142, y: 133 });
  });

  test('to a lower sheet leaves near the bottom; the farther one below and nearer to the parent', () => {
    const [near, far] = route(sheetAt(0, 0, 2), [sheetAt(1, 2), sheetAt(1, 3)]);
    expect(far?.[0]).toEqual({ x: 142, y: 160 });
    expect(near?.[0]).toEqual({ x: 142, y: 147 });
    expect((near?.[1]?.x ?? 0) - (far?.[1]?.x ?? 0)).toBe(7);
  });

  test('goes far along a free row, and along the gutter above where something lies in the way', () => {
    const child = sheetAt(4, 3);
    expect(route(sheetAt(0, 0), [child])[0]).toHaveLength(4);
    const round = route(sheetAt(0, 0), [child], () => false)[0] ?? [];
    expect(round.at(-1)).toEqual({ x: child.x - 6, y: child.y + 41 });
    expect(round.some(({ y }) => y === child.y - 5)).toBe(true);
  });

  test('takes the next gutter where a sheet of two rows covers the nearest', () => {
    const root = sheetAt(2, 2, 2);
    const child = sheetAt(4, 3);
    const [points = []] = route(
      sheetAt(0, 0),
      [child],
      (way) => ![root, sheetAt(3, 3)].some((one) => rectsTouch(way, one)),
    );
    expect(points.some(({ y }) => y === child.y + child.h + 5)).toBe(true);
  });

  test('to a sheet on the left, above or right below goes around through the gutters', () => {
    const parent = sheetAt(3, 3);
    for (const child of [
      sheetAt(1, 3),
      sheetAt(1, 0),
      sheetAt(3, 4),
      sheetAt(3, 1),
      sheetAt(2, 6),
      sheetAt(3, 3),
    ]) {
      const [points = []] = route(parent, [child]);
      expect(points[0]?.x).toBe(parent.x + parent.w);
      expect(points.at(-1)).toEqual({ x: child.x - 6, y: child.y + 41 });
      if (child.x === parent.x && child.y === parent.y) continue;
      const middle = pieces(points).slice(1, -1);
      for (const [a, b] of middle) {
        const way = {
          x: Math.min(a.x, b.x),
          y: Math.min(a.y, b.y),
          w: Math.abs(a.x - b.x),
          h: Math.abs(a.y - b.y),
        };
        expect(rectsTouch(parent, { ...way, w: way.w || 0.1, h: way.h || 0.1 })).toBe(false);
        expect(rectsTouch(child, { ...way, w: way.w || 0.1, h: way.h || 0.1 })).toBe(false);
      }
    }
  });

  test('of several that come in the nearest from above is on top, so that they do not cross', () => {
    const child = sheetAt(5, 3);
    const [far, near, below] = incomingPorts(child, [sheetAt(3, 1), sheetAt(4, 0), sheetAt(4, 5)]);
    expect([near, far, below].map((y) => (y ?? 0) - child.y)).toEqual([13, 41, 69]);
  });

  test('never lies on a sibling, up to eight in a column', () => {
    const rows = fc.uniqueArray(fc.integer({ min: -4, max: 8 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), (list, parentRows) => {
        const ways = route(
          sheetAt(0, 0, parentRows),
          list.map((row) => sheetAt(1, row)),
        );
        for (const [i, a] of ways.entries()) {
          for (const b of ways.slice(i + 1)) {
            for (const p of pieces(a)) for (const q of pieces(b)) expect(overlap(p, q)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('is never missing, is made of level and upright pieces, and stays inside its bounds', () => {
    fc.assert(
      fc.property(randomBoard(), (jam) => {
        const layout = layoutFromScratch(jam, MAIN_BOARD);
        for (const cable of layout.cables.values()) {
          expect(cable.points.length).toBeGreaterThanOrEqual(2);
          for (const [a, b] of pieces(cable.points)) expect(a.x === b.x || a.y === b.y).toBe(true);
          for (const point of cable.points) expect(rectContains(cable.bounds, point)).toBe(true);
          expect(cable.points[0]?.x).toBe((layout.sheets.get(cable.parent)?.x ?? 0) + MODULE.w);
          expect(cable.points.at(-1)?.x).toBe((layout.sheets.get(cable.child)?.x ?? 0) - 6);
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
