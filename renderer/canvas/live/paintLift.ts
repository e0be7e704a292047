/** Sheets in the hand: lifted with an edge of ink, their cables following, and the places where they would come to lie. */
import { growRect, rectsTouch } from '../../../shared/model/geometry.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import type { Board } from '../board.ts';
import { cutOf, HEADING, SHEET } from '../figures.ts';
import { paintSheet, paintStock } from '../paint/paintSheet.ts';
import { traceSheet } from '../paint/sheetShape.ts';
import type { LiveBrush } from './liveBrush.ts';
import type { Lift } from './liveStore.ts';
import { paintMovedCables } from './paintMovedCables.ts';

/** So many sheets are drawn with their text in the hand; a larger stack as bare stock. */
const WITH_TEXT = 120;

export function paintLift(board: Board, lift: Lift, brush: LiveBrush): void {
  const { pen, px, style, visible } = brush;
  const { sheets } = board.scene.layout;
  const into = lift.into === null ? undefined : board.scene.layout.groups.get(lift.into);
  if (into !== undefined) {
    pen.fill(style.theme.now);
    pen.ink.fillRect(into.x, into.y, into.w, Math.max(HEADING.rule, 2 * px));
  }
  pen.stroke(style.theme.ink2, 1.5 * px);
  for (const [id, at] of lift.places) {
    const sheet = sheets.get(id);
    if (sheet !== undefined) pen.ink.strokeRect(at.x, at.y, sheet.w, sheet.h);
  }
  const inHand: Sheet[] = [];
  for (const id of lift.ideas) {
    const sheet = sheets.get(id);
    if (sheet !== undefined) inHand.push({ ...sheet, x: sheet.x + lift.dx, y: sheet.y + lift.dy });
  }
  if (!lift.copy) paintMovedCables(board, inHand, brush);
  const shown = inHand.filter((sheet) => rectsTouch(growRect(sheet, 8), visible));
  for (const sheet of shown) {
    pen.fill(style.theme.ink);
    const edge = Math.max(SHEET.heldEdge, 1.5 * px);
    pen.ink.beginPath();
    traceSheet(pen.ink, sheet, cutOf(sheet), -edge);
    pen.ink.fill();
    if (shown.length > WITH_TEXT) paintStock(pen, sheet, style);
    else paintSheet(pen, sheet, style);
  }
  for (const id of lift.groups) {
    const area = board.scene.layout.groups.get(id);
    if (area === undefined) continue;
    pen.stroke(style.theme.ink, 1.5 * px);
    pen.ink.strokeRect(area.x + lift.dx, area.y + lift.dy, area.w, area.h);
    pen.fill(style.theme.ink);
    pen.ink.fillRect(area.x + lift.dx, area.y + lift.dy, area.w, HEADING.rule);
  }
}
