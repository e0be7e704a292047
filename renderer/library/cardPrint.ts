import type { JamCard } from '../../shared/ipc/shell.ts';
import { sayCount } from '../ui/counts.ts';

/** A poster's small print: "9 people, 29 ideas, 3 promoted". What is not there yet is not counted. */
export function cardPrint(card: JamCard): string {
  const parts: string[] = [];
  if (card.people > 0) parts.push(sayCount(card.people, 'person', 'people'));
  parts.push(card.ideas === 0 ? 'no ideas yet' : sayCount(card.ideas, 'idea'));
  if (card.promoted > 0) parts.push(`${card.promoted} promoted`);
  return parts.join(', ');
}
