/** Two fingers: the paper follows their middle and zooms with their distance. */

import type { Point } from '../../../shared/model/geometry.ts';
import type { Board } from '../../canvas/board.ts';
import { panBy, zoomAt } from '../../canvas/camera.ts';
import type { Gesture } from '../hand.ts';

/** @param fingers by pointer, CSS pixels; kept up to date by the caller */
export function pinch({ session }: Board, fingers: ReadonlyMap<number, Point>): Gesture {
  let last = spanOf(fingers);
  return {
    move() {
      const next = spanOf(fingers);
      if (last === null || next === null) return;
      const { camera } = session.ui.getState();
      const panned = panBy(camera, next.middle.x - last.middle.x, next.middle.y - last.middle.y);
      session.set({
        camera: zoomAt(panned, next.middle, panned.zoom * (next.length / Math.max(1, last.length))),
      });
      last = next;
    },
    end: () => undefined,
    cancel: () => undefined,
  };
}

function spanOf(fingers: ReadonlyMap<number, Point>): { middle: Point; length: number } | null {
  const [a, b] = fingers.values();
  if (a === undefined || b === undefined) return null;
  return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length: Math.hypot(a.x - b.x, a.y - b.y) };
}
