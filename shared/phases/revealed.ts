import type { RunId } from '../model/course.ts';
import { type IdeaId, UNLAID } from '../model/ids.ts';
import type { Idea, JamSnapshot } from '../model/snapshot.ts';
import type { Course } from './course.ts';
import { shuffle } from './shuffle.ts';

/**
 * What was handed in for the latest reveal: written alone since the reveal before it, in one shuffled order that is the
 * same everywhere. What was laid later stands at the end, so that nothing moves under a reader's eyes.
 */
export function revealedIdeas(
  { ideas, settled }: Pick<JamSnapshot, 'ideas' | 'settled'>,
  { runs, current }: Pick<Course, 'runs' | 'current'>,
): readonly IdeaId[] {
  const alone = runsOfReveal(runs);
  const sheets = [...ideas.values()].filter((idea) => alone.has(idea.born.run ?? '') && isThere(idea));
  const laid = ({ id }: Idea): number => settled.get(id)?.lamport ?? Number.POSITIVE_INFINITY;
  return shuffle(sheets, current?.id ?? '', ({ id }) => id)
    .sort((a, b) => (laid(a) === laid(b) ? 0 : laid(a) - laid(b)))
    .map(({ id }) => id);
}

/** On a board, or handed in a moment ago and not laid yet. */
function isThere({ bin, place }: Idea): boolean {
  return !bin || place.group === UNLAID;
}

function runsOfReveal(runs: Course['runs']): ReadonlySet<RunId> {
  const before = runs.slice(0, -1);
  const last = before.findLastIndex(({ kind }) => kind === 'reveal');
  return new Set(
    before
      .slice(last + 1)
      .filter(({ kind }) => kind === 'solo')
      .map(({ id }) => id),
  );
}
