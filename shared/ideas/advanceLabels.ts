/**
 * Call numbers of the next snapshot from those before, in time that grows with what changed. Oracle: `deriveLabels` of
 * the same snapshot gives the same.
 */
import type { IdeaId } from '../model/ids.ts';
import type { Idea, JamSnapshot } from '../model/snapshot.ts';
import { differingKeys, ShardedMap } from '../util/shardedMap.ts';
import { claimOf, deriveLabels, letterOf } from './labels.ts';
import type { Lineage } from './lineage.ts';

/** What is known of one snapshot's call numbers. Belongs to its one owner; `advanceLabels` goes on with its sets. */
export interface LabelBook {
  readonly labels: ShardedMap<string>;
  readonly taken: Set<string>;
  /** Ideas whose number nobody has written down: theirs hangs on claims and lineage. */
  readonly open: Set<IdeaId>;
  /** Roots under which somebody claims a number, and which are not there. */
  readonly missing: Set<IdeaId>;
}

export function openLabelBook(snapshot: JamSnapshot, lineage: Lineage): LabelBook {
  const labels = ShardedMap.from(deriveLabels(snapshot, lineage));
  const open = new Set<IdeaId>();
  const missing = new Set<IdeaId>();
  for (const idea of snapshot.ideas.values()) {
    if (!isSettled(snapshot, idea.id)) open.add(idea.id);
    addMissing(idea, snapshot, missing);
  }
  return { labels, taken: new Set(labels.values()), open, missing };
}

/**
 * null: open a new book. As long as every new idea gets just the number that it asks for, and none that had one loses
 * it, nobody else's changes: whoever would have liked that number earlier would have it.
 */
export function advanceLabels(
  book: LabelBook,
  was: { readonly snapshot: JamSnapshot; readonly lineage: Lineage },
  is: { readonly snapshot: JamSnapshot; readonly lineage: Lineage },
): LabelBook | null {
  const { ideas, settled } = is.snapshot;
  if (book.open.size > 0 && movesBetweenTrees(was.lineage, is.lineage)) return null;
  const added: Idea[] = [];
  for (const id of differingKeys(was.snapshot.ideas, ideas)) {
    const [before, idea] = [was.snapshot.ideas.get(id), ideas.get(id)];
    if (idea === undefined || book.missing.has(id)) return null;
    if (before === undefined) added.push(idea);
    else if (!sameBirth(before, idea)) return null;
  }
  const closed: IdeaId[] = [];
  for (const id of differingKeys(was.snapshot.settled, settled)) {
    if (!was.snapshot.ideas.has(id)) continue;
    if (!book.open.has(id) || settled.get(id)?.label !== book.labels.get(id)) return null;
    closed.push(id);
  }

  const given = new Map<IdeaId, string>();
  const fresh = new Set<string>();
  const give = (id: IdeaId, label: string | null): boolean => {
    if (label === null || book.taken.has(label) || fresh.has(label)) return false;
    given.set(id, label);
    fresh.add(label);
    return true;
  };
  const opened: IdeaId[] = [];
  for (const { id } of added) {
    if (!isSettled(is.snapshot, id)) opened.push(id);
    else if (!give(id, settled.get(id)?.label ?? null)) return null;
  }
  // Letters first: a riff's number is its root's label and a count.
  for (const letters of [true, false]) {
    for (const id of opened) {
      const claim = claimOf(ideas.get(id) as Idea);
      if (claim === null) return null;
      if ((claim.root === null) !== letters) continue;
      const label = claim.root === null ? letterOf(claim.n) : under(claim.root, claim.n);
      if (!give(id, label)) return null;
    }
  }
  function under(root: IdeaId, n: number): string | null {
    const holder = ideas.get(root);
    const label = given.get(root) ?? book.labels.get(root);
    // Claims under one that has no letter of its own are followed further, by `deriveLabels`.
    if (holder === undefined || claimOf(holder)?.root !== null || label === undefined) return null;
    return `${label}${n}`;
  }

  for (const idea of added) addMissing(idea, is.snapshot, book.missing);
  for (const id of closed) book.open.delete(id);
  for (const id of opened) book.open.add(id);
  for (const label of fresh) book.taken.add(label);
  return { ...book, labels: book.labels.with(given.keys(), (id) => given.get(id) ?? null) };
}

function addMissing({ born }: Idea, { ideas }: JamSnapshot, missing: Set<IdeaId>): void {
  const root = born.claim?.root ?? null;
  if (root !== null && !ideas.has(root)) missing.add(root);
}

function isSettled(snapshot: JamSnapshot, id: IdeaId): boolean {
  return (snapshot.settled.get(id)?.label ?? '') !== '';
}

function sameBirth({ born: a }: Idea, { born: b }: Idea): boolean {
  return a.lamport === b.lamport && a.claim?.root === b.claim?.root && a.claim?.n === b.claim?.n;
}

function movesBetweenTrees(was: Lineage, is: Lineage): boolean {
  for (const id of differingKeys(was.nodes, is.nodes)) {
    if (was.has(id) && was.rootOf(id) !== is.rootOf(id)) return true;
  }
  return false;
}
