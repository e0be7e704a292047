/** A decided sheet carries one word on its lower edge. Painter and card share words and figures. Page units. */
import type { Sheet } from '../../../shared/model/layout.ts';
import { FACES } from '../canvasFonts.ts';
import type { CanvasTheme } from '../canvasTheme.ts';
import { baselineIn, padOf } from '../figures.ts';
import type { Pen } from './pen.ts';

export const DECIDED: Readonly<Record<NonNullable<Sheet['decision']>, string>> = {
  promote: 'Promoted',
  later: 'Later',
  no: 'Not this time',
};

export const TAG = { h: 14, size: 11.5, pad: 5, weight: 700, overlap: 5 } as const;

/** How far a tag hangs below its sheet. */
export const TAG_HANG = TAG.h - TAG.overlap;

export function paintDecision(pen: Pen, sheet: Sheet, theme: CanvasTheme): void {
  if (sheet.decision === null) return;
  const words = DECIDED[sheet.decision];
  pen.font(FACES.call, TAG.weight, TAG.size);
  const w = pen.width(words) + 2 * TAG.pad;
  const x = sheet.x + sheet.w - padOf(sheet).right - w;
  const y = sheet.y + sheet.h - TAG.overlap;
  const promoted = sheet.decision === 'promote';
  pen.fill(theme.ink);
  pen.ink.fillRect(x, y, w, TAG.h);
  if (!promoted) {
    pen.fill(theme.paper);
    pen.ink.fillRect(x + 1, y + 1, w - 2, TAG.h - 2);
  }
  pen.fill(promoted ? theme.paper : theme.ink);
  pen.text(words, x + TAG.pad, y + baselineIn(TAG.h, TAG.size));
}
