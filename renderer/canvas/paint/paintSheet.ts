/** Paints one sheet as near as it is seen, in page units. Cards say the same in HTML. */
import type { Sheet } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import type { CanvasTheme } from '../canvasTheme.ts';
import type { Detail } from '../detail.ts';
import { baselineIn, cutOf, FOOT, padOf, SHEET, textStyleOf } from '../figures.ts';
import { firstWords } from './firstWords.ts';
import { paintFoot, paintLetter } from './paintFoot.ts';
import type { Pen } from './pen.ts';
import { traceSecondInk, traceSheet } from './sheetShape.ts';

/** What a painter needs to know beside the thing itself. `zoom`: CSS pixels to a page unit. */
export interface PaintStyle {
  readonly theme: CanvasTheme;
  readonly zoom: number;
  readonly detail: Detail;
}

export function paintSheet(pen: Pen, sheet: Sheet, style: PaintStyle): void {
  paintStock(pen, sheet, style);
  const { detail, theme } = style;
  const colour = theme.onInk[sheet.ink];
  if (detail === 'full' || detail === 'text') {
    paintText(pen, sheet, colour);
    if (sheet.root) paintLetter(pen, sheet, colour);
    if (detail === 'full') paintFoot(pen, sheet, colour, theme.onInk[sheet.ink2 ?? sheet.ink]);
  } else if (detail === 'words') {
    paintWords(pen, sheet, colour, style.zoom);
  } else if (detail === 'cut' && sheet.root) {
    paintFarRoot(pen, sheet, colour, style.zoom);
  }
}

/** The sheet itself: ink, cut, second ink, edge, rule or frame. */
export function paintStock(pen: Pen, sheet: Sheet, { theme, zoom }: PaintStyle): void {
  const { ink } = pen;
  const cut = cutOf(sheet);
  const edged = sheet.ink === 'stock' || theme.edges;
  const plain = cut !== 'round' && cut !== 'clip';
  if (edged) fillCut(pen, sheet, theme.ink, 0, plain);
  fillCut(pen, sheet, theme.inks[sheet.ink], edged ? theme.line / zoom : 0, plain);
  if (sheet.ink2 !== null) paintSecondInk(pen, sheet, theme.inks[sheet.ink2]);
  const onSheet = theme.onInk[sheet.ink];
  if (cut === 'rule') {
    pen.fill(onSheet);
    ink.fillRect(sheet.x + SHEET.rule.x, sheet.y + SHEET.rule.y, sheet.w - 2 * SHEET.rule.x, SHEET.rule.h);
  } else if (cut === 'frame') {
    const inset = SHEET.frame.inset + SHEET.frame.width / 2;
    pen.stroke(onSheet, SHEET.frame.width);
    ink.strokeRect(sheet.x + inset, sheet.y + inset, sheet.w - 2 * inset, sheet.h - 2 * inset);
  }
}

function fillCut(pen: Pen, sheet: Sheet, colour: string, inset: number, plain: boolean): void {
  pen.fill(colour);
  if (plain) {
    pen.ink.fillRect(sheet.x + inset, sheet.y + inset, sheet.w - 2 * inset, sheet.h - 2 * inset);
    return;
  }
  pen.ink.beginPath();
  traceSheet(pen.ink, sheet, cutOf(sheet), inset);
  pen.ink.fill();
}

function paintSecondInk(pen: Pen, sheet: Sheet, colour: string): void {
  const { ink } = pen;
  ink.save();
  ink.beginPath();
  traceSheet(ink, sheet, cutOf(sheet));
  ink.clip();
  ink.beginPath();
  traceSecondInk(ink, sheet);
  ink.fillStyle = colour;
  ink.fill();
  ink.restore();
}

export function paintText(pen: Pen, sheet: Sheet, colour: string): void {
  const { size, line, spacing } = textStyleOf(sheet);
  const pad = padOf(sheet);
  pen.fill(colour);
  pen.font(FACES.sheet, sheet.weight, size, spacing);
  let baseline = sheet.y + pad.top + baselineIn(line, size);
  for (const words of sheet.lines) {
    pen.text(words, sheet.x + pad.left, baseline);
    baseline += line;
  }
}

/** 30 to 45 %: as many first words as can be read, and the call number. */
function paintWords(pen: Pen, sheet: Sheet, colour: string, zoom: number): void {
  const pad = padOf(sheet);
  const size = 2 * Math.round(4.5 / zoom);
  const footSize = size;
  const inner = sheet.w - pad.left - pad.right;
  const foot = sheet.root ? FOOT.letter.h + pad.bottom : footSize;
  const rows = Math.max(1, Math.floor((sheet.h - foot - pad.top) / size));
  const top = sheet.y + pad.top;
  pen.fill(colour);
  pen.font(FACES.sheet, Math.max(540, sheet.weight), size, -12);
  firstWords(sheet, size, inner, rows).forEach((words, row) => {
    pen.text(words, sheet.x + pad.left, top + row * size + baselineIn(size, size));
  });
  if (sheet.root) {
    paintLetter(pen, sheet, colour);
    return;
  }
  pen.font(FACES.call, FOOT.number, footSize);
  pen.text(sheet.label, sheet.x + pad.left, sheet.y + sheet.h - pad.bottom - footSize * 0.08);
}

/** 12 to 30 %: a root's letter, large, and its text where that can still be made out. */
function paintFarRoot(pen: Pen, sheet: Sheet, colour: string, zoom: number): void {
  const readable = 21.5 * zoom > 4.5;
  if (readable) paintText(pen, sheet, colour);
  paintLetter(
    pen,
    sheet,
    colour,
    readable ? 1 : Math.min(1.75, (sheet.w - 2 * padOf(sheet).left) / letterWidth(sheet)),
  );
}

function letterWidth(sheet: Sheet): number {
  return Math.max(1, sheet.label.length) * FOOT.letter.size * 0.8;
}
