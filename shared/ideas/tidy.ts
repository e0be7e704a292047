/**
 * Lays a tree, a group or a whole board anew on the module grid: what *tidy* writes, as one step of the person who
 * asked. Only places change. Siblings keep the order that hands gave them; locked sheets stay where they are.
 */
import { MODULE, type Point, type Rect, rowsHeight, snapToModule } from '../model/geometry.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import type { JamSnapshot, Place } from '../model/snapshot.ts';
import { boardForest, rowsOfHeight } from './boardForest.ts';
import { createGround, type Ground, type LaidBoard } from './ground.ts';
import { GROUP_HEAD } from './groupAreas.ts';
import { deriveGroupTree, type GroupTree, positionOf } from './groupTree.ts';
import type { Lineage } from './lineage.ts';
import { layTree, type TreeNode } from './treeRows.ts';

/** What to write: places as they are stored, and the areas of groups. What already lies there is not in it. */
export interface TidyPlan {
  readonly ideas: ReadonlyMap<IdeaId, Place>;
  /** Relative to the parent group, as stored. */
  readonly groups: ReadonlyMap<GroupId, Rect>;
}

/** A band of the board is about so many columns wide, a stack of trees so many rows tall. */
const BAND_COLUMNS = 14;
const STACK_ROWS = 14;

/** Re-lays one tree around its root, which stays on its module; it flows around everything else. */
export function tidyTree(snapshot: JamSnapshot, lineage: Lineage, laid: LaidBoard, idea: IdeaId): TidyPlan {
  const root = lineage.rootOf(idea);
  const groups = deriveGroupTree(snapshot.groups);
  const group = snapshot.ideas.get(root)?.place.group ?? null;
  const inTree = new Set(lineage.tree(root));
  const members = movable(
    snapshot,
    laid,
    (id) => inTree.has(id) && snapshot.ideas.get(id)?.place.group === group,
  );
  const ground = groundWithout(members, snapshot, laid, groups, new Set(groups.chain(group)));
  const at = new Map<IdeaId, Point>();
  for (const node of boardForest(snapshot, lineage, laid.layout, members)) {
    const sheet = laid.layout.sheets.get(node.id) as Rect;
    const start = snapToModule(sheet);
    // It stays where it is, without its second row if something else lies there.
    const roomy = ground.isFree({ ...start, w: MODULE.w, h: rowsHeight(node.rows) });
    layDown(roomy ? node : { ...node, rows: rowsOfHeight(sheet.h) }, start, ground, at);
  }
  return planOf(snapshot, lineage, groups, at, new Map());
}

/** Re-lays what lies in one group, under its head. Groups inside it stay. */
export function tidyGroup(
  snapshot: JamSnapshot,
  lineage: Lineage,
  laid: LaidBoard,
  group: GroupId,
): TidyPlan {
  const groups = deriveGroupTree(snapshot.groups);
  const area = laid.layout.groups.get(group);
  const at = new Map<IdeaId, Point>();
  if (area !== undefined) {
    const members = movable(snapshot, laid, (id) => snapshot.ideas.get(id)?.place.group === group);
    const ground = groundWithout(members, snapshot, laid, groups, new Set(groups.chain(group)));
    const start = snapToModule({ x: area.x, y: area.y + GROUP_HEAD });
    const first = area.y + GROUP_HEAD > start.y + 1 ? { ...start, y: start.y + MODULE.pitchY } : start;
    stackTrees(boardForest(snapshot, lineage, laid.layout, members), first, ground, at);
  }
  return planOf(snapshot, lineage, groups, at, new Map());
}

/**
 * Re-lays the board in bands from left to right: the column of fresh sheets, then groups in the order in which they
 * lie now, then what is in no group. A group that has groups inside, or a locked sheet, keeps its shape and place.
 */
export function tidyBoard(snapshot: JamSnapshot, lineage: Lineage, laid: LaidBoard): TidyPlan {
  const groups = deriveGroupTree(snapshot.groups);
  const { layout } = laid;
  const outermost = (group: GroupId | null): GroupId | null =>
    groups
      .chain(group)
      .filter((id) => layout.groups.has(id))
      .at(-1) ?? null;
  const still = new Set<GroupId>();
  for (const id of layout.groups.keys()) if (outermost(id) !== id) still.add(outermost(id) as GroupId);
  for (const id of layout.sheets.keys()) {
    const idea = snapshot.ideas.get(id);
    const group = outermost(idea?.place.group ?? null);
    if (idea?.lock && group !== null) still.add(group);
  }
  const blocks = new Map<GroupId | null, Set<IdeaId>>();
  for (const id of layout.groups.keys())
    if (outermost(id) === id && !still.has(id)) blocks.set(id, new Set());
  blocks.set(null, new Set());
  const members = movable(snapshot, laid, (id) => {
    const block = blocks.get(outermost(snapshot.ideas.get(id)?.place.group ?? null));
    block?.add(id);
    return block !== undefined;
  });
  for (const block of blocks.values()) for (const id of block) if (!members.has(id)) block.delete(id);

  const closed = new Map([...layout.groups].filter(([id]) => still.has(outermost(id) as GroupId)));
  const standing = { layout: { ...layout, groups: closed }, sheets: laid.sheets };
  const ground = groundWithout(members, snapshot, standing, groups, new Set());
  const corner = firstCorner(blocks, laid);
  const at = new Map<IdeaId, Point>();
  const areas = new Map<GroupId, Rect>();
  let { x, y } = corner;
  let bandBottom = y;
  for (const [group, ids] of inOrder(blocks, snapshot, laid)) {
    if (x >= corner.x + BAND_COLUMNS * MODULE.pitchX) {
      x = corner.x;
      y = bandBottom + MODULE.pitchY;
    }
    const extent = stackTrees(boardForest(snapshot, lineage, layout, ids), { x, y }, ground, at);
    const right = Math.max(x + MODULE.w, extent.right);
    if (group !== null) {
      const bottom = Math.max(y + MODULE.h, extent.bottom);
      areas.set(group, { x, y: y - GROUP_HEAD, w: right - x, h: bottom - y + GROUP_HEAD });
    }
    bandBottom = Math.max(bandBottom, y + MODULE.pitchY, extent.bottom + MODULE.gapY);
    x = right + MODULE.gapX;
  }
  return planOf(snapshot, lineage, groups, at, areas);
}

/** The module at the top left of all that is laid anew. */
function firstCorner(blocks: ReadonlyMap<GroupId | null, ReadonlySet<IdeaId>>, { layout }: LaidBoard): Point {
  const corners: Point[] = [];
  for (const [group, ids] of blocks) {
    const area = group === null ? undefined : layout.groups.get(group);
    if (area !== undefined) corners.push({ x: area.x, y: area.y + GROUP_HEAD });
    else for (const id of ids) corners.push(layout.sheets.get(id) as Rect);
  }
  if (corners.length === 0) return { x: 0, y: 0 };
  const least = (pick: (corner: Point) => number): number =>
    corners.reduce((min, one) => Math.min(min, pick(one)), Infinity);
  return snapToModule({ x: least(({ x }) => x), y: least(({ y }) => y) });
}

/** Trees one below the other, in stacks side by side. */
export function stackTrees(
  trees: readonly TreeNode<IdeaId>[],
  start: Point,
  ground: Ground,
  at: Map<IdeaId, Point>,
): { right: number; bottom: number } {
  let { x, y } = start;
  let right = x;
  let bottom = y;
  for (const tree of trees) {
    if (y > start.y && y + rowsHeight(rowsOf(tree)) > start.y + STACK_ROWS * MODULE.pitchY) {
      x = right + MODULE.gapX;
      y = start.y;
    }
    const extent = layDown(tree, { x, y }, ground, at);
    right = Math.max(right, extent.right);
    bottom = Math.max(bottom, extent.bottom);
    y = extent.bottom + MODULE.gapY;
  }
  return { right, bottom };
}

function layDown(
  tree: TreeNode<IdeaId>,
  start: Point,
  ground: Ground,
  at: Map<IdeaId, Point>,
): { right: number; bottom: number } {
  const rectOf = (corner: Point, rows: number): Rect => ({ ...corner, w: MODULE.w, h: rowsHeight(rows) });
  let right = start.x;
  const below = layTree(
    tree,
    start,
    (corner, rows) => ground.isFree(rectOf(corner, rows)),
    (id, corner, rows) => {
      ground.cover(rectOf(corner, rows));
      at.set(id, corner);
      right = Math.max(right, corner.x + MODULE.w);
    },
  );
  return { right, bottom: below - MODULE.gapY };
}

/** How many rows a tree takes where nothing is in its way. */
function rowsOf(tree: TreeNode<IdeaId>): number {
  const bottom = layTree(
    tree,
    { x: 0, y: 0 },
    () => true,
    () => {},
  );
  return Math.round(bottom / MODULE.pitchY);
}

/** What stays on the board while these move away; also the modules that displaced sheets will go back to then. */
function groundWithout(
  members: ReadonlySet<IdeaId>,
  snapshot: JamSnapshot,
  laid: LaidBoard,
  groups: GroupTree,
  inside: ReadonlySet<GroupId>,
): Ground {
  const ground = createGround(laid, inside, members);
  for (const [id, sheet] of laid.layout.sheets) {
    const place = members.has(id) ? undefined : snapshot.ideas.get(id)?.place;
    if (place === undefined) continue;
    const asked = positionOf(place, groups);
    if (asked.x !== sheet.x || asked.y !== sheet.y) ground.cover({ ...asked, w: sheet.w, h: sheet.h });
  }
  return ground;
}

function movable(
  snapshot: JamSnapshot,
  { layout }: LaidBoard,
  belongs: (id: IdeaId) => boolean,
): Set<IdeaId> {
  const ids = new Set<IdeaId>();
  for (const id of layout.sheets.keys())
    if (belongs(id) && snapshot.ideas.get(id)?.lock === false) ids.add(id);
  return ids;
}

/** Fresh sheets first, then groups as one reads them, at last what is in none. */
function inOrder(
  blocks: ReadonlyMap<GroupId | null, Set<IdeaId>>,
  snapshot: JamSnapshot,
  { layout }: LaidBoard,
): [GroupId | null, Set<IdeaId>][] {
  const rank = (id: GroupId | null): number => {
    if (id === null) return 2;
    return snapshot.groups.get(id)?.role === 'fresh' ? 0 : 1;
  };
  const rectOf = (id: GroupId | null): Rect =>
    (id !== null && layout.groups.get(id)) || { x: 0, y: 0, w: 0, h: 0 };
  const band = (id: GroupId | null): number => Math.round(rectOf(id).y / (2 * MODULE.pitchY));
  return [...blocks]
    .filter(([id, ids]) => id !== null || ids.size > 0)
    .sort(
      ([a], [b]) =>
        rank(a) - rank(b) ||
        band(a) - band(b) ||
        rectOf(a).x - rectOf(b).x ||
        ((a ?? '') < (b ?? '') ? -1 : 1),
    );
}

/** Page positions as what is stored, for all that differs from it. */
function planOf(
  snapshot: JamSnapshot,
  lineage: Lineage,
  groups: GroupTree,
  at: ReadonlyMap<IdeaId, Point>,
  areas: ReadonlyMap<GroupId, Rect>,
): TidyPlan {
  const ideas = new Map<IdeaId, Place>();
  const changed = new Map<GroupId, Rect>();
  const shift = new Map<GroupId, Point>();
  for (const [id, rect] of areas) {
    const origin = groups.originOf(id);
    const outer = groups.originOf(groups.chain(id)[1] ?? null);
    shift.set(id, { x: rect.x - origin.x, y: rect.y - origin.y });
    const stored = snapshot.groups.get(id);
    const next = { x: rect.x - outer.x, y: rect.y - outer.y, w: rect.w, h: rect.h };
    const same = stored?.x === next.x && stored.y === next.y && stored.w === next.w && stored.h === next.h;
    if (!same) changed.set(id, next);
  }
  for (const [id, corner] of at) {
    const place = snapshot.ideas.get(id)?.place;
    if (place === undefined) continue;
    const origin = { ...groups.originOf(place.group) };
    for (const group of groups.chain(place.group)) {
      origin.x += shift.get(group)?.x ?? 0;
      origin.y += shift.get(group)?.y ?? 0;
    }
    const auto = place.auto || !lineage.isRoot(id);
    const next: Place = { ...place, x: corner.x - origin.x, y: corner.y - origin.y, auto };
    if (next.x !== place.x || next.y !== place.y || next.auto !== place.auto) ideas.set(id, next);
  }
  return { ideas, groups: changed };
}
