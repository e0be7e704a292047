/** Sheets in somebody else's hand go where that hand's pointer goes, cables and all; the board keeps their places grey. */
import { initialsOf } from '../../../shared/ideas/initials.ts';
import { growRect, type Point, rectsTouch } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { CursorMotion } from '../../../shared/presence/cursorMotion.ts';
import type { Board } from '../board.ts';
import { FACES } from '../canvasFonts.ts';
import { cutOf, SHEET } from '../figures.ts';
import { paintSheet } from '../paint/paintSheet.ts';
import { traceSheet } from '../paint/sheetShape.ts';
import type { Doer } from './doer.ts';
import { heldSheets } from './heldByOthers.ts';
import type { LiveBrush } from './liveBrush.ts';
import { paintMovedCables } from './paintMovedCables.ts';

/** CSS pixels across. */
const DISC = 24;

/**
 * `pointer`: of the one who holds; null where none is known, then the sheets stay where they lie. `editing`: the sheet
 * under one's own editor, which nothing is laid over.
 */
export function paintHeld(
  board: Board,
  { doing, name }: Doer,
  pointer: CursorMotion | null,
  editing: IdeaId | null,
  brush: LiveBrush,
): void {
  const shown = heldSheets(board.scene.layout, doing).filter(({ id }) => id !== editing);
  const grip = doing?.grip ?? null;
  const { pen, px, style, visible, now } = brush;
  const hand = pointer?.at(now) ?? null;
  const by = grip === null || hand === null ? { x: 0, y: 0 } : { x: hand.x - grip.x, y: hand.y - grip.y };
  const inHand = shown.map((place) => ({ ...place, x: place.x + by.x, y: place.y + by.y }));
  paintMovedCables(board, inHand, brush);
  const { ink } = pen;
  for (const sheet of inHand) {
    if (!rectsTouch(growRect(sheet, SHEET.heldEdge), visible)) continue;
    pen.fill(style.theme.ink);
    ink.beginPath();
    traceSheet(ink, sheet, cutOf(sheet), -Math.max(SHEET.heldEdge, 1.5 * px));
    ink.fill();
    paintSheet(pen, sheet, style);
  }
  const [first] = inHand;
  if (first !== undefined && name !== null && style.detail !== 'mark') paintDisc(first, name, brush);
}

function paintDisc(at: Point, name: string, { pen, px, style }: LiveBrush): void {
  const { ink } = pen;
  const radius = (DISC / 2) * px;
  pen.fill(style.theme.ink);
  ink.beginPath();
  ink.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  ink.fill();
  pen.stroke(style.theme.paper, 2 * px);
  ink.stroke();
  pen.fill(style.theme.paper);
  pen.font(FACES.sheet, 750, 11 * px);
  const letters = initialsOf(name);
  pen.text(letters, at.x - pen.width(letters) / 2, at.y + 4 * px);
}
