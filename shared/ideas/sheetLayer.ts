/**
 * The sheets of one board, kept up to date change by change. A sheet's place depends on its own idea, on who else
 * asked for the same module, and, for a root that wants a second row, on what lies below; only those are laid again.
 */

import { MODULE, type Rect, rowsHeight } from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import type { Sheet } from '../model/layout.ts';
import type { Idea, JamSnapshot } from '../model/snapshot.ts';
import { ShardedMap } from '../util/shardedMap.ts';
import { type GroupTree, positionOf } from './groupTree.ts';
import { initialsOf } from './initials.ts';
import { type IsSigned, type SheetLook, sheetLook } from './sheetLook.ts';
import { MAX_ROOT_ROWS } from './sheetText.ts';
import { createSpatialIndex, type SpatialIndex } from './spatialIndex.ts';
import { displaceStacks, type Stackable } from './stacking.ts';
import type { IdeaStructure } from './structure.ts';
import type { Tallies } from './tallies.ts';

interface SheetScene {
  readonly snapshot: JamSnapshot;
  readonly structure: IdeaStructure;
  readonly groups: GroupTree;
  readonly tallies: Tallies;
  /** Heads of groups: no root grows onto one. */
  readonly heads: SpatialIndex<GroupId>;
  readonly isSigned: IsSigned;
}

export interface SheetLayer {
  /** A new map whenever a sheet changed; unchanged sheets stay identical. */
  readonly sheets: ReadonlyMap<IdeaId, Sheet>;
  /** Where the sheets lie as drawn. */
  readonly index: SpatialIndex<IdeaId>;
  ids(): Iterable<IdeaId>;
  /** Lays these ideas anew, and what depends on them. `cleared`: rects of heads that came or went. */
  update(scene: SheetScene, dirty: Iterable<IdeaId>, cleared: readonly Rect[]): SheetChange;
}

export interface SheetChange {
  /** Sheets that are new, gone or different. */
  readonly ids: ReadonlySet<IdeaId>;
  /** The rects they had and have, as far as these differ. */
  readonly rects: readonly Rect[];
}

interface Slot extends Stackable {
  readonly idea: Idea;
  readonly look: SheetLook;
}

export function createSheetLayer(board: BoardId): SheetLayer {
  const slots = new Map<IdeaId, Slot>();
  /** Each sheet in its normal size, displaced ones where they went. */
  const base = createSpatialIndex<IdeaId>();
  const index = createSpatialIndex<IdeaId>();
  const corners = new Map<string, IdeaId[]>();
  const stacks = new Set<string>();
  let displaced: ReadonlySet<IdeaId> = new Set();
  const names = new Map<string, string>();
  let sheets = ShardedMap.from<Sheet>([]);

  const initials = (name: string): string => {
    const known = names.get(name) ?? initialsOf(name);
    names.set(name, known);
    return known;
  };
  const leaveCorner = (slot: Slot): void => {
    const key = cornerKey(slot);
    const rest = (corners.get(key) ?? []).filter((id) => id !== slot.id);
    if (rest.length === 0) corners.delete(key);
    else corners.set(key, rest);
    if (rest.length < 2) stacks.delete(key);
  };
  const enterCorner = (slot: Slot): void => {
    const key = cornerKey(slot);
    const there = corners.get(key);
    if (there === undefined) corners.set(key, [slot.id]);
    else {
      there.push(slot.id);
      stacks.add(key);
    }
  };

  /** Reads one idea; notes in `moved` which rects of `base` it gave up or took. */
  const refresh = (id: IdeaId, scene: SheetScene, moved: Rect[]): void => {
    const idea = scene.snapshot.ideas.get(id);
    const old = slots.get(id);
    if (idea === undefined || idea.bin || idea.place.board !== board) {
      if (old === undefined) return;
      moved.push(base.rectOf(id) ?? baseRect(old));
      leaveCorner(old);
      base.remove(id);
      slots.delete(id);
      return;
    }
    const look = sheetLook(scene.snapshot, scene.structure, idea, old?.look, scene.isSigned, initials);
    const { x, y } = positionOf(idea.place, scene.groups);
    const { rows } = look.fit;
    const slot: Slot = {
      id,
      lamport: idea.born.lamport,
      x,
      y,
      rows,
      wantsTwo: look.rootFit !== null,
      idea,
      look,
    };
    slots.set(id, slot);
    const samePlace = old !== undefined && old.x === x && old.y === y;
    if (samePlace && old.rows === rows && old.wantsTwo === slot.wantsTwo && old.lamport === slot.lamport)
      return;
    if (old !== undefined) moved.push(base.rectOf(id) ?? baseRect(old));
    if (!samePlace) {
      if (old !== undefined) leaveCorner(old);
      enterCorner(slot);
    }
    const rect = baseRect(slot);
    base.insert(id, rect);
    moved.push(rect);
  };

  /** Resolves all modules that several sheets asked for. Few boards have any. */
  const restack = (moved: Rect[], touched: Set<IdeaId>): void => {
    if (stacks.size === 0 && displaced.size === 0) return;
    const wasAt = new Map<IdeaId, Rect | undefined>();
    for (const id of displaced) {
      const slot = slots.get(id);
      if (slot === undefined) continue;
      wasAt.set(id, base.rectOf(id));
      base.insert(id, baseRect(slot));
    }
    const all = [...stacks].map((key) => (corners.get(key) ?? []).map((id) => slots.get(id) as Slot));
    for (const stack of all) {
      for (const { id } of stack) {
        if (!wasAt.has(id)) wasAt.set(id, base.rectOf(id));
        base.remove(id);
      }
      const [first] = [...stack].sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
      if (first !== undefined) base.insert(first.id, baseRect(first));
    }
    displaced = new Set(displaceStacks(all, base, (id) => slots.get(id)?.wantsTwo ?? false).keys());
    for (const [id, was] of wasAt) {
      const now = base.rectOf(id) as Rect;
      if (was !== undefined && sameRect(was, now)) continue;
      touched.add(id);
      moved.push(now);
      if (was !== undefined) moved.push(was);
    }
  };

  const sheetOf = (slot: Slot, scene: SheetScene): Sheet => {
    const at = base.rectOf(slot.id) as Rect;
    const { look, idea } = slot;
    const large =
      look.rootFit && roomFor(at, look.rootFit.rows, slot.id, base, scene.heads) ? look.rootFit : null;
    const fit = large ?? look.fit;
    return {
      id: slot.id,
      kind: idea.kind,
      x: at.x,
      y: at.y,
      w: MODULE.w,
      h: rowsHeight(fit.rows),
      label: look.label,
      root: large !== null,
      fresh: look.fresh,
      ink: look.ink,
      ink2: look.ink2,
      weight: look.weight,
      lines: fit.lines,
      comments: scene.tallies.comments(slot.id),
      initials: look.initials,
      lock: idea.lock,
      decision: scene.tallies.outcome(slot.id),
    };
  };

  return {
    get sheets() {
      return sheets;
    },
    index,
    ids: () => slots.keys(),
    update(scene, dirty, cleared) {
      const touched = new Set(dirty);
      const moved: Rect[] = [...cleared];
      for (const id of touched) refresh(id, scene, moved);
      if (moved.length > 0) restack(moved, touched);
      // After a full reading every root is laid anew anyway.
      if (hasOthers(slots, touched)) {
        for (const rect of moved) {
          for (const id of base.query(above(rect))) if (slots.get(id)?.wantsTwo) touched.add(id);
        }
      }
      const ids = new Set<IdeaId>();
      const rects: Rect[] = [];
      const changed = new Map<IdeaId, Sheet | null>();
      for (const id of touched) {
        const slot = slots.get(id);
        const old = sheets.get(id);
        const made = slot === undefined ? undefined : sheetOf(slot, scene);
        if (made === old || (made !== undefined && old !== undefined && sameSheet(made, old))) continue;
        ids.add(id);
        changed.set(id, made ?? null);
        const moves = made === undefined || old === undefined || !sameRect(made, old);
        if (moves && old !== undefined) rects.push(old);
        if (moves && made !== undefined) rects.push(made);
        if (made === undefined) {
          index.remove(id);
        } else if (moves) index.insert(id, made);
      }
      sheets = sheets.with(changed.keys(), (id) => changed.get(id) ?? null);
      return { ids, rects };
    },
  };
}

function hasOthers(slots: ReadonlyMap<IdeaId, Slot>, touched: ReadonlySet<IdeaId>): boolean {
  if (slots.size > touched.size) return true;
  for (const { id, wantsTwo } of slots.values()) if (wantsTwo && !touched.has(id)) return true;
  return false;
}

/** A second row (or more) is free when no sheet in its normal size and no group's head is in the way. */
function roomFor(
  at: Rect,
  rows: number,
  id: IdeaId,
  base: SpatialIndex<IdeaId>,
  heads: SpatialIndex<GroupId>,
): boolean {
  const rect = { x: at.x, y: at.y, w: at.w, h: rowsHeight(rows) };
  return !base.touches(rect, id) && !heads.touches(rect);
}

function baseRect(slot: Stackable): Rect {
  return { x: slot.x, y: slot.y, w: MODULE.w, h: rowsHeight(slot.rows) };
}

/** Where roots stand that might have grown into this rect. */
function above(rect: Rect): Rect {
  const reach = rowsHeight(MAX_ROOT_ROWS);
  return { x: rect.x - 1, y: rect.y - reach, w: rect.w + 2, h: rect.h + reach + 1 };
}

function cornerKey(slot: Stackable): string {
  return `${slot.x},${slot.y}`;
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

function sameSheet(a: Sheet, b: Sheet): boolean {
  return (
    sameRect(a, b) &&
    a.kind === b.kind &&
    a.label === b.label &&
    a.root === b.root &&
    a.fresh === b.fresh &&
    a.ink === b.ink &&
    a.ink2 === b.ink2 &&
    a.weight === b.weight &&
    a.comments === b.comments &&
    a.initials === b.initials &&
    a.lock === b.lock &&
    a.decision === b.decision &&
    (a.lines === b.lines ||
      (a.lines.length === b.lines.length && a.lines.every((line, i) => line === b.lines[i])))
  );
}
