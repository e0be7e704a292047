/** Ideas by call number or by words, best first. */
import { parseCallNumber } from '../../../shared/ideas/labels.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { JamView } from '../../session/jamSession.ts';
import { foldText, wordsMatch } from '../../ui/fuzzy.ts';

interface FoundIdea {
  readonly id: IdeaId;
  readonly text: string;
  /** Letters of the text that were found. */
  readonly at: readonly number[];
  /** It has the very call number that was asked for. */
  readonly exact: boolean;
}

export function findIdeas(view: Pick<JamView, 'snapshot' | 'labels'>, query: string): readonly FoundIdea[] {
  const asked = query.trim();
  if (asked === '') return [];
  const number = parseCallNumber(asked);
  const words = foldText(asked).split(/\s+/);
  const found: (FoundIdea & { readonly score: number })[] = [];
  for (const [id, idea] of view.snapshot.ideas) {
    if (idea.bin) continue;
    const label = view.labels.get(id) ?? '';
    const exact = number !== null && label === number;
    const match = wordsMatch(asked, idea.text);
    const inDetail = match === null && idea.detail !== '' && isIn(words, idea.detail);
    const near = number !== null && !exact && label.startsWith(number);
    if (!exact && !near && !inDetail && match === null) continue;
    const score = (exact ? 10_000 : 0) + (near ? 100 - label.length : 0) + (match?.score ?? 0);
    found.push({ id, text: idea.text, at: match?.at ?? [], exact, score });
  }
  return found.sort((a, b) => b.score - a.score);
}

function isIn(words: readonly string[], text: string): boolean {
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}
