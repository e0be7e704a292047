/** Comments and decisions by idea. Read once per map of the snapshot, which changes only when one of them does. */
import { latestDecision } from '../../shared/ideas/tallies.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { Comment, Decision, Idea, JamSnapshot, Stamp } from '../../shared/model/snapshot.ts';
import type { Signing } from '../../shared/phases/signing.ts';
import type { JamView } from '../session/jamSession.ts';
import type { PersonHere } from '../stores/roomStore.ts';

const threads = new WeakMap<JamSnapshot['comments'], ReadonlyMap<IdeaId, readonly Comment[]>>();
const outcomes = new WeakMap<JamSnapshot['decisions'], ReadonlyMap<IdeaId, Decision>>();
const nothing: readonly never[] = [];

/** What was said about an idea, in the order it was said, without what was taken back. */
export function commentsOf(snapshot: JamSnapshot, idea: IdeaId): readonly Comment[] {
  let byIdea = threads.get(snapshot.comments);
  if (byIdea === undefined) {
    byIdea = groupComments(snapshot.comments.values());
    threads.set(snapshot.comments, byIdea);
  }
  return byIdea.get(idea) ?? nothing;
}

/** The decision that counts about each idea; one that was taken back is no decision. */
export function decisionsOf(snapshot: JamSnapshot): ReadonlyMap<IdeaId, Decision> {
  let byIdea = outcomes.get(snapshot.decisions);
  if (byIdea === undefined) {
    byIdea = latestByIdea(snapshot.decisions.values());
    outcomes.set(snapshot.decisions, byIdea);
  }
  return byIdea;
}

/** A member's name, or a word for somebody who never gave one. Of who wrote or said something ask `authorName`, `sayerName`. */
export function nameOf(snapshot: JamSnapshot, member: MemberId): string {
  return snapshot.members.get(member)?.name || 'Somebody';
}

/** The name that somebody here goes by now, before they did anything that brought it into the jam. */
export function nameHere(
  snapshot: JamSnapshot,
  people: readonly { readonly member: MemberId; readonly name: string }[],
  member: MemberId,
): string {
  return people.find((person) => person.member === member)?.name || nameOf(snapshot, member);
}

type Named = Pick<JamView, 'snapshot' | 'signing'>;

/** Whose idea it is, by name; null where it is unsigned. */
export function authorName({ snapshot, signing }: Named, idea: Pick<Idea, 'born'>): string | null {
  return signing.isSigned(idea) ? nameOf(snapshot, idea.born.author) : null;
}

/** Who said or decided it, by name; null where it is unsigned. */
export function sayerName({ snapshot, signing }: Named, act: Pick<Stamp, 'by' | 'lamport'>): string | null {
  return signing.isSignedAct(act) ? nameOf(snapshot, act.by) : null;
}

/** The name at what somebody does now: a pointer, a sheet in the hand or under the pen; null where that is unsigned. */
export function doerName(
  { unsigned }: Pick<Signing, 'unsigned'>,
  { name }: Pick<PersonHere, 'name'>,
): string | null {
  return unsigned ? null : name;
}

/** Name and what they know: "Kofi Asare, telecoms"; null where the idea is unsigned. */
export function introduceAuthor(view: Named, idea: Pick<Idea, 'born'>): string | null {
  const name = authorName(view, idea);
  const expertise = view.snapshot.members.get(idea.born.author)?.expertise ?? '';
  return name === null || expertise === '' ? name : `${name}, ${expertise}`;
}

/** Everybody whose riffs led to an idea, alphabetical; null while one of them wrote unsigned. */
export function bandNames(view: Named & Pick<JamView, 'lineage'>, idea: IdeaId): readonly string[] | null {
  const { snapshot, signing, lineage } = view;
  const led = [idea, ...lineage.ancestors(idea)].flatMap((id) => snapshot.ideas.get(id) ?? []);
  if (!led.every(signing.isSigned)) return null;
  const names = lineage.band(idea).map((member) => nameOf(snapshot, member));
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'));
}

function groupComments(comments: Iterable<Comment>): ReadonlyMap<IdeaId, readonly Comment[]> {
  const byIdea = new Map<IdeaId, Comment[]>();
  for (const comment of comments) {
    if (comment.gone) continue;
    const thread = byIdea.get(comment.idea);
    if (thread === undefined) byIdea.set(comment.idea, [comment]);
    else thread.push(comment);
  }
  for (const thread of byIdea.values()) thread.sort((a, b) => a.at - b.at || a.lamport - b.lamport);
  return byIdea;
}

function latestByIdea(decisions: Iterable<Decision>): ReadonlyMap<IdeaId, Decision> {
  const all = new Map<IdeaId, Decision[]>();
  for (const decision of decisions) {
    const known = all.get(decision.idea);
    if (known === undefined) all.set(decision.idea, [decision]);
    else known.push(decision);
  }
  const latest = new Map<IdeaId, Decision>();
  for (const [idea, list] of all) {
    const last = latestDecision(list);
    if (last !== null && last.outcome !== null) latest.set(idea, last);
  }
  return latest;
}
