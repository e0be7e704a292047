import { describe, expect, it } from 'vitest';
import { createEdgeScroll, rimSpeed } from '../../../renderer/input/edgeScroll.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

const size = { w: 1000, h: 700 };

describe('scrolling at the edge', () => {
  it('rests well inside, and goes faster the farther out the hand is', () => {
    expect(rimSpeed({ x: 500, y: 350 }, size)).toEqual({ x: 0, y: 0 });
    const near = rimSpeed({ x: 990, y: 350 }, size);
    const far = rimSpeed({ x: 1040, y: 350 }, size);
    expect(near.x).toBeGreaterThan(0);
    expect(far.x).toBeGreaterThan(near.x);
    expect(rimSpeed({ x: 500, y: -30 }, size).y).toBeLessThan(0);
  });

  it('moves the paper while the hand stays at the edge, and no longer', () => {
    const { board, session } = createTestBoard();
    const frames: (() => void)[] = [];
    let now = 0;
    let told = 0;
    const clock = {
      now: () => now,
      frame(then: () => void) {
        frames.push(then);
        return () => void frames.pop();
      },
    };
    const edge = createEdgeScroll(board, () => told++, clock);
    const pass = (): void => {
      now += 16;
      frames.pop()?.();
    };
    edge.follow({ x: 999, y: 350 });
    pass();
    pass();
    const { x } = session.ui.getState().camera;
    expect(x).toBeGreaterThan(0);
    expect(told).toBe(2);
    edge.follow({ x: 500, y: 350 });
    pass();
    edge.follow(null);
    pass();
    expect(session.ui.getState().camera.x).toBe(x);
  });
});
