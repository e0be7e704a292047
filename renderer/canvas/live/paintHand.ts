/** The marks of one's own hand: a marquee, an area or a line being drawn, a sheet that a click would lay. */
import { MODULE, type Point, type Rect } from '../../../shared/model/geometry.ts';
import type { ThingRef } from '../../../shared/model/snapshot.ts';
import type { Board } from '../board.ts';
import { HEADING, WORDS } from '../figures.ts';
import { type LiveBrush, strokeAround } from './liveBrush.ts';
import type { Pull } from './liveStore.ts';

export function paintMarquee(rect: Rect, { pen, px, style }: LiveBrush): void {
  pen.fill(style.theme.faint);
  pen.ink.fillRect(rect.x, rect.y, rect.w, rect.h);
  pen.stroke(style.theme.now, 1.5 * px);
  pen.ink.strokeRect(rect.x, rect.y, rect.w, rect.h);
}

export function paintArea(rect: Rect, { pen, px, style }: LiveBrush): void {
  pen.fill(style.theme.faint);
  pen.ink.fillRect(rect.x, rect.y, rect.w, rect.h);
  pen.fill(style.theme.now);
  pen.ink.fillRect(rect.x, rect.y, rect.w, Math.max(HEADING.rule, 2 * px));
}

export function paintGhost(at: Point, { pen, px, style }: LiveBrush): void {
  pen.stroke(style.theme.ink2, 1.5 * px);
  pen.ink.setLineDash([4 * px, 4 * px]);
  pen.ink.strokeRect(at.x, at.y, MODULE.w, MODULE.h);
  pen.ink.setLineDash([]);
}

/** A line from what was pressed to the hand, and a frame around both its ends. */
export function paintPull(board: Board, { from, to, at }: Pull, { pen, px, style }: LiveBrush): void {
  const start = rectOf(board, from);
  if (start === null) return;
  const { ink } = pen;
  const end = to === null ? null : rectOf(board, to);
  pen.stroke(style.theme.now, 2 * px);
  strokeAround(pen, start, 2 * px);
  if (end !== null) strokeAround(pen, end, 2 * px);
  const origin = edgeTowards(start, at);
  ink.beginPath();
  ink.moveTo(origin.x, origin.y);
  const bend = Math.abs(at.x - origin.x) / 2;
  const side = at.x >= origin.x ? 1 : -1;
  ink.bezierCurveTo(origin.x + side * bend, origin.y, at.x - side * bend, at.y, at.x, at.y);
  const arrow = WORDS.arrow * Math.max(1, px * 0.8);
  ink.moveTo(at.x - side * arrow, at.y - arrow / 2);
  ink.lineTo(at.x, at.y);
  ink.lineTo(at.x - side * arrow, at.y + arrow / 2);
  ink.stroke();
}

function rectOf({ scene }: Board, { type, id }: ThingRef): Rect | null {
  return (type === 'idea' ? scene.layout.sheets.get(id) : scene.layout.groups.get(id)) ?? null;
}

function edgeTowards(rect: Rect, at: Point): Point {
  const middle = { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
  if (at.x > rect.x + rect.w) return { x: rect.x + rect.w, y: middle.y };
  if (at.x < rect.x) return { x: rect.x, y: middle.y };
  return { x: middle.x, y: at.y > middle.y ? rect.y + rect.h : rect.y };
}
