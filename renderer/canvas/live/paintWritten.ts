/** A sheet under somebody else's editor. */
import { rectsTouch } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Board } from '../board.ts';
import { paintWriting } from '../paint/paintWriting.ts';
import { type LiveBrush, strokeAround } from './liveBrush.ts';

export function paintWritten({ scene }: Board, idea: IdeaId, writers: string, brush: LiveBrush): void {
  const { pen, px, style, visible } = brush;
  const sheet = scene.layout.sheets.get(idea);
  if (sheet === undefined || !rectsTouch(sheet, visible)) return;
  if (style.detail === 'full' || style.detail === 'text') paintWriting(pen, sheet, writers, style);
  else {
    // Too far away to read who: an outline says that it grows.
    pen.stroke(style.theme.ink, 2 * px);
    strokeAround(pen, sheet, px);
  }
}
