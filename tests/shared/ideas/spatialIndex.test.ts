import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpatialIndex } from '../../../shared/ideas/spatialIndex.ts';
import { type Point, type Rect, rectContains, rectsTouch } from '../../../shared/model/geometry.ts';

const side = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 60_000 }));
const where = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.constantFrom(-1e7, 1e7, 22_000_000));
const rect = fc.record({ x: where, y: where, w: side, h: side });
const id = fc.integer({ min: 0, max: 20 });

function away(box: Rect, { x, y }: Point): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));
}

describe('the spatial index', () => {
  test('answers as a look at every rect would', () => {
    const step = fc.oneof(fc.record({ id, rect }), fc.record({ id, rect: fc.constant(null) }));
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        rect,
        fc.record({ x: where, y: where }),
        (steps, area, point) => {
          const index = createSpatialIndex<number>();
          const all = new Map<number, Rect>();
          for (const { id, rect } of steps) {
            if (rect === null) expect(index.remove(id)).toBe(all.delete(id));
            else {
              index.insert(id, rect);
              all.set(id, rect);
            }
          }
          const ids = (test: (rect: Rect) => boolean) =>
            [...all]
              .filter(([, box]) => test(box))
              .map(([one]) => one)
              .sort();
          expect(index.size).toBe(all.size);
          expect(index.query(area).sort()).toEqual(ids((box) => rectsTouch(box, area)));
          expect(index.touches(area, 3)).toBe(
            [...all].some(([one, box]) => one !== 3 && rectsTouch(box, area)),
          );
          expect(index.at(point).sort()).toEqual(ids((box) => rectContains(box, point)));
          const least = Math.min(...[...all.values()].map((box) => away(box, point)));
          const found = index.nearest(point);
          if (all.size === 0) expect(found).toBeUndefined();
          else expect(away(all.get(found as number) as Rect, point)).toBe(least);
          const near = index.nearest(point, { within: 500, accepts: (one) => one !== 3 });
          const leastNear = Math.min(
            ...[...all].filter(([one]) => one !== 3).map(([, box]) => away(box, point)),
          );
          if (leastNear > 500) expect(near).toBeUndefined();
          else expect(away(all.get(near as number) as Rect, point)).toBe(leastNear);
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  test('the nearest may lie outside the first square that is looked at', () => {
    const index = createSpatialIndex<string>();
    index.insert('corner', { x: 360, y: 360, w: 5, h: 5 });
    index.insert('ahead', { x: 400, y: 0, w: 5, h: 5 });
    expect(index.nearest({ x: 0, y: 0 })).toBe('ahead');
  });

  test('odd rects end no loop', () => {
    const index = createSpatialIndex<string>();
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, 0];
    for (const x of odd) for (const w of odd) index.insert(`${x} ${w}`, { x, y: x, w, h: w });
    for (const x of odd) for (const w of odd) index.query({ x, y: x, w, h: w });
    for (const x of odd) index.nearest({ x, y: 0 });
    for (const x of odd) for (const w of odd) index.remove(`${x} ${w}`);
    expect(index.size).toBe(0);
  });
});
