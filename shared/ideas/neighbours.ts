/** Moving the focus over the board by keys, and the order in which a screen reader tells it. */
import { MODULE, type Rect } from '../model/geometry.ts';
import type { IdeaId } from '../model/ids.ts';
import type { BoardLayout, Sheet } from '../model/layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** A step aside counts this much more than one ahead, so that keys keep to a row or a column. */
const ASIDE = 3;
/** What lies farther aside than so many times ahead is not ahead. */
const CONE = 2;

/**
 * The sheet that one reaches with an arrow key: the nearest ahead, preferring what lies straight ahead. Where nothing
 * does, left goes to the parent, right to a riff.
 */
export function neighbourOf(layout: BoardLayout, from: IdeaId, direction: Direction): IdeaId | null {
  const start = layout.sheets.get(from);
  if (start === undefined) return null;
  let best: Sheet | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sheet of layout.sheets.values()) {
    if (sheet.id === from) continue;
    const cost = costOf(start, sheet, direction);
    if (cost < least || (cost === least && best !== null && sheet.id < best.id)) {
      best = sheet;
      least = cost;
    }
  }
  return best?.id ?? relativeOf(layout, start, direction);
}

function relativeOf(layout: BoardLayout, start: Sheet, direction: Direction): IdeaId | null {
  if (direction !== 'left' && direction !== 'right') return null;
  let best: Sheet | null = null;
  for (const { parent, child } of layout.cables.values()) {
    if ((direction === 'left' ? child : parent) !== start.id) continue;
    const other = layout.sheets.get(direction === 'left' ? parent : child);
    if (other === undefined || (direction === 'left' ? other.x >= start.x : other.x <= start.x)) continue;
    if (best === null || readBefore(other, best) < 0) best = other;
  }
  return best?.id ?? null;
}

/** Infinity where it is not ahead. */
function costOf(from: Rect, to: Rect, direction: Direction): number {
  const flat = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  // Between first rows: a two-row root's neighbour is the one beside its first line.
  const ahead = sign * (flat ? to.x - from.x : to.y - from.y);
  if (ahead <= 0) return Number.POSITIVE_INFINITY;
  const off = flat ? Math.abs(to.y - from.y) : Math.abs(to.x - from.x);
  const isStraight = (flat ? gap(from.y, from.h, to.y, to.h) : gap(from.x, from.w, to.x, to.w)) === 0;
  if (isStraight) return ahead + off / 100;
  return off > ahead * CONE ? Number.POSITIVE_INFINITY : ahead + ASIDE * off;
}

/** Between two spans; 0 where they overlap. */
function gap(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(0, b - a - aSize, a - b - bSize);
}

/** Trees as one reads them, row by row; in each the root, then its riffs branch by branch, from top to bottom. */
export function readingOrder(layout: BoardLayout): IdeaId[] {
  const children = new Map<IdeaId, Sheet[]>();
  const placed = new Set<IdeaId>();
  // A child of several parents is told once, under the one that lies first.
  for (const { parent, child } of [...layout.cables.values()].sort(
    (a, b) => compare(layout, a.parent, b.parent) || compare(layout, a.child, b.child),
  )) {
    const sheet = layout.sheets.get(child);
    if (sheet === undefined || placed.has(child) || !layout.sheets.has(parent)) continue;
    placed.add(child);
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [sheet]);
    else list.push(sheet);
  }
  const order: IdeaId[] = [];
  const told = new Set<IdeaId>();
  const stack = [...layout.sheets.values()]
    .filter(({ id }) => !placed.has(id))
    .sort(readBefore)
    .reverse();
  while (stack.length > 0) {
    const { id } = stack.pop() as Sheet;
    if (told.has(id)) continue;
    told.add(id);
    order.push(id);
    stack.push(...[...(children.get(id) ?? [])].sort((a, b) => a.y - b.y || readBefore(a, b)).reverse());
  }
  return order;
}

function compare(layout: BoardLayout, a: IdeaId, b: IdeaId): number {
  if (a === b) return 0;
  return readBefore(layout.sheets.get(a) as Sheet, layout.sheets.get(b) as Sheet);
}

function readBefore(a: Sheet, b: Sheet): number {
  const rows = Math.round(a.y / MODULE.pitchY) - Math.round(b.y / MODULE.pitchY);
  return rows || a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1);
}
