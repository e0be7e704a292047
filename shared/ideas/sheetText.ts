/**
 * How text sits on a sheet: the paddings of each cut, the lines a sheet of so many rows holds, and how many rows a text
 * asks for. Card, painter and export set text from these numbers. Page units.
 */
import { MODULE, rowsHeight } from '../model/geometry.ts';
import type { Cut } from './kinds.ts';
import { breakLines } from './lineBreaking.ts';
import { clustersOf, TEXT_STYLES, textWidth } from './textMetrics.ts';

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const PLAIN: Padding = { top: 7, right: 7, bottom: 6, left: 9 };
/** From the sheet's edge to its text and foot. An insight's text stands under its rule, a proposal's inside its frame. */
export const SHEET_PADDING: Readonly<Record<Cut, Padding>> = {
  square: PLAIN,
  round: PLAIN,
  clip: PLAIN,
  rule: { ...PLAIN, top: 12 },
  frame: { top: 8.5, right: 9, bottom: 8.5, left: 11 },
};

/** The foot: call number, sign, comments, author. On a root it is as high as the big letter. */
export const FOOT_HEIGHT = 14;
export const LETTER_HEIGHT = 43;

/**
 * Where the second ink of a combine begins: a straight cut from `top` on the upper edge to `bottom` on the lower one,
 * from the sheet's left. Text ends at `text`, left of the cut on every line.
 */
export const COMBINE_CUT = { top: 131, bottom: 117, text: 118 } as const;

/** A display cap, not a limit of the text: the rest is read in the panel. */
const MAX_ROWS = 12;
/** A root with a longer text is set in the normal size instead. */
export const MAX_ROOT_ROWS = 4;
/** Paddings and foot together; a rule or a frame lets its last line come closer to the foot. */
const AROUND_TEXT = 27;
const AROUND_ROOT_TEXT = AROUND_TEXT - FOOT_HEIGHT + LETTER_HEIGHT;

export interface FittedText {
  readonly lines: readonly string[];
  readonly rows: number;
}

function linesPerSheet(rows: number): number {
  return Math.floor((rowsHeight(rows) - AROUND_TEXT) / TEXT_STYLES.sheet.line);
}

function linesPerRoot(rows: number): number {
  return Math.floor((rowsHeight(rows) - AROUND_ROOT_TEXT) / TEXT_STYLES.root.line);
}

/** Above the foot; what a sheet of the most rows holds no more is scrolled while it is written. */
export function textHeightOn(height: number, root: boolean): number {
  return height - (root ? AROUND_ROOT_TEXT : AROUND_TEXT);
}

export function textWidthOn(cut: Cut, twoInks: boolean): number {
  const { left, right } = SHEET_PADDING[cut];
  return (twoInks ? COMBINE_CUT.text : MODULE.w - right) - left;
}

/** Normal size: one row, or as many as the text needs, up to MAX_ROWS; then the last line ends in an ellipsis. */
export function fitSheet(text: string, cut: Cut, twoInks: boolean): FittedText {
  const width = textWidthOn(cut, twoInks);
  const lines = breakLines(text, 'sheet', width);
  const rows = rowsFor(lines.length, linesPerSheet, MAX_ROWS);
  const most = linesPerSheet(rows);
  if (lines.length <= most) return { lines, rows };
  const kept = lines.slice(0, most);
  kept[most - 1] = endInEllipsis(kept[most - 1] ?? '', width);
  return { lines: kept, rows };
}

/** How many rows a new sheet with this text asks for; `large`: with room to be set as a root once something grew from it. */
export function rowsOfText(text: string, cut: Cut, large = false): number {
  const { rows } = fitSheet(text, cut, false);
  return large ? Math.max(rows, fitRoot(text, cut, false)?.rows ?? rows) : rows;
}

/** A root's large size, two rows or more; null when it needs more than four, and is better set in the normal size. */
export function fitRoot(text: string, cut: Cut, twoInks: boolean): FittedText | null {
  const lines = breakLines(text, 'root', textWidthOn(cut, twoInks));
  const rows = Math.max(2, rowsFor(lines.length, linesPerRoot, MAX_ROOT_ROWS));
  return lines.length <= linesPerRoot(rows) ? { lines, rows } : null;
}

function rowsFor(lines: number, holds: (rows: number) => number, most: number): number {
  let rows = 1;
  while (rows < most && holds(rows) < lines) rows++;
  return rows;
}

function endInEllipsis(line: string, width: number): string {
  const clusters = clustersOf(line);
  while (clusters.length > 0 && textWidth(`${clusters.join('')}…`, TEXT_STYLES.sheet) > width) clusters.pop();
  return `${clusters.join('').trimEnd()}…`;
}
