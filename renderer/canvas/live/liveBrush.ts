/** What the live layer paints with. Everything in page units; `px` is one CSS pixel. */
import type { Rect } from '../../../shared/model/geometry.ts';
import type { PaintStyle } from '../paint/paintSheet.ts';
import type { Pen } from '../paint/pen.ts';

export interface LiveBrush {
  readonly pen: Pen;
  readonly style: PaintStyle;
  readonly px: number;
  readonly visible: Rect;
  /** ms */
  readonly now: number;
}

export function strokeAround(pen: Pen, rect: Rect, by: number): void {
  pen.ink.strokeRect(rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by);
}
