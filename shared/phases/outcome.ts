/** What came of a session: decided ideas by their word, and what stood in the vote and was not decided. */
import type { IdeaId } from '../model/ids.ts';
import type { Decision, Idea, Outcome } from '../model/snapshot.ts';
import { type Course, lastVoted } from './course.ts';

export interface SessionOutcome {
  readonly decided: Readonly<Record<Outcome, readonly Decision[]>>;
  /** In the order of the vote's list. */
  readonly open: readonly IdeaId[];
}

/** `decisions`: the one that counts of each idea. */
export function readOutcome(
  ideas: ReadonlyMap<IdeaId, Pick<Idea, 'bin'>>,
  course: Pick<Course, 'closes' | 'runs'>,
  decisions: ReadonlyMap<IdeaId, Decision>,
): SessionOutcome {
  const isThere = (id: IdeaId): boolean => ideas.get(id)?.bin === false;
  const inOrder = [...decisions.values()]
    .filter(({ idea }) => isThere(idea))
    .sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1));
  const by = (word: Outcome): Decision[] => inOrder.filter(({ outcome }) => outcome === word);
  return {
    decided: { promote: by('promote'), later: by('later'), no: by('no') },
    open: (lastVoted(course)?.list ?? []).filter((id) => isThere(id) && !decisions.has(id)),
  };
}
