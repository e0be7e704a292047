import { describe, expect, it } from 'vitest';
import { drawTrees } from '../../../renderer/library/treesPicture.ts';

const box = { w: 200, h: 236 };
const small: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [1, 0, 0],
  [2, 0, 1],
  [1, 1, 0],
];

describe('the picture of the trees', () => {
  it('is empty for a jam without trees', () => {
    expect(drawTrees([], box)).toEqual({ width: 200, height: 236, sheets: [], links: '' });
  });

  it('draws every sheet once, none over another', () => {
    const { sheets } = drawTrees([small, small, small], box);
    expect(sheets).toHaveLength(12);
    for (const a of sheets) {
      for (const b of sheets) {
        if (a === b) continue;
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('keeps what was promoted white', () => {
    expect(drawTrees([small], box).sheets.filter(({ flag }) => flag === 1)).toHaveLength(1);
  });

  it('stays within its own measures, however many trees there are', () => {
    for (const count of [1, 4, 12]) {
      const { width, height, sheets } = drawTrees(new Array(count).fill(small), box);
      for (const { x, y, w, h } of sheets) {
        expect(x + w).toBeLessThanOrEqual(width + 0.001);
        expect(y + h).toBeLessThanOrEqual(height + 0.001);
      }
    }
  });
});
