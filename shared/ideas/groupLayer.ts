/** The group areas of one board, kept up to date change by change. */
import type { Rect } from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import type { GroupArea, Sheet } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { GROUP_HEAD, groupArea } from './groupAreas.ts';
import type { GroupTree } from './groupTree.ts';
import { createSpatialIndex, type SpatialIndex } from './spatialIndex.ts';

export interface GroupLayer {
  /** A new map whenever an area changed; unchanged areas stay identical. */
  readonly areas: ReadonlyMap<GroupId, GroupArea>;
  /** The heads of the asked areas, live groups only. */
  readonly heads: SpatialIndex<GroupId>;
  /** Ideas that lie in these groups. */
  membersOf(groups: Iterable<GroupId>): ReadonlySet<IdeaId>;
  /** Takes in groups that may have moved. Gives the rects of heads that came or went. */
  updateHeads(snapshot: JamSnapshot, tree: GroupTree, groups: Iterable<GroupId>): readonly Rect[];
  /**
   * Takes in ideas that were read anew, of which `changed` have another sheet, and groups that may be other ones. Gives
   * the groups whose area changed.
   */
  updateAreas(
    snapshot: JamSnapshot,
    tree: GroupTree,
    sheets: ReadonlyMap<IdeaId, Sheet>,
    read: Iterable<IdeaId>,
    changed: ReadonlySet<IdeaId>,
    groups: Iterable<GroupId>,
  ): ReadonlySet<GroupId>;
}

export function createGroupLayer(board: BoardId): GroupLayer {
  let areas: ReadonlyMap<GroupId, GroupArea> = new Map();
  const heads = createSpatialIndex<GroupId>();
  const members = new Map<GroupId, Set<IdeaId>>();
  const groupOf = new Map<IdeaId, GroupId>();

  const isShown = (snapshot: JamSnapshot, id: GroupId): boolean => {
    const group = snapshot.groups.get(id);
    return group !== undefined && !group.bin && group.board === board;
  };
  const settle = (idea: IdeaId, group: GroupId | null, changed: boolean, dirty: Set<GroupId>): void => {
    const before = groupOf.get(idea) ?? null;
    if (before === group && !changed) return;
    if (before !== null) {
      dirty.add(before);
      if (before !== group) members.get(before)?.delete(idea);
    }
    if (group === null) {
      groupOf.delete(idea);
      return;
    }
    dirty.add(group);
    groupOf.set(idea, group);
    const there = members.get(group);
    if (there === undefined) members.set(group, new Set([idea]));
    else there.add(idea);
  };

  return {
    get areas() {
      return areas;
    },
    heads,
    membersOf(groups) {
      const found = new Set<IdeaId>();
      for (const id of groups) for (const idea of members.get(id) ?? []) found.add(idea);
      return found;
    },
    updateHeads(snapshot, tree, groups) {
      const rects: Rect[] = [];
      for (const id of groups) {
        const before = heads.rectOf(id);
        if (before !== undefined) rects.push(before);
        heads.remove(id);
        const group = snapshot.groups.get(id);
        if (group === undefined || !isShown(snapshot, id)) continue;
        const head = { ...tree.originOf(id), w: group.w, h: GROUP_HEAD };
        heads.insert(id, head);
        rects.push(head);
      }
      return rects;
    },
    updateAreas(snapshot, tree, sheets, read, changed, groups) {
      const dirty = new Set(groups);
      for (const ids of [read, changed]) {
        for (const id of ids) {
          const group = sheets.has(id) ? (snapshot.ideas.get(id)?.place.group ?? null) : null;
          settle(id, group, changed.has(id), dirty);
        }
      }
      for (const id of [...dirty]) for (const outer of tree.chain(id)) dirty.add(outer);
      const next = new Map(areas);
      const made = new Map<GroupId, { rects: Rect[]; count: number }>();
      const different = new Set<GroupId>();

      /** What lies in a group, groups inside it as their areas; as they are when nothing in them changed. */
      const contents = (id: GroupId): { rects: Rect[]; count: number } => {
        const known = made.get(id);
        if (known !== undefined) return known;
        const found: { rects: Rect[]; count: number } = { rects: [], count: 0 };
        made.set(id, found);
        const countsFresh = snapshot.groups.get(id)?.role === 'fresh';
        for (const idea of members.get(id) ?? []) {
          const sheet = sheets.get(idea);
          if (sheet === undefined) continue;
          found.rects.push(sheet);
          if (!countsFresh || sheet.fresh) found.count++;
        }
        for (const inner of tree.childrenOf(id)) {
          const inside = contents(inner);
          const group = snapshot.groups.get(inner);
          if (group !== undefined && isShown(snapshot, inner)) {
            found.rects.push(groupArea(group, tree.originOf(inner), inside.rects, inside.count));
          } else found.rects.push(...inside.rects);
          found.count += inside.count;
        }
        return found;
      };

      for (const id of dirty) {
        const group = snapshot.groups.get(id);
        if (group === undefined || !isShown(snapshot, id)) {
          if (next.delete(id)) different.add(id);
          continue;
        }
        const { rects, count } = contents(id);
        const area = groupArea(group, tree.originOf(id), rects, count);
        const old = next.get(id);
        if (old !== undefined && sameArea(old, area)) continue;
        next.set(id, area);
        different.add(id);
      }
      if (different.size > 0) areas = next;
      return different;
    },
  };
}

function sameArea(a: GroupArea, b: GroupArea): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.name === b.name &&
    a.count === b.count &&
    a.role === b.role
  );
}
