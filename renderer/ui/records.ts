/** Comments and decisions by idea. Read once per map of the snapshot, which changes only when one of them does. */
import { latestDecision } from '../../shared/ideas/tallies.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { Comment, Decision, JamSnapshot } from '../../shared/model/snapshot.ts';

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

/** A member's name, or a word for somebody who never gave one. */
export function nameOf(snapshot: JamSnapshot, member: MemberId): string {
  return snapshot.members.get(member)?.name || 'Somebody';
}

/** Name and what they know: "Kofi Asare, telecoms". */
export function introduce(snapshot: JamSnapshot, member: MemberId): string {
  const expertise = snapshot.members.get(member)?.expertise ?? '';
  return expertise === '' ? nameOf(snapshot, member) : `${nameOf(snapshot, member)}, ${expertise}`;
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
