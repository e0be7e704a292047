/** The cables of one board, kept up to date change by change: all cables of one parent are routed together. */
import type { Rect } from '../model/geometry.ts';
import type { IdeaId, RiffKey } from '../model/ids.ts';
import type { Cable, Sheet } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { type CableEnd, incomingPorts, routeCables } from './cables.ts';
import type { Lineage } from './lineage.ts';
import type { SheetChange } from './sheetLayer.ts';
import { createSpatialIndex, type SpatialIndex } from './spatialIndex.ts';

export interface CableScene {
  readonly snapshot: JamSnapshot;
  readonly lineage: Lineage;
  readonly sheets: ReadonlyMap<IdeaId, Sheet>;
  readonly index: SpatialIndex<IdeaId>;
}

export interface CableLayer {
  /** A new map whenever a cable changed; unchanged cables stay identical. */
  readonly cables: ReadonlyMap<RiffKey, Cable>;
  /** `riffs`: those whose bond may have changed, or 'all' when the lineage may have. Tells whether any cable changed. */
  update(scene: CableScene, change: SheetChange, riffs: ReadonlySet<RiffKey> | 'all'): boolean;
}

interface End extends CableEnd {
  readonly child: IdeaId;
}

export function createCableLayer(): CableLayer {
  let cables: ReadonlyMap<RiffKey, Cable> = new Map();
  const drawn = new Map<IdeaId, readonly RiffKey[]>();
  /** What far cables had to look at: when a sheet comes or goes there, they are routed again. */
  const watched = createSpatialIndex<RiffKey>();

  const endsOf = (parent: IdeaId, { lineage, sheets }: CableScene): End[] => {
    const ends: End[] = [];
    const children = lineage.children(parent);
    lineage.childRiffs(parent).forEach((key, i) => {
      const child = children[i] as IdeaId;
      const rect = sheets.get(child);
      if (rect === undefined) return;
      const parents = lineage.parents(child).filter((id) => sheets.has(id));
      const ports = incomingPorts(
        rect,
        parents.map((id) => sheets.get(id) as Sheet),
      );
      ends.push({ key, child, rect, inY: ports[parents.indexOf(parent)] as number });
    });
    return ends;
  };

  return {
    get cables() {
      return cables;
    },
    update(scene, change, riffs) {
      const { lineage, sheets, index, snapshot } = scene;
      const next = new Map(cables);
      let changed = false;
      for (const parent of parentsToRoute(scene, change, riffs, drawn, watched, cables)) {
        const rect = sheets.get(parent);
        const ends = rect === undefined || !lineage.has(parent) ? [] : endsOf(parent, scene);
        const routed =
          rect === undefined
            ? []
            : routeCables(rect, ends, (area, end) =>
                index.query(area).every((id) => id === parent || id === end.child),
              );
        const keys = new Set(routed.map(({ key }) => key));
        for (const key of drawn.get(parent) ?? []) {
          if (keys.has(key)) continue;
          watched.remove(key);
          changed = next.delete(key) || changed;
        }
        if (keys.size === 0) drawn.delete(parent);
        else drawn.set(parent, [...keys]);
        for (const { key, points, bounds, watch } of routed) {
          if (watch === null) watched.remove(key);
          else watched.insert(key, watch);
          const riff = snapshot.riffs.get(key);
          if (riff === undefined) continue;
          const cable: Cable = { key, parent, child: riff.child, bond: riff.bond, points, bounds };
          const old = next.get(key);
          if (old !== undefined && sameCable(old, cable)) continue;
          next.set(key, cable);
          changed = true;
        }
      }
      if (changed) cables = next;
      return changed;
    },
  };
}

function parentsToRoute(
  { lineage, snapshot, sheets }: CableScene,
  change: SheetChange,
  riffs: ReadonlySet<RiffKey> | 'all',
  drawn: ReadonlyMap<IdeaId, unknown>,
  watched: SpatialIndex<RiffKey>,
  cables: ReadonlyMap<RiffKey, Cable>,
): ReadonlySet<IdeaId> {
  if (riffs === 'all') {
    const all = new Set(drawn.keys());
    for (const id of sheets.keys()) if (lineage.childRiffs(id).length > 0) all.add(id);
    return all;
  }
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
      if (lineage.parentRiffs(child).length > 1) for (const other of lineage.parents(child)) parents.add(other);
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
