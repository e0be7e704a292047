/**
 * The graph of riffs of the next snapshot from the one before, in time that grows with what changed. Oracle:
 * `deriveGraph` of the same snapshot gives the same.
 */
import type { IdeaId, RiffKey } from '../model/ids.ts';
import type { JamSnapshot, Riff } from '../model/snapshot.ts';
import { differingKeys } from '../util/shardedMap.ts';
import { compareRoots, GROWTH_CAP, type LineageGraph, type LineageNode } from './lineageGraph.ts';

type Node = { -readonly [K in keyof LineageNode]: LineageNode[K] };

const NONE: readonly never[] = [];

/**
 * null: derive it from scratch. That is so when a riff might come to count that did not, or the other way round: an
 * idea is gone or born otherwise, a riff would close a circle, or one goes while others wait ignored. As long as no
 * riff closes a circle, all count, in whatever order they came.
 */
export function advanceGraph(graph: LineageGraph, was: JamSnapshot, is: JamSnapshot): LineageGraph | null {
  const drafts = new Map<IdeaId, Node>();
  const read = (id: IdeaId): LineageNode | undefined => drafts.get(id) ?? graph.nodes.get(id);
  const draft = (id: IdeaId): Node => {
    const made = drafts.get(id) ?? { ...(read(id) as LineageNode) };
    drafts.set(id, made);
    return made;
  };
  /** Whose descendants are to be counted again, and whose first parent may be another. */
  const grown = new Set<IdeaId>();
  const moved = new Set<IdeaId>();

  for (const id of differingKeys(was.ideas, is.ideas)) {
    const [before, idea] = [was.ideas.get(id), is.ideas.get(id)];
    if (idea === undefined) return null;
    const { author, lamport } = idea.born;
    if (before === undefined) {
      const alone = { up: NONE, upKeys: NONE, down: NONE, downKeys: NONE, root: id, growth: 0 };
      drafts.set(id, { live: !idea.bin, author, lamport, ...alone });
    } else if (before.born.author !== author || before.born.lamport !== lamport) return null;
    else if (before.bin !== idea.bin) {
      draft(id).live = !idea.bin;
      for (const parent of read(id)?.up ?? NONE) grown.add(parent);
    }
  }
  for (const key of graph.ignored) {
    const riff = is.riffs.get(key);
    if (riff !== undefined && [riff.child, riff.parent].some((id) => drafts.has(id) && !was.ideas.has(id)))
      return null;
  }

  const added: Riff[] = [];
  for (const key of differingKeys(was.riffs, is.riffs)) {
    const [before, after] = [liveRiff(was, key), liveRiff(is, key)];
    if (before?.lamport === after?.lamport) continue;
    if (before !== undefined) {
      if (graph.ignored.size > 0) return null;
      unlink(before, draft);
      grown.add(before.parent);
      moved.add(before.child);
    }
    if (after !== undefined) added.push(after);
  }
  for (const riff of added) {
    const { child, parent } = riff;
    if (read(child) === undefined || read(parent) === undefined || grewFrom(parent, child, read)) return null;
    link(riff, is.riffs, draft);
    grown.add(parent);
    moved.add(child);
  }

  for (const id of moved) moveTree(id, read, draft);
  countAgain(grown, read, draft);
  const nodes = graph.nodes.with(drafts.keys(), (id) => drafts.get(id) ?? null);
  return { nodes, roots: updateRoots(graph, drafts), ignored: graph.ignored };
}

function liveRiff(snapshot: JamSnapshot, key: RiffKey): Riff | undefined {
  const riff = snapshot.riffs.get(key);
  return riff?.gone === false ? riff : undefined;
}

/** Whether `id` is `ancestor` or grew from it. A sheet without riffs, as a new one is, costs no search. */
function grewFrom(id: IdeaId, ancestor: IdeaId, read: (id: IdeaId) => LineageNode | undefined): boolean {
  if (id === ancestor) return true;
  if (read(ancestor)?.down.length === 0) return false;
  const above = new Set([id]);
  for (const at of above) for (const parent of read(at)?.up ?? NONE) above.add(parent);
  return above.has(ancestor);
}

function unlink({ key, child, parent }: Riff, draft: (id: IdeaId) => Node): void {
  const [below, above] = [draft(child), draft(parent)];
  below.up = below.up.toSpliced(below.upKeys.indexOf(key), 1);
  below.upKeys = below.upKeys.filter((one) => one !== key);
  above.down = above.down.toSpliced(above.downKeys.indexOf(key), 1);
  above.downKeys = above.downKeys.filter((one) => one !== key);
}

function link(riff: Riff, riffs: JamSnapshot['riffs'], draft: (id: IdeaId) => Node): void {
  const placeIn = (keys: readonly RiffKey[]): number => {
    const later = keys.findIndex((key) => {
      const lamport = riffs.get(key)?.lamport ?? 0;
      return lamport > riff.lamport || (lamport === riff.lamport && key > riff.key);
    });
    return later < 0 ? keys.length : later;
  };
  const [below, above] = [draft(riff.child), draft(riff.parent)];
  const [up, down] = [placeIn(below.upKeys), placeIn(above.downKeys)];
  below.up = below.up.toSpliced(up, 0, riff.parent);
  below.upKeys = below.upKeys.toSpliced(up, 0, riff.key);
  above.down = above.down.toSpliced(down, 0, riff.child);
  above.downKeys = above.downKeys.toSpliced(down, 0, riff.key);
}

/** Gives an idea, and all whose first parents lead to it, the root that its own first parents lead to. */
function moveTree(
  id: IdeaId,
  read: (id: IdeaId) => LineageNode | undefined,
  draft: (id: IdeaId) => Node,
): void {
  let root = id;
  for (let up = read(root)?.up[0]; up !== undefined; up = read(root)?.up[0]) root = up;
  const tree = [id];
  for (const at of tree) {
    if (read(at)?.root === root) continue;
    draft(at).root = root;
    for (const child of read(at)?.down ?? NONE) if (read(child)?.up[0] === at) tree.push(child);
  }
}

/** Upwards from these, but not past one that was and is as heavy as can be: then so is all above it. */
function countAgain(
  from: Iterable<IdeaId>,
  read: (id: IdeaId) => LineageNode | undefined,
  draft: (id: IdeaId) => Node,
): void {
  const queue = new Set(from);
  for (const id of queue) {
    const before = read(id)?.growth;
    const after = countLive(id, read);
    if (before === GROWTH_CAP && after === GROWTH_CAP) continue;
    if (before !== after) draft(id).growth = after;
    for (const parent of read(id)?.up ?? NONE) queue.add(parent);
  }
}

function countLive(id: IdeaId, read: (id: IdeaId) => LineageNode | undefined): number {
  let count = 0;
  const below = new Set(read(id)?.down);
  for (const at of below) {
    if (read(at)?.live) count++;
    if (count === GROWTH_CAP) break;
    for (const child of read(at)?.down ?? NONE) below.add(child);
  }
  return count;
}

function updateRoots(graph: LineageGraph, drafts: ReadonlyMap<IdeaId, LineageNode>): readonly IdeaId[] {
  let roots: IdeaId[] | null = null;
  for (const [id, node] of drafts) {
    const wasRoot = graph.nodes.get(id)?.up.length === 0;
    const isRoot = node.up.length === 0;
    if (wasRoot === isRoot) continue;
    roots ??= [...graph.roots];
    const place = placeOfRoot(roots, id, (one) => drafts.get(one) ?? graph.nodes.get(one));
    roots.splice(place, isRoot ? 0 : 1, ...(isRoot ? [id] : []));
  }
  return roots ?? graph.roots;
}

/** Where it stands among the roots, or would. */
function placeOfRoot(
  roots: readonly IdeaId[],
  id: IdeaId,
  read: (id: IdeaId) => LineageNode | undefined,
): number {
  let [low, high] = [0, roots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = roots[middle] as IdeaId;
    if (compareRoots(other, read(other), id, read(id)) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
