/** What a hand carries to the edge of the board moves the paper on: the farther out, the faster. */
import type { Point } from '../../shared/model/geometry.ts';
import type { Board } from '../canvas/board.ts';
import { panBy } from '../canvas/camera.ts';
import { pageClock } from '../canvas/cameraMotion.ts';

/** CSS pixels: the rim that scrolls, and how far out is fastest. */
const RIM = 32;
const FARTHEST = 96;
/** CSS pixels a millisecond, at the fastest. */
const FASTEST = 1.1;
/** A frame that came late moves the paper no farther than this, ms. */
const LONGEST = 50;

/** How fast the paper goes, CSS pixels a millisecond; {0, 0} well inside. */
export function rimSpeed(at: Point, size: { readonly w: number; readonly h: number }): Point {
  return { x: speedAt(at.x, size.w), y: speedAt(at.y, size.h) };
}

function speedAt(at: number, size: number): number {
  const out = at < RIM ? at - RIM : Math.max(0, at - (size - RIM));
  return Math.sign(out) * FASTEST * Math.min(1, (out / FARTHEST) ** 2 + Math.abs(out) / FARTHEST);
}

export interface EdgeScroll {
  /** The hand is here now, CSS pixels; null: it carries nothing. */
  follow(hand: Point | null): void;
}

/** @param onScroll the paper moved under the hand */
export function createEdgeScroll({ session }: Board, onScroll: () => void, clock = pageClock): EdgeScroll {
  let hand: Point | null = null;
  let last = 0;
  let callOff: (() => void) | null = null;

  const step = (): void => {
    callOff = null;
    if (hand === null) return;
    const { camera, viewport } = session.ui.getState();
    const { x, y } = rimSpeed(hand, viewport);
    if (x === 0 && y === 0) return;
    const now = clock.now();
    const passed = Math.min(LONGEST, now - last);
    last = now;
    session.set({ camera: panBy(camera, -x * passed, -y * passed) });
    onScroll();
    callOff = clock.frame(step);
  };
  return {
    follow(next) {
      hand = next;
      if (next === null) {
        callOff?.();
        callOff = null;
      }
      if (next === null || callOff !== null) return;
      last = clock.now();
      callOff = clock.frame(step);
    },
  };
}
