import { describe, expect, it } from 'vitest';
import { layTree, WIDTH } from '../../../renderer/wall/layTree.ts';

const HEIGHT = 832;
const root = { column: 0, row: 0 };

describe('a tree on the Wall', () => {
  it('is drawn larger while it is small, and never over the edge', () => {
    const scales = [0, 1, 2, 4].map((riffs) => {
      const sheets = [root, ...Array.from({ length: riffs }, (_, row) => ({ column: 1, row }))];
      const { boxes, scale } = layTree(sheets, HEIGHT);
      for (const { x, y, w, h } of boxes) {
        expect(x + w).toBeLessThanOrEqual(WIDTH + 0.01);
        expect(y + h).toBeLessThanOrEqual(HEIGHT + 0.01);
      }
      return scale;
    });
    expect(scales[1]).toBeGreaterThan(1.5);
    expect(scales[2]).toBeGreaterThan(1.5);
    expect(scales[3]).toBe(1);
  });

  it('with every column keeps its usual size', () => {
    const sheets = [root, ...[1, 2, 3, 4].map((column) => ({ column, row: 0 }))];
    expect(layTree(sheets, HEIGHT).scale).toBe(1);
  });
});
