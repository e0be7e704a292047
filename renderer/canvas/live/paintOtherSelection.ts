/** What somebody else has selected: four angles just off each sheet, told from one's own red frame by ink and form. */
import { type Rect, rectsTouch } from '../../../shared/model/geometry.ts';
import type { Presence } from '../../../shared/presence/presence.ts';
import type { Board } from '../board.ts';
import type { LiveBrush } from './liveBrush.ts';

export function paintOtherSelection({ scene }: Board, doing: Presence, brush: LiveBrush): void {
  const { pen, px, style, visible } = brush;
  pen.stroke(style.theme.ink, 1.5 * px);
  for (const id of doing.selection) {
    // What is held or written on says so itself.
    if (doing.holds.includes(id) || doing.writing === id) continue;
    const sheet = scene.layout.sheets.get(id);
    if (sheet !== undefined && rectsTouch(sheet, visible)) paintCorners(sheet, brush);
  }
}

function paintCorners({ x, y, w, h }: Rect, { pen, px }: LiveBrush): void {
  const { ink } = pen;
  const off = 4 * px;
  const arm = Math.min(14 * px, w / 4, h / 4);
  ink.beginPath();
  for (const [cornerX, towardsX] of [
    [x - off, 1],
    [x + w + off, -1],
  ] as const) {
    for (const [cornerY, towardsY] of [
      [y - off, 1],
      [y + h + off, -1],
    ] as const) {
      ink.moveTo(cornerX + towardsX * arm, cornerY);
      ink.lineTo(cornerX, cornerY);
      ink.lineTo(cornerX, cornerY + towardsY * arm);
    }
  }
  ink.stroke();
}
