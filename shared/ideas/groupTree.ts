/** Groups inside groups: absolute origins, and who stands in whom. */

import type { Point } from '../model/geometry.ts';
import type { GroupId } from '../model/ids.ts';
import type { Group, Place } from '../model/snapshot.ts';

export interface GroupTree {
  /** Absolute page position of a group's own zero; {0, 0} for null or an unknown group. Binned groups still have one. */
  originOf(group: GroupId | null): Point;
  /** The group and all it stands in, inside out. Empty for null or an unknown group. */
  chain(group: GroupId | null): readonly GroupId[];
  /** Direct children, binned ones too. */
  childrenOf(group: GroupId): readonly GroupId[];
}

const NOWHERE: Point = { x: 0, y: 0 };

/** Where groups stand in each other in a circle, the one with the least id counts as the outermost. */
export function deriveGroupTree(groups: ReadonlyMap<GroupId, Group>): GroupTree {
  const parents = new Map<GroupId, GroupId | null>();
  for (const [id, group] of groups) {
    parents.set(id, group.parent !== null && groups.has(group.parent) ? group.parent : null);
  }
  const settled = new Set<GroupId>();
  for (const id of groups.keys()) {
    const path: GroupId[] = [];
    const onPath = new Set<GroupId>();
    let at: GroupId | null = id;
    while (at !== null && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at));
      parents.set(
        circle.reduce((least, one) => (one < least ? one : least)),
        null,
      );
    }
    for (const one of path) settled.add(one);
  }

  const origins = new Map<GroupId, Point>();
  const chain = (group: GroupId | null): readonly GroupId[] => {
    const found: GroupId[] = [];
    for (let at = group; at !== null && parents.has(at); at = parents.get(at) ?? null) found.push(at);
    return found;
  };
  const children = new Map<GroupId, GroupId[]>();
  for (const [id, parent] of parents) {
    if (parent === null) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [id]);
    else list.push(id);
  }
  return {
    originOf(group) {
      if (group === null) return NOWHERE;
      const known = origins.get(group);
      if (known !== undefined) return known;
      const origin = { x: 0, y: 0 };
      for (const id of chain(group)) {
        const { x, y } = groups.get(id) as Group;
        origin.x += x;
        origin.y += y;
      }
      origins.set(group, origin);
      return origin;
    },
    chain,
    childrenOf: (group) => children.get(group) ?? [],
  };
}

/**
 * The groups and all groups inside them, by any of these trees: all that may move when these change. The tree before
 * the change counts too, because a circle that closes or opens may cut another group loose.
 */
export function groupsWithin(groups: Iterable<GroupId>, trees: readonly GroupTree[]): ReadonlySet<GroupId> {
  const found = new Set(groups);
  for (const id of found) {
    for (const tree of trees) for (const inner of tree.childrenOf(id)) found.add(inner);
  }
  return found;
}

/** A place's absolute position on its board. */
export function positionOf(place: Place, groups: GroupTree): Point {
  const origin = groups.originOf(place.group);
  return { x: origin.x + place.x, y: origin.y + place.y };
}
