import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { JamView } from '../session/jamSession.ts';

/** Sheets that nobody has riffed on, others' first: one's own is the hardest to see anew. */
export function freshFor(
  { snapshot, lineage }: Pick<JamView, 'snapshot' | 'lineage'>,
  me: MemberId,
): IdeaId[] {
  return [...snapshot.ideas.values()]
    .filter(({ id, bin }) => !bin && lineage.isFresh(id))
    .sort((a, b) => Number(a.born.author === me) - Number(b.born.author === me) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Two live ideas of different trees. `pick` gives a number below its argument. */
export function pairOf(
  { snapshot, lineage }: Pick<JamView, 'snapshot' | 'lineage'>,
  pick: (sides: number) => number,
): readonly [IdeaId, IdeaId] | null {
  const live = [...snapshot.ideas.values()].filter(({ bin }) => !bin).map(({ id }) => id);
  const first = live[pick(live.length)];
  if (first === undefined) return null;
  const others = live.filter((id) => lineage.rootOf(id) !== lineage.rootOf(first));
  const second = others[pick(others.length)];
  return second === undefined ? null : [first, second];
}
