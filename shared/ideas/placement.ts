/**
 * Where a new sheet is laid: on the next free module, covering nothing. Called in the acting person's own command;
 * nothing is ever placed in answer to somebody else's change.
 */
import {
  MODULE,
  type Point,
  type Rect,
  rectContains,
  rectsTouch,
  rowsHeight,
  snapToModule,
} from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import type { Idea, JamSnapshot, Place } from '../model/snapshot.ts';
import { createGround, type Ground, type LaidBoard } from './ground.ts';
import { deriveGroupTree, type GroupTree } from './groupTree.ts';

/** How far down and up a riff looks in a column before it tries the next one, in rows. */
const ROWS_DOWN = 16;
const ROWS_UP = 4;
const COLUMNS = 8;
/** A pasted list fills columns of so many rows, a long one of more: a hundred columns would be a ribbon. */
const LIST_ROWS = 8;
const ROWS_PER_ROOT = 1.1;
/** Width to height. */
const SCREEN = 1.6;
/** How far from the hand a new sheet goes to stand by itself, page units. */
const NEAR = 3 * MODULE.pitchX;

/**
 * For a riff: beside its parent, in the column to its right, at the parent's row or the first free one below it, or a
 * little above; then in further columns. It joins its parent's group, unless that is the column of fresh sheets. In a
 * group that has another one at its right it is the free module nearest to its parent instead, on whatever side.
 *
 * @param rows of the new sheet
 * @returns null when the parent is not on this board
 */
export function placeForRiff(snapshot: JamSnapshot, laid: LaidBoard, parent: IdeaId, rows = 1): Place | null {
  const idea = snapshot.ideas.get(parent);
  const sheet = laid.layout.sheets.get(parent);
  if (idea === undefined || sheet === undefined) return null;
  const tree = deriveGroupTree(snapshot.groups);
  const group = groupOfRiff(snapshot, idea);
  const inside = new Set(tree.chain(group));
  const ground = createGround(laid, inside);
  const start = nextColumn(sheet);
  const beside = { ...start, w: MODULE.w, h: MODULE.h };
  const isWalled =
    group !== null &&
    [...laid.layout.groups.values()].some((area) => !inside.has(area.id) && rectsTouch(area, beside));
  const { bounds } = laid.layout;
  const modules = isWalled ? nearestModules(middleOf(sheet), bounds) : riffModules(start, bounds);
  return placed(tree, idea.place.board, group, firstFree(ground, modules, rows), true);
}

/** For a sibling: below the idea in its own column, or up, or in the next column. Null when it is not on this board. */
export function placeForSibling(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  idea: IdeaId,
  rows = 1,
): Place | null {
  const found = snapshot.ideas.get(idea);
  const sheet = laid.layout.sheets.get(idea);
  if (found === undefined || sheet === undefined) return null;
  const tree = deriveGroupTree(snapshot.groups);
  const { board, group } = found.place;
  const ground = createGround(laid, new Set(tree.chain(group)));
  const start = { x: snapToModule(sheet).x, y: onRow(sheet.y + sheet.h) };
  return placed(
    tree,
    board,
    group,
    firstFree(ground, riffModules(start, laid.layout.bounds), rows),
    found.place.auto,
  );
}

/**
 * For a new idea: the free module nearest to where the hand is, in the group under it.
 *
 * @param apart not in the row of a tree either, if there is such a module near: it would be taken for a riff of it
 */
export function placeForNewIdea(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  board: BoardId,
  hand: Point,
  rows = 1,
  apart = false,
): Place {
  const tree = deriveGroupTree(snapshot.groups);
  const group = groupUnder(laid, tree, hand);
  const ground = createGround(laid, new Set(tree.chain(group)));
  const near = (): Generator<Point> => nearestModules(hand, laid.layout.bounds);
  const alone = apart ? firstApart(laid, ground, near(), hand, rows) : null;
  return placed(tree, board, group, alone ?? firstFree(ground, near(), rows), false);
}

/**
 * For a pasted list: one column after the other, starting at the hand. One entry of `rows` for each sheet.
 *
 * @param apart columns from one to the next; more than one leaves ground for riffs, and the columns are as tall as suits
 *   a screen
 */
export function placeMany(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  board: BoardId,
  hand: Point,
  rows: readonly number[],
  apart = 1,
): Place[] {
  const tree = deriveGroupTree(snapshot.groups);
  const group = groupUnder(laid, tree, hand);
  const ground = createGround(laid, new Set(tree.chain(group)));
  const start = moduleUnder(hand);
  const tall = apart === 1 ? rowsOfList(rows.length) : rowsOfScreen(rows, apart);
  const bottom = start.y + tall * MODULE.pitchY;
  let { x, y } = start;
  return rows.map((count) => {
    const h = rowsHeight(count);
    for (;;) {
      if (y > start.y && y + h > bottom) {
        x += apart * MODULE.pitchX;
        y = start.y;
      }
      const rect = { x, y, w: MODULE.w, h };
      y += MODULE.pitchY;
      if (!ground.isFree(rect)) continue;
      y = onRow(rect.y + h);
      return placed(tree, board, group, rect, false);
    }
  });
}

function rowsOfList(count: number): number {
  return Math.max(LIST_ROWS, Math.ceil(ROWS_PER_ROOT * Math.sqrt(count)));
}

/** So many rows a column that all columns with the ground beside them are about as wide as a screen to their height. */
function rowsOfScreen(rows: readonly number[], apart: number): number {
  const all = rows.reduce((sum, one) => sum + one, 0);
  const column = apart * MODULE.pitchX;
  return Math.ceil(Math.sqrt((all * column) / (SCREEN * MODULE.pitchY)));
}

/**
 * For pasted cells: as they stood in their table, on the nearest ground where all of it is free.
 *
 * @param rows of each cell's sheet, table row by table row; 0 where a cell is empty
 */
export function placeTable(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  board: BoardId,
  hand: Point,
  rows: readonly (readonly number[])[],
): Place[][] {
  const tree = deriveGroupTree(snapshot.groups);
  const group = groupUnder(laid, tree, hand);
  const ground = createGround(laid, new Set(tree.chain(group)));
  const tall = rows.map((row) => Math.max(1, ...row));
  const wide = Math.max(1, ...rows.map((row) => row.length));
  const size = {
    w: wide * MODULE.pitchX - MODULE.gapX,
    h: rowsHeight(tall.reduce((sum, one) => sum + one, 0)),
  };
  let corner = moduleUnder(hand);
  for (const module of nearestModules(hand, laid.layout.bounds)) {
    corner = module;
    if (ground.isFree({ ...module, ...size })) break;
  }
  let { y } = corner;
  return rows.map((row, at) => {
    const top = y;
    y += (tall[at] ?? 1) * MODULE.pitchY;
    return row.map((_, column) =>
      placed(tree, board, group, { x: corner.x + column * MODULE.pitchX, y: top }, false),
    );
  });
}

/** The first of these modules where a sheet of so many rows covers nothing. */
function firstFree(ground: Ground, modules: Iterable<Point>, rows: number): Point {
  let last: Point = { x: 0, y: 0 };
  for (const module of modules) {
    last = module;
    if (ground.isFree({ ...module, w: MODULE.w, h: rowsHeight(rows) })) return module;
  }
  return last;
}

/** The first free module near the hand with no sheet of a tree beside it; or null. Riffs grow to the right. */
function firstApart(
  { layout, sheets }: LaidBoard,
  ground: Ground,
  modules: Iterable<Point>,
  hand: Point,
  rows: number,
): Point | null {
  const h = rowsHeight(rows);
  for (const { x, y } of modules) {
    if (Math.hypot(x + MODULE.w / 2 - hand.x, y + MODULE.h / 2 - hand.y) > NEAR) return null;
    if (!ground.isFree({ x, y, w: MODULE.w, h })) continue;
    const beside = { x: x - 2 * MODULE.pitchX, y, w: MODULE.w + 3 * MODULE.pitchX, h };
    if (sheets.query(beside).every((id) => layout.sheets.get(id)?.ink === 'stock')) return { x, y };
  }
  return null;
}

/** The innermost group whose area a point lies in. */
export function groupUnder({ layout }: LaidBoard, tree: GroupTree, point: Point): GroupId | null {
  let found: GroupId | null = null;
  for (const area of layout.groups.values()) {
    if (!rectContains(area, point)) continue;
    if (found === null || tree.chain(area.id).length > tree.chain(found).length) found = area.id;
  }
  return found;
}

function groupOfRiff(snapshot: JamSnapshot, { place }: Idea): GroupId | null {
  const group = place.group === null ? undefined : snapshot.groups.get(place.group);
  return group?.role === 'fresh' ? group.parent : place.group;
}

function placed(tree: GroupTree, board: BoardId, group: GroupId | null, at: Point, auto: boolean): Place {
  const origin = tree.originOf(group);
  return { board, group, x: at.x - origin.x, y: at.y - origin.y, auto };
}

/** The module corner right of a sheet; beside a sheet off the grid, the next whole module. */
function nextColumn({ x, y }: Rect): Point {
  return {
    x: Math.floor(x / MODULE.pitchX + 1.001) * MODULE.pitchX + (isOn(x, MODULE.pitchX) ? 0 : MODULE.pitchX),
    y: Math.round(y / MODULE.pitchY) * MODULE.pitchY,
  };
}

function isOn(value: number, pitch: number): boolean {
  return Math.abs(value / pitch - Math.round(value / pitch)) < 0.001;
}

function middleOf({ x, y, w, h }: Rect): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** The first row whose top is not above y. */
function onRow(y: number): number {
  return Math.ceil((y - MODULE.gapY) / MODULE.pitchY - 0.001) * MODULE.pitchY;
}

/** The module whose sheet would lie under the hand. */
function moduleUnder(hand: Point): Point {
  return snapToModule({ x: hand.x - MODULE.w / 2, y: hand.y - MODULE.h / 2 });
}

/** Down the column, every third step one up; then the next column; at last below everything. */
function* riffModules(start: Point, bounds: Rect | null): Generator<Point> {
  for (let column = 0; column < COLUMNS; column++) {
    const x = start.x + column * MODULE.pitchX;
    let up = 1;
    for (let down = 0; down < ROWS_DOWN; down++) {
      yield { x, y: start.y + down * MODULE.pitchY };
      if (down % 3 === 2 && up <= ROWS_UP) yield { x, y: start.y - up++ * MODULE.pitchY };
    }
  }
  yield below(start.x, bounds);
}

/** All modules around, nearest first, ring by ring; at last below everything. */
function* nearestModules(hand: Point, bounds: Rect | null): Generator<Point> {
  const middle = moduleUnder(hand);
  const away = ({ x, y }: Point): number => Math.hypot(x + MODULE.w / 2 - hand.x, y + MODULE.h / 2 - hand.y);
  const waiting: Point[] = [];
  const RINGS = 24;
  for (let ring = 0; ring <= RINGS; ring++) {
    waiting.push(...ringAround(middle, ring));
    waiting.sort((a, b) => away(b) - away(a));
    // What lies farther than the next ring's nearest has to wait for it.
    const reach = ring * MODULE.pitchY;
    while (waiting.length > 0 && (ring === RINGS || away(waiting[waiting.length - 1] as Point) <= reach)) {
      yield waiting.pop() as Point;
    }
  }
  yield below(middle.x, bounds);
}

/** Whole modules to go, the shortest way first; the first is none. */
export function* nearestFirst(): Generator<Point> {
  yield* nearestModules({ x: MODULE.w / 2, y: MODULE.h / 2 }, null);
}

function ringAround(middle: Point, ring: number): Point[] {
  if (ring === 0) return [middle];
  const points: Point[] = [];
  const add = (column: number, row: number): number =>
    points.push({ x: middle.x + column * MODULE.pitchX, y: middle.y + row * MODULE.pitchY });
  for (let i = -ring; i <= ring; i++) {
    add(i, -ring);
    add(i, ring);
    if (Math.abs(i) < ring) {
      add(-ring, i);
      add(ring, i);
    }
  }
  return points;
}

function below(x: number, bounds: Rect | null): Point {
  return { x, y: bounds === null ? 0 : onRow(bounds.y + bounds.h) + MODULE.pitchY };
}
