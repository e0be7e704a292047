/** What undo or redo did to a decision, in words: it changes on a screen where one may not be looking. */
import { latestDecision } from '../../shared/ideas/tallies.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Decision, JamSnapshot } from '../../shared/model/snapshot.ts';

type Decisions = Pick<JamSnapshot, 'decisions'>;

export interface DecisionUndone {
  readonly idea: IdeaId;
  /** What stood before; null: it was undecided. */
  readonly before: Decision | null;
  readonly isDecided: boolean;
  readonly sentence: string;
}

/** null where no decision changed. */
export function readDecisionUndone(
  before: Decisions,
  after: Decisions,
  labels: ReadonlyMap<IdeaId, string>,
): DecisionUndone | null {
  if (before.decisions === after.decisions) return null;
  for (const [key, { idea }] of [...after.decisions, ...before.decisions]) {
    if (before.decisions.get(key) === after.decisions.get(key)) continue;
    const isDecided = standing(after, idea) !== null;
    const label = labels.get(idea) ?? 'This idea';
    return {
      idea,
      before: standing(before, idea),
      isDecided,
      sentence: isDecided ? `${label} is decided again.` : `${label} is not decided any more.`,
    };
  }
  return null;
}

function standing({ decisions }: Decisions, idea: IdeaId): Decision | null {
  const latest = latestDecision([...decisions.values()].filter((one) => one.idea === idea));
  return latest?.outcome == null ? null : latest;
}
