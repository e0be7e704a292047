/** Sheets in somebody else's hand: their places are kept grey, and they go where that hand's pointer goes. */
import { initialsOf } from '../../../shared/ideas/initials.ts';
import { growRect, type Point, rectContains, rectsTouch } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { CursorMotion } from '../../../shared/presence/cursorMotion.ts';
import type { Board } from '../board.ts';
import { FACES } from '../canvasFonts.ts';
import { cutOf, SHEET } from '../figures.ts';
import { paintSheet } from '../paint/paintSheet.ts';
import { traceSheet } from '../paint/sheetShape.ts';
import type { Doer } from './doer.ts';
import type { LiveBrush } from './liveBrush.ts';

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
  if (doing === null || doing.holds.length === 0) return;
  const { pen, px, style, visible, now } = brush;
  const held = doing.holds.flatMap((id) => board.scene.layout.sheets.get(id) ?? []);
  const shown = held.filter(({ id }) => id !== editing);
  const { grip } = doing;
  const hand = pointer?.at(now) ?? null;
  // Let go: the sheets have come to lie elsewhere before their holder said so.
  if (grip !== null && !held.some((sheet) => rectContains(growRect(sheet, px), grip))) return;
  const by = grip === null || hand === null ? { x: 0, y: 0 } : { x: hand.x - grip.x, y: hand.y - grip.y };
  const { ink } = pen;
  for (const place of shown) {
    if (!rectsTouch(place, visible)) continue;
    for (const colour of [style.theme.paper, style.theme.hair]) {
      pen.fill(colour);
      ink.fillRect(place.x, place.y, place.w, place.h);
    }
  }
  for (const place of shown) {
    const sheet = { ...place, x: place.x + by.x, y: place.y + by.y };
    if (!rectsTouch(growRect(sheet, SHEET.heldEdge), visible)) continue;
    pen.fill(style.theme.ink);
    ink.beginPath();
    traceSheet(ink, sheet, cutOf(sheet), -Math.max(SHEET.heldEdge, 1.5 * px));
    ink.fill();
    paintSheet(pen, sheet, style);
  }
  const first = shown[0];
  if (first !== undefined && name !== null && style.detail !== 'mark')
    paintDisc({ x: first.x + by.x, y: first.y + by.y }, name, brush);
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
