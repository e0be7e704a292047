/** Where things come to lie when keys move them: by whole modules over what is in the way, or a little, on top of it. */
import type { AreaMove, Move } from '../../shared/commands/ideaMove.ts';
import { createGround, type LaidBoard } from '../../shared/ideas/ground.ts';
import { groupArea } from '../../shared/ideas/groupAreas.ts';
import { deriveGroupTree, type GroupTree } from '../../shared/ideas/groupTree.ts';
import { groupUnder } from '../../shared/ideas/placement.ts';
import type { Point, Rect } from '../../shared/model/geometry.ts';
import type { GroupId, IdeaId } from '../../shared/model/ids.ts';
import type { BoardLayout, GroupArea } from '../../shared/model/layout.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { type Load, movesOf } from './drop.ts';

export interface Nudge {
  readonly moves: readonly Move[];
  readonly areas: readonly AreaMove[];
}

/** So many modules are looked at before a nudge gives up and goes one module, over whatever lies there. */
const FARTHEST = 60;

/**
 * @param load the ideas that go, none of which lies in one of `groups`
 * @param groups go with all that lies in them
 * @param step page units; of whole modules (`toFree`) as many as it takes until nothing is covered
 */
export function nudge(
  snapshot: JamSnapshot,
  { layout, sheets }: LaidBoard,
  load: Load,
  groups: ReadonlySet<GroupId>,
  step: Point,
  toFree: boolean,
): Nudge {
  const tree = deriveGroupTree(snapshot.groups);
  const goes = (group: GroupId | null): boolean => tree.chain(group).some((outer) => groups.has(outer));
  const ideas = new Set([...load.held, ...load.carried]);
  const going = new Set(ideas);
  for (const id of layout.sheets.keys()) if (goes(snapshot.ideas.get(id)?.place.group ?? null)) going.add(id);
  const standing = {
    layout: { ...layout, groups: areasWithout(snapshot, layout, tree, going, goes) },
    sheets,
  };
  const rects: Rect[] = [...ideas].flatMap((id) => layout.sheets.get(id) ?? []);
  for (const id of groups)
    rects.push(...(layout.groups.get(id) === undefined ? [] : [layout.groups.get(id) as Rect]));
  const homes = new Set(load.held.map((id) => snapshot.ideas.get(id)?.place.group ?? null));
  const [home = null] = homes;
  const first = load.held.flatMap((id) => layout.sheets.get(id) ?? [])[0];

  /** Sheets of one group, or of none, go into the group that they come to lie in. */
  const groupAt = (by: Point): GroupId | null => {
    if (homes.size !== 1 || first === undefined || !toFree) return home;
    return groupUnder(standing, tree, { x: first.x + by.x + first.w / 2, y: first.y + by.y + first.h / 2 });
  };
  const isFree = (by: Point): boolean => {
    const inside = new Set(tree.chain(groupAt(by)));
    for (const id of groups) for (const outer of tree.chain(id).slice(1)) inside.add(outer);
    const ground = createGround(standing, inside, going);
    return rects.every(({ x, y, w, h }) => ground.isFree({ x: x + by.x, y: y + by.y, w, h }));
  };
  let by = step;
  for (let count = 1; toFree && count <= FARTHEST; count++) {
    const next = { x: step.x * count, y: step.y * count };
    if (!isFree(next)) continue;
    by = next;
    break;
  }
  const places = new Map(
    [...ideas].flatMap((id): [IdeaId, Point][] => {
      const sheet = layout.sheets.get(id);
      return sheet === undefined ? [] : [[id, { x: sheet.x + by.x, y: sheet.y + by.y }]];
    }),
  );
  const moves =
    homes.size === 1
      ? movesOf(snapshot, load, { places, into: groupAt(by) })
      : [...homes].flatMap((group) =>
          movesOf(snapshot, onlyIn(snapshot, load, group), { places, into: group }),
        );
  const areas = [...groups].flatMap((id): AreaMove[] => {
    const group = snapshot.groups.get(id);
    // A group inside another one that goes is taken along by that.
    if (group === undefined || goes(tree.chain(id)[1] ?? null)) return [];
    return [{ group: id, x: group.x + by.x, y: group.y + by.y }];
  });
  return { moves, areas };
}

function onlyIn(snapshot: JamSnapshot, { held, carried }: Load, group: GroupId | null): Load {
  const isIn = (id: IdeaId): boolean => (snapshot.ideas.get(id)?.place.group ?? null) === group;
  return { held: held.filter(isIn), carried: carried.filter(isIn) };
}

/** The areas that stay, as large as they are without what goes. */
function areasWithout(
  snapshot: JamSnapshot,
  layout: BoardLayout,
  tree: GroupTree,
  going: ReadonlySet<IdeaId>,
  goes: (group: GroupId | null) => boolean,
): Map<GroupId, GroupArea> {
  const staying = new Map<GroupId, Rect[]>();
  for (const sheet of layout.sheets.values()) {
    if (going.has(sheet.id)) continue;
    for (const id of tree.chain(snapshot.ideas.get(sheet.id)?.place.group ?? null))
      staying.set(id, [...(staying.get(id) ?? []), sheet]);
  }
  const areas = new Map<GroupId, GroupArea>();
  for (const [id, area] of layout.groups) {
    const group = snapshot.groups.get(id);
    if (group === undefined || goes(id)) continue;
    areas.set(id, groupArea(group, tree.originOf(id), staying.get(id) ?? [], area.count));
  }
  return areas;
}
