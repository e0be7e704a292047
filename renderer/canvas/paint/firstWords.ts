/** The first words of a sheet in a larger size, broken from the same table as its lines. Kept as long as the sheet is. */
import { breakLines } from '../../../shared/ideas/lineBreaking.ts';
import { TEXT_STYLES } from '../../../shared/ideas/textMetrics.ts';
import type { Sheet } from '../../../shared/model/layout.ts';

interface Kept {
  readonly size: number;
  readonly rows: number;
  readonly lines: readonly string[];
}

const kept = new WeakMap<Sheet, Kept>();

/** @param size page units of the type · @param width page units · @param rows at most so many lines */
export function firstWords(sheet: Sheet, size: number, width: number, rows: number): readonly string[] {
  const known = kept.get(sheet);
  if (known !== undefined && known.size === size && known.rows === rows) return known.lines;
  const lines = breakFirst(sheet.lines, size, width, rows);
  kept.set(sheet, { size, rows, lines });
  return lines;
}

/** The table knows one size; a larger one on the same width is that size on a narrower width. */
function breakFirst(words: readonly string[], size: number, width: number, rows: number): string[] {
  const narrowed = (width * TEXT_STYLES.sheet.size) / size;
  // No more text than could fit, so that a long sheet costs no more than a short one.
  const enough = words.slice(0, 1 + Math.ceil((rows * narrowed) / 40)).join(' ');
  const broken = breakLines(enough, 'sheet', narrowed);
  if (broken.length <= rows) return broken;
  const lines = broken.slice(0, rows);
  lines[rows - 1] = `${lines[rows - 1]?.replace(/[\s,.:;–—-]+$/, '') ?? ''}…`;
  return lines;
}
