/** The graph of riffs as plain nodes, derived from a snapshot. `lineage` reads it, `advanceGraph` brings it up to date. */
import type { IdeaId, MemberId, RiffKey } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { ShardedMap } from '../util/shardedMap.ts';
import { acceptRiffs } from './acceptRiffs.ts';

/** As far as `growth` counts: more riffs make a sheet no heavier. */
export const GROWTH_CAP = 6;

export interface LineageNode {
  /** False in the bin. */
  readonly live: boolean;
  readonly author: MemberId;
  /** Of its birth. */
  readonly lamport: number;
  /** Parents and children by their riffs' (lamport, key), and the keys of these riffs. */
  readonly up: readonly IdeaId[];
  readonly upKeys: readonly RiffKey[];
  readonly down: readonly IdeaId[];
  readonly downKeys: readonly RiffKey[];
  readonly root: IdeaId;
  readonly growth: number;
}

export interface LineageGraph {
  readonly nodes: ShardedMap<LineageNode>;
  /** By (lamport, id). */
  readonly roots: readonly IdeaId[];
  readonly ignored: ReadonlySet<RiffKey>;
}

const NONE: readonly never[] = [];

/** Linear in ideas and riffs. @param before one whose equal nodes are kept, so that they stay identical. */
export function deriveGraph(snapshot: JamSnapshot, before: LineageGraph | null = null): LineageGraph {
  const ids: IdeaId[] = [];
  const indexOf = new Map<IdeaId, number>();
  const live: boolean[] = [];
  for (const [id, idea] of snapshot.ideas) {
    indexOf.set(id, ids.length);
    ids.push(id);
    live.push(!idea.bin);
  }
  const { up, down, upKeys, downKeys, ignored } = acceptRiffs(snapshot.riffs.values(), indexOf, ids.length);

  const order = topological(up, down, ids.length);
  const rootIndex: number[] = new Array<number>(ids.length);
  for (const index of order) {
    const first = up[index]?.[0];
    rootIndex[index] = first === undefined ? index : (rootIndex[first] as number);
  }
  const grown = countGrowth(order, down, live);
  const idOf = (index: number): IdeaId => ids[index] as IdeaId;
  const names = (list: readonly number[] | undefined): readonly IdeaId[] => list?.map(idOf) ?? NONE;
  const nodes = ShardedMap.from(
    ids.map((id, index): [IdeaId, LineageNode] => {
      const idea = snapshot.ideas.get(id);
      const node: LineageNode = {
        live: live[index] as boolean,
        author: idea?.born.author ?? '',
        lamport: idea?.born.lamport ?? 0,
        up: names(up[index]),
        upKeys: upKeys[index] ?? NONE,
        down: names(down[index]),
        downKeys: downKeys[index] ?? NONE,
        root: idOf(rootIndex[index] as number),
        growth: grown[index] as number,
      };
      const known = before?.nodes.get(id);
      return [id, known !== undefined && sameNode(known, node) ? known : node];
    }),
  );
  const roots = ids
    .filter((_, index) => rootIndex[index] === index)
    .sort((a, b) => compareRoots(a, nodes.get(a), b, nodes.get(b)));
  return { nodes, roots, ignored };
}

/** By birth, then id. */
export function compareRoots(
  a: IdeaId,
  first: LineageNode | undefined,
  b: IdeaId,
  second: LineageNode | undefined,
): number {
  return (first?.lamport ?? 0) - (second?.lamport ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

function sameNode(a: LineageNode, b: LineageNode): boolean {
  return (
    a.live === b.live &&
    a.author === b.author &&
    a.lamport === b.lamport &&
    a.root === b.root &&
    a.growth === b.growth &&
    sameList(a.upKeys, b.upKeys) &&
    sameList(a.downKeys, b.downKeys)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
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
