/**
 * Under 12 % a sheet is a mark: its ink and its shape, on whole device pixels so that thousands stay crisp. Fresh ones
 * are white with an edge of ink, roots are squares with their letter. Device pixels throughout.
 */
import type { Sheet } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import type { CanvasTheme } from '../canvasTheme.ts';
import { cutOf, FOOT } from '../figures.ts';
import type { Pen } from './pen.ts';

/** Where the tile's device pixels begin on the page, and device pixels to a page unit. */
export interface MarkFrame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  /** Device pixels to a CSS pixel. */
  readonly ratio: number;
}

/** Page units. */
const AIR = 12;

export function paintMark(pen: Pen, sheet: Sheet, theme: CanvasTheme, frame: MarkFrame): void {
  const { ink } = pen;
  const x = Math.round(sheet.x * frame.scale) - frame.left;
  const y = Math.round(sheet.y * frame.scale) - frame.top;
  const cut = cutOf(sheet);
  const fresh = sheet.ink === 'stock' || theme.edges;
  // Without an edge a mark gives up a little of itself, so that rows stay apart.
  const less = fresh ? 0 : AIR;
  const w = Math.max(1, Math.round((sheet.w - less) * frame.scale));
  const h = Math.max(1, Math.round((sheet.h - less) * frame.scale));
  const edge = Math.max(1, Math.round(frame.ratio * (h > 4 * frame.ratio ? 1.15 : 0.5)));
  if (cut === 'round' || cut === 'clip') {
    if (fresh) fillShape(pen, theme.ink, x, y, w, h, cut);
    const inset = fresh ? edge : 0;
    const colour = theme.inks[sheet.ink];
    if (w > 2 * inset && h > 2 * inset)
      fillShape(pen, colour, x + inset, y + inset, w - 2 * inset, h - 2 * inset, cut);
    return;
  }
  if (fresh && h <= 3 * edge) {
    // Too small for white between two edges: a grey that still keeps rows apart.
    pen.fill(theme.ink3);
    ink.fillRect(x, y, Math.max(1, w - 1), Math.max(1, h - 1));
    return;
  }
  if (fresh) {
    pen.fill(theme.ink);
    ink.fillRect(x, y, w, h);
    pen.fill(theme.inks[sheet.ink]);
    if (w > 2 * edge && h > 2 * edge) ink.fillRect(x + edge, y + edge, w - 2 * edge, h - 2 * edge);
  } else {
    pen.fill(theme.inks[sheet.ink]);
    ink.fillRect(x, y, w, h);
  }
  if (sheet.ink2 !== null) {
    pen.fill(theme.inks[sheet.ink2]);
    const from = Math.round(w * 0.84);
    ink.fillRect(x + from, y, w - from, h);
  }
  if (h < 4 || (cut !== 'rule' && cut !== 'frame')) return;
  pen.fill(fresh ? theme.ink : theme.onInk[sheet.ink]);
  if (cut === 'rule') ink.fillRect(x, y + Math.round(h * 0.26), w, Math.max(1, Math.round(h * 0.22)));
  else {
    const across = Math.round(w * 0.2);
    const down = Math.round(h * 0.32);
    ink.fillRect(x + across, y + down, w - 2 * across, Math.max(1, h - 2 * down));
  }
}

function fillShape(
  pen: Pen,
  colour: string,
  x: number,
  y: number,
  w: number,
  h: number,
  cut: 'round' | 'clip',
): void {
  const { ink } = pen;
  const corner = Math.min(w * 0.4, h * (cut === 'round' ? 0.6 : 0.55));
  pen.fill(colour);
  ink.beginPath();
  ink.moveTo(x, y);
  ink.lineTo(x + w - corner, y);
  if (cut === 'round') ink.arcTo(x + w, y, x + w, y + corner, corner);
  else ink.lineTo(x + w, y + corner);
  ink.lineTo(x + w, y + h);
  ink.lineTo(x, y + h);
  ink.fill();
}

/** Over all marks: the square by which a tree is found and called. It covers its root's own sheet. */
export function paintRootMark(pen: Pen, sheet: Sheet, theme: CanvasTheme, frame: MarkFrame): void {
  const { ink } = pen;
  const x = Math.round(sheet.x * frame.scale) - frame.left;
  const y = Math.round(sheet.y * frame.scale) - frame.top;
  const side = rootMarkSide(sheet, frame);
  pen.fill(theme.inks[sheet.ink]);
  ink.fillRect(x, y, side, side);
  if (theme.edges) {
    pen.stroke(theme.ink, frame.ratio);
    ink.strokeRect(x, y, side, side);
  }
  const size = side * (sheet.label.length <= 1 ? 0.72 : sheet.label.length === 2 ? 0.56 : 0.42);
  if (size < 6 * frame.ratio) return;
  pen.fill(theme.onInk[sheet.ink]);
  pen.font(FACES.text, FOOT.number, size, -20);
  pen.text(sheet.label, x + (side - pen.width(sheet.label)) / 2, y + side / 2 + size * 0.343);
}

/** Grows against the sheet as one moves away, but never so that a board of trees is nothing but letters. */
export function rootMarkSide(sheet: Sheet, frame: MarkFrame): number {
  const own = Math.min(sheet.w, sheet.h) * frame.scale;
  const wanted = Math.min(25, Math.max(9, 300 * (frame.scale / frame.ratio))) * frame.ratio;
  return Math.round(Math.max(own, Math.min(wanted, own * 2.4)));
}
