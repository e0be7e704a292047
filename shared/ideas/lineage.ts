/**
 * The graph of riffs, read from a snapshot. Riffs may come from anywhere and in any order, so what a single person
 * could never do (a riff on one's own child, on a missing idea) is sorted out here, the same for everybody.
 *
 * Live riffs are taken by (lamport, key); one that would close a cycle, or whose end is missing, is left out. An idea's
 * first parent decides which tree it stands in. Binned ideas keep their place, but count for nothing.
 */
import type { IdeaId, MemberId, RiffKey } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { deriveGraph, type LineageGraph, type LineageNode } from './lineageGraph.ts';

export interface Lineage {
  /** Each idea's place in it; of two versions of one lineage, what did not change is identical (`===`). */
  readonly nodes: ReadonlyMap<IdeaId, LineageNode>;
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
  return readLineage(deriveGraph(snapshot));
}

export function readLineage({ nodes, roots, ignored }: LineageGraph): Lineage {
  const node = (id: IdeaId): LineageNode | undefined => nodes.get(id);
  const isRoot = (id: IdeaId): boolean => node(id)?.up.length === 0;
  const walk = (from: IdeaId, side: 'up' | 'down'): IdeaId[] => {
    const seen = new Set([from]);
    for (const at of seen) for (const next of node(at)?.[side] ?? NONE) seen.add(next);
    return [...seen].slice(1);
  };
  const isLive = (id: IdeaId): boolean => node(id)?.live === true;
  const tree = (root: IdeaId): readonly IdeaId[] => (isRoot(root) ? listTree(root, nodes) : NONE);

  return {
    nodes,
    has: (id) => nodes.has(id),
    roots,
    parents: (id) => node(id)?.up ?? NONE,
    parentRiffs: (id) => node(id)?.upKeys ?? NONE,
    children: (id) => node(id)?.down ?? NONE,
    childRiffs: (id) => node(id)?.downKeys ?? NONE,
    rootOf: (id) => node(id)?.root ?? id,
    isRoot,
    isFresh: (id) => isRoot(id) && node(id)?.growth === 0,
    growth: (id) => node(id)?.growth ?? 0,
    descendants: (id) => walk(id, 'down').filter(isLive).length,
    tree,
    volume: (root) => tree(root).filter(isLive).length,
    path: (id) => {
      const path: IdeaId[] = [];
      for (let at = node(id)?.up[0]; at !== undefined; at = node(at)?.up[0]) path.push(at);
      return path.reverse();
    },
    ancestors: (id) => walk(id, 'up'),
    band: (id) => {
      if (!nodes.has(id)) return NONE;
      return [...new Set([id, ...walk(id, 'up')].map((one) => node(one)?.author as MemberId))];
    },
    ignored,
  };
}

/** All that stand in a root's tree, each after all its parents that stand there too. */
function listTree(root: IdeaId, nodes: ReadonlyMap<IdeaId, LineageNode>): IdeaId[] {
  const members = new Set([root]);
  for (const id of members) {
    for (const child of nodes.get(id)?.down ?? NONE) if (nodes.get(child)?.up[0] === id) members.add(child);
  }
  const waiting = new Map<IdeaId, number>();
  const order = [root];
  for (const id of order) {
    for (const child of nodes.get(id)?.down ?? NONE) {
      if (!members.has(child)) continue;
      const before = waiting.get(child) ?? nodes.get(child)?.up.filter((one) => members.has(one)).length ?? 0;
      waiting.set(child, before - 1);
      if (before === 1) order.push(child);
    }
  }
  return order;
}
