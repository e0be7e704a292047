/** Draws what is live over board and cards: selection, focus, hover, the hand's own marks. Tells whether it still moves. */
import { growRect, type Point, rectsTouch } from '../../../shared/model/geometry.ts';
import type { GroupArea, Sheet } from '../../../shared/model/layout.ts';
import type { Camera, UiState } from '../../stores/uiStore.ts';
import type { Board } from '../board.ts';
import { deviceOffset } from '../camera.ts';
import { detailAt } from '../detail.ts';
import { HEADING } from '../figures.ts';
import { paintConnector } from '../paint/paintConnector.ts';
import type { Pen } from '../paint/pen.ts';
import { type LiveBrush, strokeAround } from './liveBrush.ts';
import { paintArea, paintGhost, paintMarquee, paintPull } from './paintHand.ts';
import { paintLaying } from './paintLaying.ts';
import { paintLift } from './paintLift.ts';
import { paintPath } from './paintPath.ts';
import { arePeopleHere, paintPeople } from './paintPeople.ts';

export interface LiveFrame {
  readonly camera: Camera;
  readonly ratio: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** ms */
  readonly now: number;
}

/** Nothing of it is to be seen now: its canvas need not even be composed. */
export function isStill(board: Board): boolean {
  const { session, live } = board;
  const { selection, hover, focus } = session.ui.getState();
  const { lift, marquee, area, pull, laying, ghost, hoverConnector } = live.get();
  const hands = [hover, focus, lift, marquee, area, pull, laying, ghost, hoverConnector];
  return (
    !arePeopleHere(board) &&
    hands.every((one) => one === null) &&
    selection.ideas.size + selection.groups.size + selection.connectors.size === 0
  );
}

export function paintLive(board: Board, pen: Pen, frame: LiveFrame): boolean {
  const { ink } = pen;
  const { camera } = frame;
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.clearRect(0, 0, frame.width, frame.height);
  const offset = deviceOffset(camera, frame.ratio);
  const scale = camera.zoom * frame.ratio;
  ink.setTransform(scale, 0, 0, scale, offset.x, offset.y);
  const state = board.session.ui.getState();
  const brush: LiveBrush = {
    pen,
    style: { theme: board.theme.current, zoom: camera.zoom, detail: detailAt(camera.zoom) },
    px: 1 / camera.zoom,
    visible: { x: camera.x, y: camera.y, w: frame.width / scale, h: frame.height / scale },
    now: frame.now,
  };
  const live = board.live.get();
  if (live.lift === null) {
    paintPath(board, state, brush);
    paintHover(board, state, brush);
    paintSelection(board, state, brush);
    paintFocus(board, state, brush);
  } else paintLift(board, live.lift, brush);
  if (live.ghost !== null) paintGhost(live.ghost, brush);
  if (live.pull !== null) paintPull(board, live.pull, brush);
  if (live.area !== null) paintArea(live.area, brush);
  if (live.marquee !== null) paintMarquee(live.marquee, brush);
  const gliding = paintPeople(board, brush);
  const laying = live.laying !== null && paintLaying(board, live.laying, brush);
  return laying || gliding;
}

function paintHover({ scene, live }: Board, { hover, selection, editing }: UiState, brush: LiveBrush): void {
  const { pen, px, style } = brush;
  const { hoverConnector } = live.get();
  const line = hoverConnector === null ? undefined : scene.layout.connectors.get(hoverConnector);
  if (line !== undefined && !selection.connectors.has(line.id))
    paintConnector(pen, line, style, style.theme.ink);
  if (hover === null || selection.ideas.has(hover) || hover === editing) return;
  const sheet = scene.layout.sheets.get(hover);
  if (sheet === undefined || style.detail === 'mark') return;
  pen.stroke(style.theme.ink, 2 * px);
  strokeAround(pen, sheet, px);
}

function paintSelection({ scene }: Board, { selection, editing }: UiState, brush: LiveBrush): void {
  const { pen, px, style, visible } = brush;
  const { now } = style.theme;
  for (const id of selection.connectors) {
    const line = scene.layout.connectors.get(id);
    if (line === undefined) continue;
    paintConnector(pen, line, style, now);
    if (selection.connectors.size === 1) for (const end of [line.from, line.to]) paintHandle(end, brush);
  }
  for (const id of selection.groups) {
    const area = scene.layout.groups.get(id);
    if (area !== undefined) paintGroupFrame(area, brush);
  }
  const many = selection.ideas.size > 1;
  for (const id of selection.ideas) {
    const sheet = scene.layout.sheets.get(id);
    if (sheet === undefined || id === editing || !rectsTouch(growRect(sheet, 12 * px), visible)) continue;
    if (many || style.detail === 'mark') {
      pen.stroke(now, 3 * px);
      strokeAround(pen, sheet, 1.5 * px);
    } else paintFrame(sheet, brush);
  }
}

/** Red, 3 px wide and 3 px off, with a square handle at each corner; of several each has a frame close to it. */
function paintFrame(sheet: Sheet, brush: LiveBrush): void {
  const { pen, px, style } = brush;
  pen.stroke(style.theme.now, 3 * px);
  strokeAround(pen, sheet, 4.5 * px);
  const reach = 4.5 * px;
  for (const x of [sheet.x - reach, sheet.x + sheet.w + reach])
    for (const y of [sheet.y - reach, sheet.y + sheet.h + reach]) paintHandle({ x, y }, brush);
}

function paintHandle({ x, y }: Point, { pen, px, style }: LiveBrush): void {
  pen.fill(style.theme.paper);
  pen.ink.fillRect(x - 4.5 * px, y - 4.5 * px, 9 * px, 9 * px);
  pen.stroke(style.theme.now, 2 * px);
  pen.ink.strokeRect(x - 3.5 * px, y - 3.5 * px, 7 * px, 7 * px);
}

function paintGroupFrame(area: GroupArea, { pen, px, style }: LiveBrush): void {
  const { now } = style.theme;
  pen.fill(now);
  pen.ink.fillRect(area.x, area.y, area.w, Math.max(HEADING.rule, 1.5 * px));
  pen.stroke(now, 1.5 * px);
  pen.ink.strokeRect(area.x - 6 * px, area.y - 6 * px, area.w + 12 * px, area.h + 12 * px);
}

/** Only while the board has the keyboard, and not on top of a selection frame, which says the same. */
function paintFocus(
  { scene }: Board,
  { focus, selection, editing }: UiState,
  { pen, px, style }: LiveBrush,
): void {
  if (focus === null || selection.ideas.has(focus) || editing !== null) return;
  const sheet = scene.layout.sheets.get(focus);
  const active = document.activeElement;
  if (sheet === undefined || !(active instanceof HTMLElement) || active.dataset['idea'] !== focus) return;
  pen.stroke(style.theme.now, 3 * px);
  strokeAround(pen, sheet, 4.5 * px);
}
