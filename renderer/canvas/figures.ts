/** The anatomy of a sheet, page units unless said otherwise. Painter, card and editor measure from here. */

import { type Cut, ideaKind } from '../../shared/ideas/kinds.ts';
import { FOOT_HEIGHT, LETTER_HEIGHT, type Padding, SHEET_PADDING } from '../../shared/ideas/sheetText.ts';
import { TEXT_STYLES, type TextStyle } from '../../shared/ideas/textMetrics.ts';
import type { Sheet } from '../../shared/model/layout.ts';

export const SHEET = {
  roundCorner: 26,
  clippedCorner: 18,
  rule: { x: 10, y: 6, h: 4.5 },
  frame: { inset: 2.8, width: 2.4 },
  /** Ink inside the edge of a sheet that is being written. */
  writingBand: 3.5,
  heldEdge: 3,
} as const;

export const FOOT = {
  size: 12.8,
  line: FOOT_HEIGHT,
  gap: 6,
  sign: 13,
  signGap: 3,
  number: 850,
  freshNumberSize: 15,
  words: 600,
  initials: 700,
  letter: { size: 60, line: 42, h: LETTER_HEIGHT, spacing: -50, left: -3 },
} as const;

export const HEADING = {
  rule: 3.5,
  size: 23.5,
  line: 25.85,
  pad: 3,
  h: 38,
  name: 800,
  count: 400,
  spacing: -20,
} as const;

export const LINK = {
  corner: 7,
  width: 2.1,
  dots: { gap: 5.2, width: 3 },
  double: { outer: 6.4, inner: 2.6 },
  wave: { length: 20, rise: 6.3, lead: 2 },
  head: { disc: 5.2, diamond: 6.6, square: 5.2, open: 4.8, openLine: 2.3 },
} as const;

export const WORDS = { size: 14, line: 20, pad: 6, weight: 550, curve: 1.6, arrow: 9 } as const;

export function textStyleOf(sheet: Sheet): TextStyle {
  return sheet.root ? TEXT_STYLES.root : TEXT_STYLES.sheet;
}

export function cutOf(sheet: Sheet): Cut {
  return ideaKind(sheet.kind).cut;
}

export function padOf(sheet: Sheet): Padding {
  return SHEET_PADDING[cutOf(sheet)];
}

const ASCENT = 0.878;
const DESCENT = 0.21;

/** A baseline within a line of the given height, as browsers find it: whole ascent and descent, half the rest above. */
export function baselineIn(lineHeight: number, size: number): number {
  const ascent = Math.round(ASCENT * size);
  const descent = Math.round(DESCENT * size);
  return ascent + Math.floor((lineHeight - ascent - descent) / 2);
}
