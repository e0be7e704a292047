/**
 * Everything that lies on one board, ready to draw, kept up to date change by change. What did not change stays
 * identical (`===`), so a painter sees at once what to draw anew. Oracle: `layoutFromScratch` gives the same.
 */
import type { Rect } from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { JamSnapshot, SnapshotChange, ThingRef } from '../model/snapshot.ts';
import { differingKeys } from '../util/shardedMap.ts';
import { createCableLayer } from './cableLayer.ts';
import { createConnectorLayer, thingKey } from './connectorLayer.ts';
import { createGroupLayer } from './groupLayer.ts';
import { deriveGroupTree, type GroupTree, groupsWithin } from './groupTree.ts';
import { createSheetLayer } from './sheetLayer.ts';
import type { IsSigned } from './sheetLook.ts';
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

const everySigned: IsSigned = () => true;

/**
 * @param structureOf share one per jam between boards and panels, so that lineage is derived once a change.
 * @param signedIn whose initials a sheet may carry; the same function while that did not change.
 */
export function createBoardLayout(
  board: BoardId,
  structureOf = createStructureReader(),
  signedIn: (snapshot: JamSnapshot) => IsSigned = () => everySigned,
): LiveLayout {
  const sheetLayer = createSheetLayer(board);
  const groupLayer = createGroupLayer(board);
  const cableLayer = createCableLayer();
  const connectorLayer = createConnectorLayer();
  const tallies = createTallies();
  let structure: IdeaStructure | null = null;
  let groups: GroupTree = deriveGroupTree(new Map());
  let layout: BoardLayout | null = null;
  let isSigned = everySigned;

  return {
    index: sheetLayer.index,
    update(snapshot, change) {
      const before = structure;
      structure = structureOf(snapshot);
      const counted = tallies.update(snapshot, change);

      const changedGroups = new Set(
        change?.groups ?? [...snapshot.groups.keys(), ...groupLayer.areas.keys()],
      );
      const groupsBefore = groups;
      if (changedGroups.size > 0 || change === null) groups = deriveGroupTree(snapshot.groups);
      const movedGroups = groupsWithin(changedGroups, [groups, groupsBefore]);
      const cleared = groupLayer.updateHeads(snapshot, groups, movedGroups);

      const dirty = new Set<IdeaId>(change === null ? snapshot.ideas.keys() : change.ideas);
      for (const id of counted) dirty.add(id);
      for (const id of groupLayer.membersOf(movedGroups)) dirty.add(id);
      if (change === null) for (const id of sheetLayer.ids()) dirty.add(id);
      else if (before !== null) addOtherLooks(before, structure, sheetLayer.ids(), dirty);
      if (change !== null && change.members.size > 0) {
        // Their initials.
        for (const id of sheetLayer.ids()) {
          if (change.members.has(snapshot.ideas.get(id)?.born.author ?? '')) dirty.add(id);
        }
      }
      const wasSigned = isSigned;
      isSigned = signedIn(snapshot);
      if (isSigned !== wasSigned) {
        for (const id of sheetLayer.ids()) {
          const idea = snapshot.ideas.get(id);
          if (idea !== undefined && isSigned(idea) !== wasSigned(idea)) dirty.add(id);
        }
      }
      // They may have another bond, and so a second ink.
      for (const key of change?.riffs ?? []) {
        const child = snapshot.riffs.get(key)?.child;
        if (child !== undefined) dirty.add(child);
      }

      const scene = { snapshot, structure, groups, tallies, heads: groupLayer.heads, isSigned };
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
      const cableRects = cableLayer.update(
        { snapshot, lineage: structure.lineage, sheets, index: sheetLayer.index },
        sheetChange,
        change?.riffs ?? snapshot.riffs.keys(),
        change === null || before === null
          ? null
          : differingKeys(before.lineage.nodes, structure.lineage.nodes),
      );
      const rectOf = ({ type, id }: ThingRef): Rect | undefined =>
        type === 'idea' ? sheets.get(id) : groupLayer.areas.get(id);
      const connectors = change?.connectors ?? [
        ...snapshot.connectors.keys(),
        ...connectorLayer.lines.keys(),
      ];
      const linesChanged = connectorLayer.update(
        snapshot,
        rectOf,
        connectors,
        movedThings(sheetChange.ids, areaChange),
      );

      const othersChanged = areaChange.size > 0 || linesChanged;
      if (layout !== null && sheetChange.ids.size === 0 && cableRects.length === 0 && !othersChanged)
        return layout;
      const parts = {
        sheets,
        cables: cableLayer.cables,
        connectors: connectorLayer.lines,
        groups: groupLayer.areas,
      };
      const known = othersChanged ? null : (layout?.bounds ?? null);
      const widened = known === null ? null : widenBounds(known, [...sheetChange.rects, ...cableRects]);
      layout = { ...parts, bounds: widened ?? boundsOf(parts) };
      return layout;
    },
  };
}

/** After a change of structure: the ideas whose number, ink or weight may differ. `ids`: all on this board. */
function addOtherLooks(
  before: IdeaStructure,
  after: IdeaStructure,
  ids: Iterable<IdeaId>,
  dirty: Set<IdeaId>,
): void {
  for (const id of differingKeys(before.labels, after.labels)) {
    dirty.add(id);
    // Another label of a root is another ink of its whole tree, and of what combines with it: seldom, so read all.
    if (before.labels.has(id)) for (const one of ids) dirty.add(one);
  }
  for (const id of differingKeys(before.lineage.nodes, after.lineage.nodes)) {
    dirty.add(id);
    if (before.lineage.rootOf(id) === after.lineage.rootOf(id)) continue;
    // What combines with it has its ink too.
    for (const child of after.lineage.children(id)) dirty.add(child);
  }
}

/** The layout of one snapshot, without a past. For exports and tests; a window keeps a `createBoardLayout`. */
export function layoutFromScratch(snapshot: JamSnapshot, board: BoardId): BoardLayout {
  return createBoardLayout(board).update(snapshot, null);
}

function* movedThings(ideas: ReadonlySet<IdeaId>, groups: ReadonlySet<GroupId>): Iterable<string> {
  for (const id of ideas) yield thingKey({ type: 'idea', id });
  for (const id of groups) yield thingKey({ type: 'group', id });
}

/**
 * The bounds after things had or have these rects; null when one of them may have been what held them so wide. What
 * pokes out was not there before.
 */
function widenBounds(bounds: Rect, rects: readonly Rect[]): Rect | null {
  let { x: left, y: top } = bounds;
  let [right, bottom] = [left + bounds.w, top + bounds.h];
  const [from, to] = [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
  for (const { x, y, w, h } of rects) {
    const pokesOut = x < from.x || y < from.y || x + w > to.x || y + h > to.y;
    if (!pokesOut && (x === from.x || y === from.y || x + w === to.x || y + h === to.y)) return null;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

function boundsOf({ sheets, cables, connectors, groups }: Omit<BoardLayout, 'bounds'>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const include = ({ x, y, w, h }: Rect): void => {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + w > right) right = x + w;
    if (y + h > bottom) bottom = y + h;
  };
  sheets.forEach((sheet) => {
    include(sheet);
  });
  for (const area of groups.values()) include(area);
  cables.forEach((cable) => {
    include(cable.bounds);
  });
  for (const line of connectors.values()) include(line.bounds);
  return left > right ? null : { x: left, y: top, w: right - left, h: bottom - top };
}
