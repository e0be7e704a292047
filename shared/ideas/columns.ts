/**
 * A board in columns that know nothing of each other. A sheet keeps its corner or is pushed down, a root grows down, a
 * cable runs at most in the gutter beside its sheets, and a group spans what lies in it: so what stands in one column
 * decides what lies there, whatever is beside it. Sheets that overlap sideways, and all of a group, are one column.
 */
import { MODULE } from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { type GroupTree, positionOf } from './groupTree.ts';

/** From edge to edge, page units. */
export interface Strip {
  readonly left: number;
  readonly right: number;
}

export interface Column extends Strip {
  readonly ideas: readonly IdeaId[];
  readonly groups: readonly GroupId[];
}

interface Part {
  left: number;
  right: number;
  readonly ideas: IdeaId[];
  readonly groups: GroupId[];
}

/** Farther right of a sheet no cable looks for its way. */
const GUTTER = 22;

/** All columns of a board from left to right; ideas in the bin stand in none. */
export function columnsOf(snapshot: JamSnapshot, board: BoardId, groups: GroupTree): Column[] {
  const parts = new Map<number | GroupId, Part>();
  const partAt = (key: number | GroupId, left: number, right: number): Part => {
    const known = parts.get(key);
    if (known === undefined) {
      const part = { left, right, ideas: [], groups: [] };
      parts.set(key, part);
      return part;
    }
    known.left = Math.min(known.left, left);
    known.right = Math.max(known.right, right);
    return known;
  };
  const outermost = (group: GroupId | null): GroupId | undefined => groups.chain(group).at(-1);
  for (const [id, group] of snapshot.groups) {
    const { x } = groups.originOf(id);
    partAt(outermost(id) ?? id, x, x + group.w + GUTTER).groups.push(id);
  }
  for (const { id, bin, place } of snapshot.ideas.values()) {
    if (bin || place.board !== board) continue;
    const { x } = positionOf(place, groups);
    partAt(outermost(place.group) ?? x, x, x + MODULE.w + GUTTER).ideas.push(id);
  }

  const columns: Part[] = [];
  for (const part of [...parts.values()].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last === undefined || last.right < part.left) {
      columns.push(part);
      continue;
    }
    last.right = Math.max(last.right, part.right);
    for (const id of part.ideas) last.ideas.push(id);
    for (const id of part.groups) last.groups.push(id);
  }
  return columns;
}

/** Page units between a column and a strip; 0 where they touch. */
export function distanceTo(column: Strip, strip: Strip): number {
  return Math.max(0, column.left - strip.right, strip.left - column.right);
}
