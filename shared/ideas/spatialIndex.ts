/**
 * What lies where: a hash of square-ish cells over rects in page units. Insert, remove and small queries take the same
 * time whether there are 100 things or 10,000. Results come in no particular order.
 */
import { type Point, type Rect, rectContains, rectsTouch } from '../model/geometry.ts';

export interface SpatialIndex<Id> {
  readonly size: number;
  /** Replaces the rect when the id is there already. */
  insert(id: Id, rect: Rect): void;
  /** Tells whether it was there. */
  remove(id: Id): boolean;
  rectOf(id: Id): Rect | undefined;
  /** Everything that shares an area with the rect; edges that only touch don't count. */
  query(rect: Rect): Id[];
  /** Whether anything else than `except` shares an area with the rect. */
  touches(rect: Rect, except?: Id): boolean;
  /** Everything under the point. */
  at(point: Point): Id[];
  /** The one whose rect is nearest, if there is one within `within` page units that `accepts`. Ties: the first found. */
  nearest(point: Point, options?: { within?: number; accepts?(id: Id): boolean }): Id | undefined;
  clear(): void;
}

interface Entry<Id> {
  readonly id: Id;
  readonly rect: Rect;
  seen: number;
}

const CELL_W = 704;
const CELL_H = 368;
/** A rect over more cells than this is kept aside: few are so large, and each query looks at all of them. */
const LARGE = 256;
/** Whatever lies beyond this many cells counts as lying there, so that no loop is endless. */
const FAR_CELLS = 1_000_000_000;

export function createSpatialIndex<Id>(): SpatialIndex<Id> {
  const entries = new Map<Id, Entry<Id>>();
  const cells = new Map<number, Entry<Id>[]>();
  const large = new Set<Entry<Id>>();
  let round = 0;

  const visit = (rect: Rect, found: (entry: Entry<Id>) => boolean): boolean => {
    round++;
    for (const entry of large) if (rectsTouch(entry.rect, rect) && found(entry)) return true;
    const span = spanOf(rect);
    const wide = (span.right - span.left + 1) * (span.bottom - span.top + 1);
    if (wide > cells.size) {
      for (const entry of entries.values()) {
        if (!large.has(entry) && rectsTouch(entry.rect, rect) && found(entry)) return true;
      }
      return false;
    }
    for (let row = span.top; row <= span.bottom; row++) {
      for (let column = span.left; column <= span.right; column++) {
        const cell = cells.get(cellKey(column, row));
        if (cell === undefined) continue;
        for (const entry of cell) {
          if (entry.seen === round) continue;
          entry.seen = round;
          if (rectsTouch(entry.rect, rect) && found(entry)) return true;
        }
      }
    }
    return false;
  };

  const index: SpatialIndex<Id> = {
    get size() {
      return entries.size;
    },
    insert(id, rect) {
      index.remove(id);
      const entry: Entry<Id> = { id, rect, seen: 0 };
      entries.set(id, entry);
      if (cellCount(rect) > LARGE) large.add(entry);
      else {
        eachCell(rect, (key) => {
          const cell = cells.get(key);
          if (cell === undefined) cells.set(key, [entry]);
          else cell.push(entry);
        });
      }
    },
    remove(id) {
      const entry = entries.get(id);
      if (entry === undefined) return false;
      entries.delete(id);
      if (large.delete(entry)) return true;
      eachCell(entry.rect, (key) => {
        const cell = cells.get(key);
        if (cell === undefined) return;
        const at = cell.indexOf(entry);
        const last = cell.pop();
        if (last !== undefined && last !== entry && at >= 0) cell[at] = last;
        if (cell.length === 0) cells.delete(key);
      });
      return true;
    },
    rectOf: (id) => entries.get(id)?.rect,
    query(rect) {
      const ids: Id[] = [];
      visit(rect, (entry) => {
        ids.push(entry.id);
        return false;
      });
      return ids;
    },
    touches: (rect, except) => visit(rect, (entry) => entry.id !== except),
    at(point) {
      return index
        .query({ x: point.x - 1, y: point.y - 1, w: 2, h: 2 })
        .filter((id) => rectContains((entries.get(id) as Entry<Id>).rect, point));
    },
    nearest(point, { within = Number.POSITIVE_INFINITY, accepts } = {}) {
      let reach = Math.min(within, CELL_H);
      for (;;) {
        let best: Entry<Id> | undefined;
        let least = Number.POSITIVE_INFINITY;
        let looked = 0;
        // Wider by a hair, for what lies at exactly this distance.
        visit(around(point, reach + 0.001), (entry) => {
          looked++;
          const away = distance(entry.rect, point);
          if (away < least && away <= within && (accepts === undefined || accepts(entry.id))) {
            best = entry;
            least = away;
          }
          return false;
        });
        if (best !== undefined && least <= reach) return (best as Entry<Id>).id;
        if (reach >= within || looked === entries.size)
          return best === undefined ? undefined : (best as Entry<Id>).id;
        reach = Math.min(within, reach * 4);
      }
    },
    clear() {
      entries.clear();
      cells.clear();
      large.clear();
    },
  };
  return index;
}

function around(point: Point, reach: number): Rect {
  return { x: point.x - reach, y: point.y - reach, w: 2 * reach, h: 2 * reach };
}

/** From a point to the nearest edge of a rect; 0 inside. */
function distance(rect: Rect, point: Point): number {
  const dx = Math.max(rect.x - point.x, 0, point.x - rect.x - rect.w);
  const dy = Math.max(rect.y - point.y, 0, point.y - rect.y - rect.h);
  return Math.hypot(dx, dy);
}

function spanOf(rect: Rect): { left: number; top: number; right: number; bottom: number } {
  return {
    left: cellAt(rect.x, CELL_W),
    top: cellAt(rect.y, CELL_H),
    right: cellAt(rect.x + rect.w, CELL_W),
    bottom: cellAt(rect.y + rect.h, CELL_H),
  };
}

function cellAt(position: number, size: number): number {
  const cell = Math.floor(position / size);
  return Number.isNaN(cell) ? 0 : Math.max(-FAR_CELLS, Math.min(FAR_CELLS, cell));
}

/** A small integer, the fastest key. Cells 20 million units apart share one, which only costs a look. */
function cellKey(column: number, row: number): number {
  return ((column & 0x7fff) << 15) | (row & 0x7fff);
}

function cellCount(rect: Rect): number {
  const { left, top, right, bottom } = spanOf(rect);
  return (right - left + 1) * (bottom - top + 1);
}

function eachCell(rect: Rect, act: (key: number) => void): void {
  const { left, top, right, bottom } = spanOf(rect);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) act(cellKey(column, row));
  }
}
