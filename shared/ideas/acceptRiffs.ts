/** Which riffs make the lineage: a graph without cycles, the same for everybody who has the same riffs. */
import type { IdeaId, RiffKey } from '../model/ids.ts';
import type { Riff } from '../model/snapshot.ts';

export interface RiffGraph {
  /** By an idea's index: its parents' indexes, in the order of the riffs; undefined when it has none. */
  readonly up: (number[] | undefined)[];
  readonly down: (number[] | undefined)[];
  readonly upKeys: (RiffKey[] | undefined)[];
  readonly downKeys: (RiffKey[] | undefined)[];
  readonly ignored: Set<RiffKey>;
}

/**
 * Takes live riffs by (lamport, key). One that would close a cycle is ignored for ever as long as the earlier ones
 * live, so two people who riff on each other's idea at once see the same tree.
 */
export function acceptRiffs(
  riffs: Iterable<Riff>,
  indexOf: ReadonlyMap<IdeaId, number>,
  count: number,
): RiffGraph {
  const graph: RiffGraph = {
    up: new Array<number[] | undefined>(count),
    down: new Array<number[] | undefined>(count),
    upKeys: new Array<RiffKey[] | undefined>(count),
    downKeys: new Array<RiffKey[] | undefined>(count),
    ignored: new Set(),
  };
  const live: Riff[] = [];
  for (const riff of riffs) if (!riff.gone) live.push(riff);
  live.sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const islands = createIslands(count);
  for (const riff of live) {
    const child = indexOf.get(riff.child);
    const parent = indexOf.get(riff.parent);
    if (child === undefined || parent === undefined || child === parent) {
      graph.ignored.add(riff.key);
      continue;
    }
    // A cycle needs both ends on one island already, so a new sheet's first riff costs no search.
    if (!islands.join(child, parent) && reaches(graph, child, parent)) {
      graph.ignored.add(riff.key);
      continue;
    }
    if (graph.up[child]?.includes(parent)) {
      graph.ignored.add(riff.key);
      continue;
    }
    push(graph.up, child, parent);
    push(graph.upKeys, child, riff.key);
    push(graph.down, parent, child);
    push(graph.downKeys, parent, riff.key);
  }
  return graph;
}

function push<T>(lists: (T[] | undefined)[], at: number, value: T): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [value];
  else list.push(value);
}

/** Whether `target` grew from `from`. Looks down and up in turn, so the smaller side decides the cost. */
function reaches(graph: RiffGraph, from: number, target: number): boolean {
  const below = new Set([from]);
  const above = new Set([target]);
  const downQueue = [from];
  const upQueue = [target];
  for (let i = 0; ; i++) {
    const a = downQueue[i];
    const b = upQueue[i];
    if (a === undefined || b === undefined) return false;
    for (const next of graph.down[a] ?? []) {
      if (above.has(next)) return true;
      if (!below.has(next)) {
        below.add(next);
        downQueue.push(next);
      }
    }
    for (const next of graph.up[b] ?? []) {
      if (below.has(next)) return true;
      if (!above.has(next)) {
        above.add(next);
        upQueue.push(next);
      }
    }
  }
}

/** Union-find over indexes. `join` tells whether the two were apart. */
function createIslands(count: number): { join(a: number, b: number): boolean } {
  const head = new Int32Array(count);
  for (let i = 0; i < count; i++) head[i] = i;
  const find = (index: number): number => {
    let at = index;
    while (head[at] !== at) {
      const above = head[head[at] as number] as number;
      head[at] = above;
      at = above;
    }
    return at;
  };
  return {
    join(a, b) {
      const x = find(a);
      const y = find(b);
      if (x === y) return false;
      head[x] = y;
      return true;
    },
  };
}
