/** A sheet on which somebody else writes: paper within a band of its ink, as the editor shows it to whoever writes. */
import type { Sheet } from '../../../shared/model/layout.ts';
import { cutOf, SHEET } from '../figures.ts';
import { paintFoot, paintLetter } from './paintFoot.ts';
import { type PaintStyle, paintText } from './paintSheet.ts';
import type { Pen } from './pen.ts';
import { traceSheet } from './sheetShape.ts';

/** `writers`: their initials, "BM" or "BM CI"; empty where that is unsigned. */
export function paintWriting(pen: Pen, sheet: Sheet, writers: string, { theme, zoom }: PaintStyle): void {
  const edge = theme.line / zoom;
  const paper = sheet.ink === 'stock' ? theme.stock : theme.paper;
  const layers: readonly (readonly [colour: string, inset: number])[] = [
    [theme.ink, 0],
    [theme.inks[sheet.ink], edge],
    [paper, edge + SHEET.writingBand],
  ];
  for (const [colour, inset] of layers) {
    pen.fill(colour);
    pen.ink.beginPath();
    traceSheet(pen.ink, sheet, cutOf(sheet), inset);
    pen.ink.fill();
  }
  paintText(pen, sheet, theme.ink);
  if (sheet.root) paintLetter(pen, sheet, theme.ink);
  paintFoot(pen, { ...sheet, initials: writers }, theme.ink, theme.ink, 'writing');
}
