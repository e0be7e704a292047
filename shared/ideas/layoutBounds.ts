/** The rect around everything on a board, kept up to date where that is cheaper than looking at everything. */
import type { Rect } from '../model/geometry.ts';
import type { BoardLayout } from '../model/layout.ts';

/**
 * The bounds after things had or have these rects; null when one of them may have been what held them so wide. What
 * pokes out was not there before.
 */
export function widenBounds(bounds: Rect, rects: readonly Rect[]): Rect | null {
  let { x: left, y: top } = bounds;
  let [right, bottom] = [left + bounds.w, top + bounds.h];
  const [from, to] = [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
  for (const { x, y, w, h } of rects) {
    const pokesOut = x < from.x || y < from.y || x + w > to.x || y + h > to.y;
    if (!pokesOut && (x === from.x || y === from.y || x + w === to.x || y + h === to.y)) return null;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Of everything on a board; null when nothing is. */
export function boundsOf({ sheets, cables, connectors, groups }: Omit<BoardLayout, 'bounds'>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const include = ({ x, y, w, h }: Rect): void => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + w > right) right = x + w;
    if (y + h > bottom) bottom = y + h;
  };
  sheets.forEach((sheet) => {
    include(sheet);
  });
  for (const area of groups.values()) include(area);
  cables.forEach((cable) => {
    include(cable.bounds);
  });
  for (const line of connectors.values()) include(line.bounds);
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top };
}
