/**
 * The graph of riffs, read from a snapshot. Riffs may come from anywhere and in any order, so what a single person
 * could never do (a riff on one's own child, on a missing idea) is sorted out here, the same for everybody.
 *
 * Live riffs are taken by (lamport, key); one that would close a cycle, or whose end is missing, is left out. An idea's
 * first parent decides which tree it stands in. Binned ideas keep their place, but count for nothing.
 */
import type { IdeaId, MemberId, RiffKey } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { acceptRiffs } from './acceptRiffs.ts';

/** As far as `growth` counts: more riffs make a sheet no heavier. */
export const GROWTH_CAP = 6;

export interface Lineage {
  has(id: IdeaId): boolean;
  /** Every idea with no parent, binned ones too, by (born.lamport, id). */
  readonly roots: readonly IdeaId[];
  /** Ordered by the riffs' (lamport, key); the first one is the parent whose tree it stands in. */
  parents(id: IdeaId): readonly IdeaId[];
  /** Keys of the riffs to `parents(id)`, in the same order. */
  parentRiffs(id: IdeaId): readonly RiffKey[];
  children(id: IdeaId): readonly IdeaId[];
  /** Keys of the riffs to `children(id)`, in the same order. */
  childRiffs(id: IdeaId): readonly RiffKey[];
  /** The first parent's first parent's ...: itself for a root or an unknown idea. */
  rootOf(id: IdeaId): IdeaId;
  isRoot(id: IdeaId): boolean;
  /** A root that nothing live grew from. */
  isFresh(id: IdeaId): boolean;
  /** How many live ideas grew from it over all bonds, each counted once, up to GROWTH_CAP. */
  growth(id: IdeaId): number;
  /** The same without the cap: walks what grew from it. */
  descendants(id: IdeaId): number;
  /** Every idea whose rootOf is this root, binned ones too, parents before children. Empty unless a root. */
  tree(root: IdeaId): readonly IdeaId[];
  /** How many live ideas stand in this root's tree. */
  volume(root: IdeaId): number;
  /** From the root down to its first parent; empty for a root. */
  path(id: IdeaId): readonly IdeaId[];
  /** All it grew from, over all bonds, nearest first. */
  ancestors(id: IdeaId): readonly IdeaId[];
  /** Authors of the idea and of all it grew from, nearest first, each once. */
  band(id: IdeaId): readonly MemberId[];
  /** Live riffs that were left out: they would have closed a cycle or lead to a missing idea. */
  readonly ignored: ReadonlySet<RiffKey>;
}

const NONE: readonly never[] = [];

/** Linear in ideas and riffs for the graphs that people make. */
export function deriveLineage(snapshot: JamSnapshot): Lineage {
  const ids: IdeaId[] = [];
  const indexOf = new Map<IdeaId, number>();
  const live: boolean[] = [];
  const authors: MemberId[] = [];
  const lamports: number[] = [];
  for (const [id, idea] of snapshot.ideas) {
    indexOf.set(id, ids.length);
    ids.push(id);
    live.push(!idea.bin);
    authors.push(idea.born.author);
    lamports.push(idea.born.lamport);
  }
  const graph = acceptRiffs(snapshot.riffs.values(), indexOf, ids.length);
  const { up, down, upKeys, downKeys } = graph;

  const idOf = (index: number): IdeaId => ids[index] as IdeaId;
  const order = topological(up, down, ids.length);
  const rootIndex: number[] = new Array<number>(ids.length);
  for (const index of order) {
    const first = up[index]?.[0];
    rootIndex[index] = first === undefined ? index : (rootIndex[first] as number);
  }
  const trees = new Map<number, number[]>();
  const volumes = new Map<number, number>();
  for (const index of order) {
    const root = rootIndex[index] as number;
    const tree = trees.get(root);
    if (tree === undefined) trees.set(root, [index]);
    else tree.push(index);
    volumes.set(root, (volumes.get(root) ?? 0) + (live[index] ? 1 : 0));
  }
  const grown = countGrowth(order, down, live);
  const roots = order
    .filter((index) => rootIndex[index] === index)
    .sort((a, b) => (lamports[a] as number) - (lamports[b] as number) || (idOf(a) < idOf(b) ? -1 : 1))
    .map(idOf);

  const names = (list: readonly number[] | undefined): readonly IdeaId[] =>
    list === undefined || list.length === 0 ? NONE : list.map(idOf);
  const walk = (from: number, edges: readonly (number[] | undefined)[]): number[] => {
    const seen = new Set([from]);
    const queue = [from];
    for (const at of queue) {
      for (const next of edges[at] ?? NONE) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return queue.slice(1);
  };
  const at = (id: IdeaId): number => indexOf.get(id) ?? -1;
  const isRoot = (id: IdeaId): boolean => rootIndex[at(id)] === at(id) && indexOf.has(id);

  return {
    has: (id) => indexOf.has(id),
    roots,
    parents: (id) => names(up[at(id)]),
    parentRiffs: (id) => upKeys[at(id)] ?? NONE,
    children: (id) => names(down[at(id)]),
    childRiffs: (id) => downKeys[at(id)] ?? NONE,
    rootOf: (id) => {
      const root = rootIndex[at(id)];
      return root === undefined ? id : idOf(root);
    },
    isRoot,
    isFresh: (id) => isRoot(id) && grown[at(id)] === 0,
    growth: (id) => grown[at(id)] ?? 0,
    descendants: (id) => (indexOf.has(id) ? walk(at(id), down).filter((index) => live[index]).length : 0),
    tree: (root) => names(trees.get(at(root))),
    volume: (root) => volumes.get(at(root)) ?? 0,
    path: (id) => {
      const path: IdeaId[] = [];
      for (let index = up[at(id)]?.[0]; index !== undefined; index = up[index]?.[0]) path.push(idOf(index));
      return path.reverse();
    },
    ancestors: (id) => (indexOf.has(id) ? walk(at(id), up).map(idOf) : NONE),
    band: (id) => {
      if (!indexOf.has(id)) return NONE;
      return [...new Set([at(id), ...walk(at(id), up)].map((index) => authors[index] as MemberId))];
    },
    ignored: graph.ignored,
  };
}

/** Parents before children, otherwise in the order of the snapshot's roots. */
function topological(
  up: readonly (number[] | undefined)[],
  down: readonly (number[] | undefined)[],
  count: number,
): number[] {
  const waiting: number[] = new Array<number>(count);
  const order: number[] = [];
  for (let index = 0; index < count; index++) {
    waiting[index] = up[index]?.length ?? 0;
    if (waiting[index] === 0) order.push(index);
  }
  for (const index of order) {
    for (const child of down[index] ?? NONE) {
      const left = (waiting[child] as number) - 1;
      waiting[child] = left;
      if (left === 0) order.push(child);
    }
  }
  return order;
}

/**
 * Exact up to the cap: an idea needs at most GROWTH_CAP live descendants to be as heavy as can be, so no set grows
 * larger, and a diamond of combines counts each idea once.
 */
function countGrowth(
  order: readonly number[],
  down: readonly (number[] | undefined)[],
  live: readonly boolean[],
): number[] {
  const sets: (Set<number> | undefined)[] = new Array<Set<number> | undefined>(order.length);
  const grown: number[] = new Array<number>(order.length).fill(0);
  for (let i = order.length - 1; i >= 0; i--) {
    const index = order[i] as number;
    const children = down[index];
    if (children === undefined) continue;
    const found = new Set<number>();
    for (const child of children) {
      if (found.size >= GROWTH_CAP) break;
      if (live[child]) found.add(child);
      for (const further of sets[child] ?? NONE) {
        if (found.size >= GROWTH_CAP) break;
        found.add(further);
      }
    }
    sets[index] = found;
    grown[index] = found.size;
  }
  return grown;
}
