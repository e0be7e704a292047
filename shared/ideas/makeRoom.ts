/**
 * Room for a sheet that got longer. What it would cover goes down by whole rows, and whatever that would cover in turn;
 * a group goes as one. Written by whoever made it grow, in the same step, when their hand has left it.
 */
import { MODULE, type Point, type Rect, rectsTouch, unionRect } from '../model/geometry.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import type { Sheet } from '../model/layout.ts';
import type { JamSnapshot, Place } from '../model/snapshot.ts';
import type { LaidBoard } from './ground.ts';
import { GROUP_HEAD } from './groupAreas.ts';
import { deriveGroupTree, type GroupTree } from './groupTree.ts';
import type { TidyPlan } from './tidy.ts';

/** A sheet or a group, among those that lie in the same group or in none. */
interface Block {
  readonly thing: { readonly type: 'idea' | 'group'; readonly id: string };
  /** Where it lay before anything grew: what touched then is left alone, somebody laid it so. */
  readonly was: Rect;
  rect: Rect;
  /** Locked, or a group with something locked in it. */
  readonly fixed: boolean;
}

interface Plan extends TidyPlan {
  readonly ideas: Map<IdeaId, Place>;
  readonly groups: Map<GroupId, Rect>;
}

/**
 * @param grown lies on the board with its new height already
 * @param before the height it had, page units
 * @returns nothing to write when it covers nothing that it did not cover before
 */
export function makeRoom(snapshot: JamSnapshot, laid: LaidBoard, grown: IdeaId, before: number): TidyPlan {
  const plan: Plan = { ideas: new Map(), groups: new Map() };
  const tree = deriveGroupTree(snapshot.groups);
  const { sheets, groups } = laid.layout;
  const now = sheets.get(grown);
  if (now === undefined || now.h <= before) return plan;
  const thing = { type: 'idea', id: grown } as const;
  let first: Block = { thing, was: { ...now, h: before }, rect: now, fixed: false };
  for (;;) {
    const home = homeOf(snapshot, laid, tree, first.thing);
    const blocks = blocksIn(snapshot, laid, tree, home, first);
    pushDown(first, blocks);
    for (const block of [first, ...blocks]) note(block, snapshot, laid, tree, plan);
    if (home === null) return plan;
    // The group around them may have grown with them, and is what has grown among its own neighbours.
    const area = groups.get(home) as Rect;
    const group = snapshot.groups.get(home);
    const asked = { ...tree.originOf(home), w: group?.w ?? 0, h: group?.h ?? 0 };
    const around = (pick: (block: Block) => Rect, start: Rect): Rect =>
      [first, ...blocks].map((block) => headed(pick(block))).reduce(unionRect, start);
    first = {
      thing: { type: 'group', id: home },
      was: around(({ was }) => was, asked),
      rect: around(({ rect }) => rect, area),
      fixed: false,
    };
  }
}

/** The innermost group on the board that it lies in. */
function homeOf(
  snapshot: JamSnapshot,
  { layout }: LaidBoard,
  tree: GroupTree,
  { type, id }: Block['thing'],
): GroupId | null {
  const chain =
    type === 'group' ? tree.chain(id).slice(1) : tree.chain(snapshot.ideas.get(id)?.place.group ?? null);
  return chain.find((group) => layout.groups.has(group)) ?? null;
}

function blocksIn(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  tree: GroupTree,
  home: GroupId | null,
  first: Block,
): Block[] {
  const blocks: Block[] = [];
  const locked = new Set<GroupId>();
  for (const sheet of laid.layout.sheets.values()) {
    const group = snapshot.ideas.get(sheet.id)?.place.group ?? null;
    if (sheet.lock) for (const outer of tree.chain(group)) locked.add(outer);
    const thing = { type: 'idea', id: sheet.id } as const;
    if (sheet.id === first.thing.id || homeOf(snapshot, laid, tree, thing) !== home) continue;
    blocks.push({ thing, was: sheet, rect: sheet, fixed: sheet.lock });
    // A displaced sheet goes back to its own place once that is left: there is no room there either.
    const own = ownPlace(snapshot, tree, sheet);
    if (own !== null && own.y < sheet.y) blocks.push({ thing, was: own, rect: own, fixed: true });
  }
  for (const area of laid.layout.groups.values()) {
    const thing = { type: 'group', id: area.id } as const;
    if (area.id === first.thing.id || homeOf(snapshot, laid, tree, thing) !== home) continue;
    blocks.push({ thing, was: area, rect: area, fixed: locked.has(area.id) });
  }
  return blocks;
}

/** Where it was put, whether or not it lies there now. */
function ownPlace(snapshot: JamSnapshot, tree: GroupTree, sheet: Sheet): Rect | null {
  const place = snapshot.ideas.get(sheet.id)?.place;
  if (place === undefined) return null;
  const origin = tree.originOf(place.group);
  return { x: origin.x + place.x, y: origin.y + place.y, w: sheet.w, h: sheet.h };
}

/** `first` keeps its place, unless something locked is in the way; the others only ever go down. */
function pushDown(first: Block, blocks: readonly Block[]): void {
  const fixed = blocks.filter((block) => block.fixed);
  const covers = (a: Block, b: Block): boolean =>
    a !== b && rectsTouch(a.rect, b.rect) && !rectsTouch(a.was, b.was);
  const clear = (block: Block): void => {
    for (;;) {
      const inTheWay = fixed.find((one) => covers(block, one));
      if (inTheWay === undefined) return;
      lower(block, inTheWay.rect);
    }
  };
  clear(first);
  const waiting = [first];
  for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
    for (const other of blocks) {
      if (other.fixed || !covers(block, other)) continue;
      lower(other, block.rect);
      clear(other);
      waiting.push(other);
    }
  }
}

/** By as many whole rows as it takes to lie under a rect. */
function lower(block: Block, under: Rect): void {
  const rows = Math.ceil((under.y + under.h + MODULE.gapY - block.rect.y) / MODULE.pitchY - 0.001);
  block.rect = { ...block.rect, y: block.rect.y + Math.max(1, rows) * MODULE.pitchY };
}

/** Where it went, as it is stored; a displaced sheet is written where it is seen. */
function note(
  { thing, rect }: Block,
  snapshot: JamSnapshot,
  { layout }: LaidBoard,
  tree: GroupTree,
  plan: Plan,
): void {
  const seen: Point | undefined =
    thing.type === 'idea' ? layout.sheets.get(thing.id) : layout.groups.get(thing.id);
  const down = rect.y - (seen?.y ?? rect.y);
  if (down <= 0) return;
  if (thing.type === 'group') {
    const group = snapshot.groups.get(thing.id);
    if (group !== undefined)
      plan.groups.set(thing.id, { x: group.x, y: group.y + down, w: group.w, h: group.h });
    return;
  }
  const idea = snapshot.ideas.get(thing.id);
  if (idea === undefined || seen === undefined) return;
  const origin = tree.originOf(idea.place.group);
  plan.ideas.set(thing.id, { ...idea.place, x: seen.x - origin.x, y: seen.y + down - origin.y });
}

/** What a sheet or an inner group asks of the area around it: its head's height above it too. */
function headed({ x, y, w, h }: Rect): Rect {
  return { x, y: y - GROUP_HEAD, w, h: h + GROUP_HEAD };
}
