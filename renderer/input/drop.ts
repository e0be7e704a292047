/** Where sheets come to lie when a hand lets go of them. Pure: from what lies on the board to what would be written. */

import type { Move } from '../../shared/commands/ideaMove.ts';
import { createGround, type LaidBoard } from '../../shared/ideas/ground.ts';
import { deriveGroupTree } from '../../shared/ideas/groupTree.ts';
import type { Lineage } from '../../shared/ideas/lineage.ts';
import { groupUnder } from '../../shared/ideas/placement.ts';
import { MODULE, type Point, type Rect, snapToModule } from '../../shared/model/geometry.ts';
import type { GroupId, IdeaId } from '../../shared/model/ids.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';

/** What a drag takes along: `held` by hand, `carried` because their root moves and the app had laid them. */
export interface Load {
  readonly held: readonly IdeaId[];
  readonly carried: readonly IdeaId[];
}

export interface Drop {
  /** Corners on the board. */
  readonly places: ReadonlyMap<IdeaId, Point>;
  readonly into: GroupId | null;
}

/** Modules around the wanted one that are tried, and how many places may be looked at in all. */
const RINGS = 7;
const LOOKS = 6000;

/** Unlocked ones of the asked, and with each root its auto-placed riffs (theirs too, as far as they were not moved by hand). */
export function loadOf(
  snapshot: JamSnapshot,
  lineage: Lineage,
  laid: LaidBoard,
  asked: Iterable<IdeaId>,
): Load {
  const held: IdeaId[] = [];
  for (const id of asked) {
    if (laid.layout.sheets.has(id) && snapshot.ideas.get(id)?.lock === false) held.push(id);
  }
  const taken = new Set(held);
  const carried: IdeaId[] = [];
  for (const root of held) {
    if (!lineage.isRoot(root)) continue;
    const board = snapshot.ideas.get(root)?.place.board;
    for (const id of lineage.tree(root)) {
      const idea = snapshot.ideas.get(id);
      if (idea === undefined || taken.has(id) || !idea.place.auto || idea.lock || idea.bin) continue;
      if (idea.place.board !== board || !laid.layout.sheets.has(id)) continue;
      taken.add(id);
      carried.push(id);
    }
  }
  return { held, carried };
}

/**
 * @param anchor the sheet that was pressed: it snaps to a module, the others keep their distance to it
 * @param free leaves the grid: exactly where the hand is, even over others
 */
export function dropAt(
  snapshot: JamSnapshot,
  laid: LaidBoard,
  load: Load,
  anchor: IdeaId,
  delta: Point,
  hand: Point,
  free: boolean,
): Drop {
  const tree = deriveGroupTree(snapshot.groups);
  const into = groupUnder(laid, tree, hand);
  const all = [...load.held, ...load.carried];
  const rects: [IdeaId, Rect][] = [];
  for (const id of all) {
    const sheet = laid.layout.sheets.get(id);
    if (sheet !== undefined) rects.push([id, sheet]);
  }
  const from = laid.layout.sheets.get(anchor) ?? rects[0]?.[1];
  if (from === undefined) return { places: new Map(), into };
  if (free) return { places: shifted(rects, delta), into };
  const wanted = snapToModule({ x: from.x + delta.x, y: from.y + delta.y });
  const base = { x: wanted.x - from.x, y: wanted.y - from.y };
  const open = new Set([...tree.chain(into)]);
  for (const id of load.carried)
    for (const group of tree.chain(snapshot.ideas.get(id)?.place.group ?? null)) open.add(group);
  const ground = createGround(laid, open, new Set(all));
  let looks = 0;
  for (const step of modulesAround(RINGS)) {
    const by = { x: base.x + step.x, y: base.y + step.y };
    const fits = rects.every(([, rect]) => {
      looks++;
      return ground.isFree({ x: rect.x + by.x, y: rect.y + by.y, w: rect.w, h: rect.h });
    });
    if (fits) return { places: shifted(rects, by), into };
    if (looks > LOOKS) break;
  }
  return { places: shifted(rects, base), into };
}

/** What `idea.move` is told. A sheet that lies where it lay is left out. */
export function movesOf(snapshot: JamSnapshot, load: Load, drop: Drop): Move[] {
  const tree = deriveGroupTree(snapshot.groups);
  const moves: Move[] = [];
  const add = (idea: IdeaId, group: GroupId | null, auto: boolean): void => {
    const at = drop.places.get(idea);
    const place = snapshot.ideas.get(idea)?.place;
    if (at === undefined || place === undefined) return;
    const origin = tree.originOf(group);
    const x = at.x - origin.x;
    const y = at.y - origin.y;
    if (x !== place.x || y !== place.y || group !== place.group) moves.push({ idea, x, y, group, auto });
  };
  const groupOf = (id: IdeaId): GroupId | null => snapshot.ideas.get(id)?.place.group ?? null;
  const left = new Set(load.held.map(groupOf));
  for (const id of load.held) add(id, drop.into, false);
  // Riffs that lay in the same group as their root go where it goes.
  for (const id of load.carried) add(id, left.has(groupOf(id)) ? drop.into : groupOf(id), true);
  return moves;
}

function shifted(rects: readonly (readonly [IdeaId, Rect])[], by: Point): Map<IdeaId, Point> {
  return new Map(rects.map(([id, rect]) => [id, { x: rect.x + by.x, y: rect.y + by.y }]));
}

/** Whole modules, nearest first; the wanted one is the first. */
function modulesAround(rings: number): Point[] {
  const steps: Point[] = [];
  for (let column = -rings; column <= rings; column++) {
    for (let row = -rings; row <= rings; row++)
      steps.push({ x: column * MODULE.pitchX, y: row * MODULE.pitchY });
  }
  return steps.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y);
}
