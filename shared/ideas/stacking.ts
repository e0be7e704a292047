/**
 * Sheets that two people laid on the same module. After a merge the earlier one keeps it, each later one is read as if
 * it lay on the next free module below. Nothing is written: moving either away puts the other back.
 */
import { MODULE, type Rect, rowsHeight } from '../model/geometry.ts';
import type { IdeaId } from '../model/ids.ts';
import type { SpatialIndex } from './spatialIndex.ts';

/** One sheet, as far as its place is concerned. */
export interface Stackable {
  readonly id: IdeaId;
  readonly lamport: number;
  /** The corner that was asked for. */
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  /** A root with riffs: it would like a second row, which nobody should be pushed onto. */
  readonly wantsTwo: boolean;
}

function comesBefore(a: Stackable, b: Stackable): number {
  return a.lamport - b.lamport || (a.id < b.id ? -1 : 1);
}

/**
 * The corners of all displaced sheets, by (lamport, id). `base` holds every sheet that keeps its place; the displaced
 * ones are added to it here.
 */
export function displaceStacks(
  stacks: Iterable<readonly Stackable[]>,
  base: SpatialIndex<IdeaId>,
  wantsTwo: (id: IdeaId) => boolean,
): Map<IdeaId, number> {
  const later: { sheet: Stackable; stack: { below: number } }[] = [];
  for (const sheets of stacks) {
    const order = [...sheets].sort(comesBefore);
    const first = order[0];
    if (first === undefined) continue;
    // Each of a stack looks from where the one before it went: a hundred on one spot cost a hundred looks.
    const stack = { below: first.y };
    for (const sheet of order.slice(1)) later.push({ sheet, stack });
  }
  later.sort((a, b) => comesBefore(a.sheet, b.sheet));
  const tops = new Map<IdeaId, number>();
  for (const { sheet, stack } of later) {
    const h = rowsHeight(Math.max(sheet.rows, sheet.wantsTwo ? 2 : 1));
    let y = stack.below + MODULE.pitchY;
    while (!isFree({ x: sheet.x, y, w: MODULE.w, h }, base, wantsTwo)) y += MODULE.pitchY;
    stack.below = y;
    tops.set(sheet.id, y);
    base.insert(sheet.id, { x: sheet.x, y, w: MODULE.w, h: rowsHeight(sheet.rows) });
  }
  return tops;
}

function isFree(rect: Rect, base: SpatialIndex<IdeaId>, wantsTwo: (id: IdeaId) => boolean): boolean {
  if (base.touches(rect)) return false;
  const above = { ...rect, y: rect.y - MODULE.pitchY, h: MODULE.pitchY };
  return !base.query(above).some((id) => {
    const root = base.rectOf(id);
    return root !== undefined && wantsTwo(id) && root.y + rowsHeight(2) > rect.y;
  });
}
