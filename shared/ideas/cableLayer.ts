/** The cables of one board, kept up to date change by change: all cables of one parent are routed together. */

import type { Rect } from '../model/geometry.ts';
import { type IdeaId, ideaOfKey, type RiffKey } from '../model/ids.ts';
import type { Cable, Sheet } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { ShardedMap } from '../util/shardedMap.ts';
import { type CableEnd, incomingPorts, routeCables } from './cables.ts';
import type { Lineage } from './lineage.ts';
import type { SheetChange } from './sheetLayer.ts';
import { createSpatialIndex, type SpatialIndex } from './spatialIndex.ts';

interface CableScene {
  readonly snapshot: JamSnapshot;
  readonly lineage: Lineage;
  readonly sheets: ReadonlyMap<IdeaId, Sheet>;
  readonly index: SpatialIndex<IdeaId>;
  /** Ideas whose sheets are still to be laid: until then no cable of their parents, nor of these parents' children. */
  readonly awaited: ReadonlySet<IdeaId>;
}

export interface CableLayer {
  /** A new map whenever a cable changed; unchanged cables stay identical. */
  readonly cables: ReadonlyMap<RiffKey, Cable>;
  /**
   * `riffs`: those that were written, perhaps with another bond. `otherNodes`: ideas whose place in the lineage is
   * another; null: any may be. Gives the bounds that cables had and have which are
   * new, gone or different.
   */
  update(
    scene: CableScene,
    change: SheetChange,
    riffs: Iterable<RiffKey>,
    otherNodes: ReadonlySet<IdeaId> | null,
  ): readonly Rect[];
}

interface End extends CableEnd {
  readonly child: IdeaId;
}

export function createCableLayer(): CableLayer {
  let cables = ShardedMap.from<Cable>([]);
  const drawn = new Map<IdeaId, readonly RiffKey[]>();
  /** The riffs that parents had when their cables were last looked at. */
  const childRiffs = new Map<IdeaId, readonly RiffKey[]>();
  /** What far cables had to look at: when a sheet comes or goes there, they are routed again. */
  const watched = createSpatialIndex<RiffKey>();

  const endsOf = (parent: IdeaId, scene: CableScene): End[] => {
    const { lineage, sheets } = scene;
    const ends: End[] = [];
    const children = lineage.children(parent);
    lineage.childRiffs(parent).forEach((key, i) => {
      const child = children[i] as IdeaId;
      const rect = sheets.get(child);
      if (rect === undefined) return;
      ends.push({ key, child, rect, inY: portOf(child, rect, parent, scene) });
    });
    return ends;
  };

  return {
    get cables() {
      return cables;
    },
    update(scene, change, riffs, otherNodes) {
      const { lineage, sheets, index, snapshot } = scene;
      const rects: Rect[] = [];
      const changed = new Map<RiffKey, Cable | null>();
      const isFirst = otherNodes === null && childRiffs.size === 0;
      const dirty = isFirst ? new Set<IdeaId>() : parentsToRoute(scene, change, riffs, watched, cables);
      const maybeOther = otherNodes ?? new Set([...childRiffs.keys(), ...sheets.keys()]);
      addParentsWithOtherChildren(lineage, maybeOther, childRiffs, dirty, isFirst);
      for (const parent of dirty) {
        const rect = sheets.get(parent);
        if (awaitsSome(parent, scene)) continue;
        const ends = rect === undefined || !lineage.has(parent) ? [] : endsOf(parent, scene);
        const routed =
          rect === undefined
            ? []
            : routeCables(rect, ends, (area, end) =>
                index.query(area).every((id) => id === parent || id === end.child),
              );
        const keys = routed.map(({ key }) => key);
        const before = drawn.get(parent) ?? NONE;
        const kept = new Set(before.length > 0 ? keys : NONE);
        for (const key of before) {
          if (kept.has(key)) continue;
          watched.remove(key);
          const gone = changed.get(key) ?? cables.get(key);
          if (gone !== undefined) rects.push(gone.bounds);
          changed.set(key, null);
        }
        if (keys.length === 0) drawn.delete(parent);
        else drawn.set(parent, keys);
        for (const { key, points, bounds, watch } of routed) {
          if (watch === null) watched.remove(key);
          else watched.insert(key, watch);
          const riff = snapshot.riffs.get(key);
          if (riff === undefined) continue;
          const cable: Cable = { key, parent, child: riff.child, bond: riff.bond, points, bounds };
          const old = cables.get(key);
          if (old !== undefined && sameCable(old, cable)) continue;
          changed.set(key, cable);
          rects.push(bounds);
          if (old !== undefined) rects.push(old.bounds);
        }
      }
      cables = cables.with(changed.keys(), (key) => changed.get(key) ?? null);
      return rects;
    },
  };
}

const NONE: readonly never[] = [];

/** After the lineage may have changed: parents that gained or lost a child, and all parents of that child. */
function addParentsWithOtherChildren(
  lineage: Lineage,
  ids: Iterable<IdeaId>,
  known: Map<IdeaId, readonly RiffKey[]>,
  dirty: Set<IdeaId>,
  isFirst: boolean,
): void {
  for (const id of ids) {
    const before = known.get(id) ?? NONE;
    const now = lineage.childRiffs(id);
    if (before.length === now.length && before.every((key, i) => key === now[i])) continue;
    if (now.length === 0) known.delete(id);
    else known.set(id, now);
    dirty.add(id);
    if (isFirst) continue;
    for (const key of [...before, ...now])
      for (const parent of lineage.parents(ideaOfKey(key))) dirty.add(parent);
  }
}

/** Where one cable leaves or comes in depends on the others of its parent and of its child. */
function awaitsSome(parent: IdeaId, { lineage, awaited }: CableScene): boolean {
  if (awaited.size === 0) return false;
  return lineage
    .children(parent)
    .some((child) => awaited.has(child) || lineage.parents(child).some((other) => awaited.has(other)));
}

function portOf(child: IdeaId, rect: Rect, parent: IdeaId, { lineage, sheets }: CableScene): number {
  const rects: Rect[] = [];
  let at = 0;
  // By id: which riff came first may change without any of its parents noticing.
  for (const id of lineage.parentRiffs(child).length > 1 ? [...lineage.parents(child)].sort() : [parent]) {
    const sheet = sheets.get(id);
    if (sheet === undefined) continue;
    if (id === parent) at = rects.length;
    rects.push(sheet);
  }
  return incomingPorts(rect, rects)[at] as number;
}

function parentsToRoute(
  { lineage, snapshot }: CableScene,
  change: SheetChange,
  riffs: Iterable<RiffKey>,
  watched: SpatialIndex<RiffKey>,
  cables: ReadonlyMap<RiffKey, Cable>,
): Set<IdeaId> {
  const parents = new Set<IdeaId>();
  for (const key of riffs) {
    const riff = snapshot.riffs.get(key);
    if (riff !== undefined) parents.add(riff.parent);
  }
  for (const id of change.ids) {
    parents.add(id);
    for (const parent of lineage.parents(id)) parents.add(parent);
    // A child of several: its other parents' cables may change ports.
    for (const child of lineage.children(id)) {
      if (lineage.parentRiffs(child).length > 1)
        for (const other of lineage.parents(child)) parents.add(other);
    }
  }
  for (const rect of change.rects) {
    for (const key of watched.query(rect)) {
      const cable = cables.get(key);
      if (cable !== undefined) parents.add(cable.parent);
    }
  }
  return parents;
}

function sameCable(a: Cable, b: Cable): boolean {
  return (
    a.bond === b.bond &&
    a.child === b.child &&
    a.points.length === b.points.length &&
    a.points.every(({ x, y }, i) => x === b.points[i]?.x && y === b.points[i]?.y) &&
    sameRect(a.bounds, b.bounds)
  );
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
