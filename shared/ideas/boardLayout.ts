/**
 * Everything that lies on one board, ready to draw, kept up to date change by change. What did not change stays
 * identical (`===`), so a painter sees at once what to draw anew. Oracle: `layoutFromScratch` gives the same.
 */
import { type Rect, unionRect } from '../model/geometry.ts';
import type { BoardId, IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { JamSnapshot, SnapshotChange, ThingRef } from '../model/snapshot.ts';
import { createCableLayer } from './cableLayer.ts';
import { createConnectorLayer, thingKey } from './connectorLayer.ts';
import { createGroupLayer } from './groupLayer.ts';
import { deriveGroupTree, type GroupTree } from './groupTree.ts';
import { createSheetLayer } from './sheetLayer.ts';
import type { SpatialIndex } from './spatialIndex.ts';
import { createStructureReader, type IdeaStructure } from './structure.ts';
import { createTallies } from './tallies.ts';

export interface LiveLayout {
  /**
   * Takes in the next snapshot. `change`: what differs from the one before it; null: anything may, or it is the
   * first. The same object comes back when nothing on this board changed.
   */
  update(snapshot: JamSnapshot, change: SnapshotChange | null): BoardLayout;
  /** The sheets as laid by the last update, by place. Read only. */
  readonly index: SpatialIndex<IdeaId>;
}

/** @param structureOf share one per jam between boards and panels, so that lineage is derived once a change. */
export function createBoardLayout(board: BoardId, structureOf = createStructureReader()): LiveLayout {
  const sheetLayer = createSheetLayer(board);
  const groupLayer = createGroupLayer(board);
  const cableLayer = createCableLayer();
  const connectorLayer = createConnectorLayer();
  const tallies = createTallies();
  let structure: IdeaStructure | null = null;
  let groups: GroupTree = deriveGroupTree(new Map());
  let layout: BoardLayout | null = null;

  return {
    index: sheetLayer.index,
    update(snapshot, change) {
      const before = structure;
      structure = structureOf(snapshot);
      const structureChanged = before !== structure;
      const counted = tallies.update(snapshot, change);

      const changedGroups = new Set(change?.groups ?? [...snapshot.groups.keys(), ...groupLayer.areas.keys()]);
      const groupsBefore = groups;
      if (changedGroups.size > 0 || change === null) groups = deriveGroupTree(snapshot.groups);
      const cleared = groupLayer.updateHeads(snapshot, groups, changedGroups);

      const dirty = new Set<IdeaId>(change === null ? snapshot.ideas.keys() : change.ideas);
      for (const id of counted) dirty.add(id);
      for (const id of groupLayer.membersWithin(changedGroups, [groups, groupsBefore])) dirty.add(id);
      // Names of members and settled numbers are among `other`; riffs may change their bond, and so a second ink.
      if (change === null || change.other || structureChanged) for (const id of sheetLayer.ids()) dirty.add(id);
      for (const key of change?.riffs ?? []) {
        const child = snapshot.riffs.get(key)?.child;
        if (child !== undefined) dirty.add(child);
      }

      const scene = { snapshot, structure, groups, tallies, heads: groupLayer.heads };
      const sheetChange = sheetLayer.update(scene, dirty, cleared);
      const { sheets } = sheetLayer;
      const areaChange = groupLayer.updateAreas(
        snapshot,
        groups,
        sheets,
        dirty,
        sheetChange.ids,
        changedGroups.size > 0,
      );
      const cablesChanged = cableLayer.update(
        { snapshot, lineage: structure.lineage, sheets, index: sheetLayer.index },
        sheetChange,
        structureChanged || change === null ? 'all' : change.riffs,
      );
      const rectOf = ({ type, id }: ThingRef): Rect | undefined =>
        type === 'idea' ? sheets.get(id) : groupLayer.areas.get(id);
      const moved = [
        ...[...sheetChange.ids].map((id) => thingKey({ type: 'idea', id })),
        ...[...areaChange].map((id) => thingKey({ type: 'group', id })),
      ];
      const connectors = change?.connectors ?? [...snapshot.connectors.keys(), ...connectorLayer.lines.keys()];
      const linesChanged = connectorLayer.update(snapshot, rectOf, connectors, moved);

      if (layout !== null && sheetChange.ids.size === 0 && areaChange.size === 0 && !cablesChanged && !linesChanged) {
        return layout;
      }
      const parts = { sheets, cables: cableLayer.cables, connectors: connectorLayer.lines, groups: groupLayer.areas };
      layout = { ...parts, bounds: boundsOf(parts) };
      return layout;
    },
  };
}

/** The layout of one snapshot, without a past. For exports and tests; a window keeps a `createBoardLayout`. */
export function layoutFromScratch(snapshot: JamSnapshot, board: BoardId): BoardLayout {
  return createBoardLayout(board).update(snapshot, null);
}

function boundsOf({ sheets, cables, connectors, groups }: Omit<BoardLayout, 'bounds'>): Rect | null {
  let bounds: Rect | null = null;
  for (const sheet of sheets.values()) bounds = bounds === null ? sheet : unionRect(bounds, sheet);
  for (const { x, y, w, h } of groups.values()) bounds = bounds === null ? { x, y, w, h } : unionRect(bounds, { x, y, w, h });
  for (const cable of cables.values()) bounds = bounds === null ? cable.bounds : unionRect(bounds, cable.bounds);
  for (const line of connectors.values()) bounds = bounds === null ? line.bounds : unionRect(bounds, line.bounds);
  return bounds === null ? null : { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h };
}
