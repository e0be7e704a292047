/** What a jam decides about, and in which order: what was decided, then what is to come. */
import { compareLabels } from '../../shared/ideas/compareLabels.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Decision } from '../../shared/model/snapshot.ts';
import type { JamView } from '../session/jamSession.ts';

const NO_VOTES: ReadonlyMap<IdeaId, number> = new Map();

/** What was voted on comes first, most dots first; then proposals by themselves, and whatever somebody chose to decide about. */
export function decideQueue(
  view: Pick<JamView, 'snapshot' | 'labels'>,
  decisions: ReadonlyMap<IdeaId, Decision>,
  chosen: ReadonlySet<IdeaId>,
  votes: ReadonlyMap<IdeaId, number> = NO_VOTES,
): readonly IdeaId[] {
  const decided: Decision[] = [];
  const open: IdeaId[] = [];
  for (const [id, idea] of view.snapshot.ideas) {
    if (idea.bin) continue;
    const decision = decisions.get(id);
    if (decision !== undefined) decided.push(decision);
    else if (votes.has(id) || idea.kind === 'proposal' || chosen.has(id)) open.push(id);
  }
  decided.sort((a, b) => a.lamport - b.lamport || (a.key < b.key ? -1 : 1));
  open.sort(
    (a, b) =>
      (votes.get(b) ?? -1) - (votes.get(a) ?? -1) ||
      compareLabels(view.labels.get(a) ?? '', view.labels.get(b) ?? ''),
  );
  return [...decided.map(({ idea }) => idea), ...open];
}

/** Where to go on after one was decided: the next one that is open, from there on round. */
export function nextOpen(
  queue: readonly IdeaId[],
  decisions: ReadonlyMap<IdeaId, Decision>,
  after: IdeaId,
): IdeaId | null {
  const at = queue.indexOf(after);
  const turned = [...queue.slice(at + 1), ...queue.slice(0, Math.max(0, at))];
  return turned.find((id) => !decisions.has(id)) ?? null;
}
