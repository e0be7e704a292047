/** How many comments an idea has and what was last decided about it, kept up to date change by change. */
import type { CommentKey, DecisionKey, IdeaId } from '../model/ids.ts';
import { ideaOfKey } from '../model/ids.ts';
import type { Decision, JamSnapshot, Outcome } from '../model/snapshot.ts';

export interface Tallies {
  comments(idea: IdeaId): number;
  outcome(idea: IdeaId): Outcome | null;
  /** Takes in what changed; `null`: read everything anew. Tells which ideas are concerned. */
  update(
    snapshot: JamSnapshot,
    change: {
      readonly comments: ReadonlySet<CommentKey>;
      readonly decisions: ReadonlySet<DecisionKey>;
    } | null,
  ): ReadonlySet<IdeaId>;
}

export function createTallies(): Tallies {
  const comments = new Map<IdeaId, Set<CommentKey>>();
  const decisions = new Map<IdeaId, Map<DecisionKey, Decision>>();
  return {
    comments: (idea) => comments.get(idea)?.size ?? 0,
    outcome: (idea) => {
      const all = decisions.get(idea);
      return all === undefined ? null : (latestDecision(all.values())?.outcome ?? null);
    },
    update(snapshot, change) {
      if (change === null) {
        comments.clear();
        decisions.clear();
      }
      const concerned = new Set<IdeaId>();
      for (const key of change?.comments ?? snapshot.comments.keys()) {
        const comment = snapshot.comments.get(key);
        const idea = comment?.idea ?? ideaOfKey(key);
        concerned.add(idea);
        if (comment !== undefined && !comment.gone) {
          const keys = comments.get(idea);
          if (keys === undefined) comments.set(idea, new Set([key]));
          else keys.add(key);
        } else comments.get(idea)?.delete(key);
      }
      for (const key of change?.decisions ?? snapshot.decisions.keys()) {
        const decision = snapshot.decisions.get(key);
        const idea = decision?.idea ?? ideaOfKey(key);
        concerned.add(idea);
        const known = decisions.get(idea) ?? new Map<DecisionKey, Decision>();
        decisions.set(idea, known);
        if (decision === undefined) known.delete(key);
        else known.set(key, decision);
      }
      return concerned;
    },
  };
}

/** The decision that counts: the highest lamport, then the greatest key. */
export function latestDecision(decisions: Iterable<Decision>): Decision | null {
  let latest: Decision | null = null;
  for (const one of decisions) {
    if (
      latest === null ||
      one.lamport > latest.lamport ||
      (one.lamport === latest.lamport && one.key > latest.key)
    ) {
      latest = one;
    }
  }
  return latest;
}
