import type { JamCard } from '../../shared/ipc/shell.ts';
import { wordsMatch } from '../ui/fuzzy.ts';

/** Those whose title or challenge the query is found in, best first; all of them, as they stand, for an empty query. */
export function filterCards<Card extends JamCard>(cards: readonly Card[], query: string): readonly Card[] {
  if (query.trim() === '') return cards;
  const scored: { card: Card; score: number }[] = [];
  for (const card of cards) {
    const match = wordsMatch(query, `${card.title} ${card.challenge}`);
    if (match !== null) scored.push({ card, score: match.score });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ card }) => card);
}
