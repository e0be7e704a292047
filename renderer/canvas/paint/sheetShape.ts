/** The outline of a sheet: how it is cut says its kind. Traces onto the current path. */
import type { Cut } from '../../../shared/ideas/kinds.ts';
import { COMBINE_CUT } from '../../../shared/ideas/sheetText.ts';
import type { Rect } from '../../../shared/model/geometry.ts';
import { SHEET } from '../figures.ts';

/** `inset` draws the same cut further in, as an even edge needs it. */
export function traceSheet(path: CanvasPath, rect: Rect, cut: Cut, inset = 0): void {
  const left = rect.x + inset;
  const top = rect.y + inset;
  const right = rect.x + rect.w - inset;
  const bottom = rect.y + rect.h - inset;
  if (cut === 'round') {
    const radius = Math.max(0, SHEET.roundCorner - inset);
    path.moveTo(left, top);
    path.lineTo(right - radius, top);
    path.arcTo(right, top, right, top + radius, radius);
    path.lineTo(right, bottom);
    path.lineTo(left, bottom);
    path.closePath();
  } else if (cut === 'clip') {
    // The slanted edge moves in by `inset` square to itself.
    const clipped = Math.max(0, SHEET.clippedCorner - inset * (2 - Math.SQRT2));
    path.moveTo(left, top);
    path.lineTo(right - clipped, top);
    path.lineTo(right, top + clipped);
    path.lineTo(right, bottom);
    path.lineTo(left, bottom);
    path.closePath();
  } else {
    path.rect(left, top, right - left, bottom - top);
  }
}

/** The part of a combine that is printed in the other tree's ink, within its cut. */
export function traceSecondInk(path: CanvasPath, rect: Rect): void {
  const top = secondInkAt(rect, 0);
  const bottom = secondInkAt(rect, rect.h);
  path.moveTo(rect.x + top, rect.y);
  path.lineTo(rect.x + rect.w, rect.y);
  path.lineTo(rect.x + rect.w, rect.y + rect.h);
  path.lineTo(rect.x + bottom, rect.y + rect.h);
  path.closePath();
}

/** From a sheet's left edge to the second ink, at a height in the sheet. On higher sheets the slant is less. */
export function secondInkAt(rect: Rect, y: number): number {
  return COMBINE_CUT.top + ((COMBINE_CUT.bottom - COMBINE_CUT.top) * y) / Math.max(1, rect.h);
}
