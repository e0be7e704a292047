import type { Lineage } from '../ideas/lineage.ts';
import type { RunId } from '../model/course.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import type { Course } from '../phases/course.ts';
import { dealSheets } from '../phases/deal.ts';

/** One for the round, two for who is early. */
const EACH = 3;

/** The sheets of a round: what was written alone, or, when nothing was, every root; never the sheets of earlier rounds again. */
export function dealRound(
  snapshot: JamSnapshot,
  lineage: Lineage,
  course: Course,
  roster: readonly MemberId[],
  seed: RunId,
): ReadonlyMap<MemberId, readonly IdeaId[]> {
  const alone = new Set(course.runs.filter(({ kind }) => kind === 'solo').map(({ id }) => id));
  const roots = [...snapshot.ideas.values()].filter(
    ({ id, bin }) => !bin && lineage.parents(id).length === 0,
  );
  const written = roots.filter(({ born }) => born.run !== null && alone.has(born.run));
  const sheets = (written.length > 0 ? written : roots).map(({ id, born }) => ({
    idea: id,
    author: born.author,
  }));
  const had = new Map<MemberId, Set<IdeaId>>();
  for (const run of course.runs) {
    for (const [member, ideas] of run.dealt) {
      const [first] = ideas;
      // Those for who is early were perhaps never looked at; only the first one surely was.
      if (first !== undefined) had.set(member, (had.get(member) ?? new Set()).add(first));
    }
  }
  const riffs = new Map(sheets.map(({ idea }) => [idea, lineage.children(idea).length]));
  return dealSheets({ roster, sheets, had, riffs, seed, each: EACH });
}
