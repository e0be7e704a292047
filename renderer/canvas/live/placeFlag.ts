/** Where the flag of somebody's pointer stands: beside it, within the view, and off the words as far as it can be. */
import type { Point, Rect, Size } from '../../../shared/model/geometry.ts';

interface FlagPlace {
  readonly at: Point;
  readonly size: Size;
  /** From the pointer's tip to the flag's near corner. */
  readonly gap: Point;
  readonly visible: Rect;
  /** Text that somebody may be reading. */
  readonly words: readonly Rect[];
}

/** A little covered is better than a flag that jumps from side to side: a turn must save so much of it. */
const worthTurning = 0.15;

/** Its top left, and how much of it (0 to 1) lies on words. Below to the right where nothing speaks against it. */
export function placeFlag({ at, size, gap, visible, words }: FlagPlace): Point & { readonly covers: number } {
  const right = at.x + gap.x;
  const left = at.x - gap.x - size.w;
  const below = at.y + gap.y;
  const above = at.y - gap.y - size.h;
  const places = [
    { x: right, y: below },
    { x: left, y: below },
    { x: right, y: above },
    { x: left, y: above },
  ].map((place) => ({ ...place, covers: coveredPart({ ...place, ...size }, words) }));
  const seen = places.filter((place) => isWithin({ ...place, ...size }, visible));
  const [first = { x: right, y: below, covers: 0 }, ...others] = seen.length > 0 ? seen : places;
  return others.reduce((best, place) => (place.covers < best.covers - worthTurning ? place : best), first);
}

function isWithin(rect: Rect, view: Rect): boolean {
  return (
    rect.x >= view.x &&
    rect.y >= view.y &&
    rect.x + rect.w <= view.x + view.w &&
    rect.y + rect.h <= view.y + view.h
  );
}

function coveredPart(rect: Rect, words: readonly Rect[]): number {
  const covered = words.reduce((sum, word) => {
    const w = Math.min(rect.x + rect.w, word.x + word.w) - Math.max(rect.x, word.x);
    const h = Math.min(rect.y + rect.h, word.y + word.h) - Math.max(rect.y, word.y);
    return w > 0 && h > 0 ? sum + w * h : sum;
  }, 0);
  return Math.min(1, covered / Math.max(1, rect.w * rect.h));
}
