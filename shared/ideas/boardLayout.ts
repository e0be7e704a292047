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
import { type Column, columnsOf, distanceTo, type Strip } from './columns.ts';
import { createConnectorLayer, thingKey } from './connectorLayer.ts';
import { createGroupLayer } from './groupLayer.ts';
import { deriveGroupTree, type GroupTree, groupsWithin } from './groupTree.ts';
import { boundsOf, widenBounds } from './layoutBounds.ts';
import { createSheetLayer } from './sheetLayer.ts';
import type { IsSigned } from './sheetLook.ts';
import type { SpatialIndex } from './spatialIndex.ts';
import { createStructureReader, type IdeaStructure } from './structure.ts';
import { createTallies } from './tallies.ts';

export interface LiveLayout {
  /**
   * Takes in the next snapshot. `change`: what differs from the one before it; null: anything may, or it is the
   * first. The same object comes back when nothing on this board changed. Afterwards the board is whole.
   */
  update(snapshot: JamSnapshot, change: SnapshotChange | null): BoardLayout;
  /**
   * Instead of a first update: lays the columns that touch a strip, or one beside it where none does. What is laid is as
   * it will be in the whole; only cables and connectors to what is not there yet come later.
   */
  begin(snapshot: JamSnapshot, strip: Strip): BoardLayout;
  /** Lays further columns of the same snapshot, the nearest first, together at least so many ideas if there are. */
  layMore(snapshot: JamSnapshot, least: number): BoardLayout;
  /** Nothing is left to lay. */
  readonly isWhole: boolean;
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
  /** What is still to be laid, nearest last. */
  let columns: Column[] = [];
  const awaited = { ideas: new Set<IdeaId>(), groups: new Set<GroupId>() };

  /** The awaited are left alone; `arriving`: ideas that no longer are. */
  const lay = (
    snapshot: JamSnapshot,
    change: SnapshotChange | null,
    arriving: ReadonlySet<IdeaId>,
  ): BoardLayout => {
    const before = structure;
    structure = structureOf(snapshot);
    const counted = tallies.update(snapshot, change);

    const there = (): GroupId[] =>
      [...snapshot.groups.keys(), ...groupLayer.areas.keys()].filter((id) => !awaited.groups.has(id));
    const changedGroups = new Set(change?.groups ?? there());
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
    for (const id of awaited.ideas) dirty.delete(id);

    const scene = { snapshot, structure, groups, tallies, heads: groupLayer.heads, isSigned };
    const sheetChange = sheetLayer.update(scene, dirty, cleared);
    const { sheets } = sheetLayer;
    const areaChange = groupLayer.updateAreas(
      snapshot,
      groups,
      sheets,
      dirty,
      sheetChange.ids,
      changedGroups.size > 0 ? there() : [],
    );
    const cableRects = cableLayer.update(
      {
        snapshot,
        lineage: structure.lineage,
        sheets,
        index: sheetLayer.index,
        awaited: awaited.ideas,
      },
      sheetChange,
      change?.riffs ?? snapshot.riffs.keys(),
      change === null || before === null
        ? null
        : union(arriving, differingKeys(before.lineage.nodes, structure.lineage.nodes)),
    );
    const rectOf = ({ type, id }: ThingRef): Rect | undefined =>
      type === 'idea' ? sheets.get(id) : groupLayer.areas.get(id);
    const connectors = change?.connectors ?? [...snapshot.connectors.keys(), ...connectorLayer.lines.keys()];
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
  };

  /** These columns are awaited no more. */
  const arrive = (taken: readonly Column[]) => {
    const ideas = new Set(taken.flatMap((column) => column.ideas));
    const groups = new Set(taken.flatMap((column) => column.groups));
    for (const id of ideas) awaited.ideas.delete(id);
    for (const id of groups) awaited.groups.delete(id);
    return { ideas, groups };
  };

  return {
    index: sheetLayer.index,
    get isWhole() {
      return columns.length === 0;
    },
    update(snapshot, change) {
      const { ideas, groups } = arrive(columns.splice(0));
      const all = change && {
        ...change,
        ideas: union(ideas, change.ideas),
        groups: union(groups, change.groups),
      };
      return lay(snapshot, all, ideas);
    },
    begin(snapshot, strip) {
      const away = (column: Column): number => distanceTo(column, strip);
      const all = columnsOf(snapshot, board, deriveGroupTree(snapshot.groups));
      all.sort((a, b) => away(b) - away(a));
      const nearest = all.at(-1);
      columns = all.filter((column) => away(column) > 0 && column !== nearest);
      for (const { ideas, groups } of columns) {
        for (const id of ideas) awaited.ideas.add(id);
        for (const id of groups) awaited.groups.add(id);
      }
      return lay(snapshot, null, NONE);
    },
    layMore(snapshot, least) {
      const taken: Column[] = [];
      for (let count = 0; columns.length > 0 && count < least; ) {
        const column = columns.pop() as Column;
        taken.push(column);
        count += column.ideas.length;
      }
      const { ideas, groups } = arrive(taken);
      return lay(snapshot, { ...NOTHING_CHANGED, ideas, groups }, ideas);
    },
  };
}

const NONE: ReadonlySet<never> = new Set();

const NOTHING_CHANGED: SnapshotChange = {
  ideas: NONE,
  riffs: NONE,
  connectors: NONE,
  groups: NONE,
  comments: NONE,
  decisions: NONE,
  members: NONE,
  course: false,
};

function union<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): ReadonlySet<T> {
  return a.size === 0 ? b : new Set([...a, ...b]);
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
