/**
 * Moves somebody's pointer smoothly between the few points that arrive: it glides to each new one in the time that
 * lay between the last two, so that 8 points a second look like a hand and not like a clock.
 */
import type { Point } from '../model/geometry.ts';

export interface CursorMotion {
  /** A point that has just arrived, at `now` ms. */
  push(at: Point, now: number): void;
  /** Where to draw it at `now` ms; null before the first point. */
  at(now: number): Point | null;
  /** Whether it still glides. */
  isMoving(now: number): boolean;
  /** ms since it last went anywhere. */
  restedFor(now: number): number;
}

/** A glide takes at least one frame and never so long that the pointer lies about where the hand is. */
const shortest = 16;
const longest = 160;
/** A pause longer than this, ms, says nothing about the pace that follows. */
const pause = 400;

export function createCursorMotion(): CursorMotion {
  let from: Point | null = null;
  let to: Point | null = null;
  let since = 0;
  let takes = shortest;

  const at = (now: number): Point | null => {
    if (from === null || to === null) return null;
    const part = Math.min(1, Math.max(0, (now - since) / takes));
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  };

  return {
    push(point, now) {
      const gap = now - since;
      from = at(now) ?? point;
      to = point;
      takes = gap > pause ? shortest : Math.min(longest, Math.max(shortest, gap));
      since = now;
    },
    at,
    isMoving: (now) => to !== null && now - since < takes,
    restedFor: (now) => (to === null ? 0 : Math.max(0, now - since)),
  };
}
