import type { JamCard } from '../../shared/ipc/shell.ts';
import { sayCount } from '../ui/counts.ts';

/** One was invited to it, and nobody of it has answered yet. */
export function isAwaited({ people, created }: Pick<JamCard, 'people' | 'created'>): boolean {
  return people === 0 && created === 0;
}

/** A poster's small print: "9 people, 29 ideas, 3 promoted". What is not there yet is not counted. */
export function cardPrint(card: JamCard): string {
  if (isAwaited(card)) return 'Nothing of it has come yet. Open it to look for the others.';
  const parts: string[] = [];
  if (card.people > 0) parts.push(sayCount(card.people, 'person', 'people'));
  parts.push(card.ideas === 0 ? 'no ideas yet' : sayCount(card.ideas, 'idea'));
  if (card.promoted > 0) parts.push(`${card.promoted} promoted`);
  return parts.join(', ');
}
