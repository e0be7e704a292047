/** Deciding in words: what is still missing, how the vote came out, what was left open. */
import type { Decision, Outcome } from '../../shared/model/snapshot.ts';
import type { ResultBand } from '../../shared/phases/results.ts';
import { sayFewFirst } from '../../shared/util/sayFew.ts';
import { outcomeDone } from '../ui/outcomes.ts';

/** What a decision still needs; null: nothing. */
export function sayMissing(outcome: Outcome | null, reason: string): string | null {
  const unsaid = reason.trim() === '';
  if (outcome !== null) return unsaid ? 'Now say why, in a few words.' : null;
  return unsaid ? 'Choose one of the three, and say why.' : 'Choose one of the three.';
}

/** Where an idea came out in a vote too small to show numbers. */
export function sayBand(band: ResultBand): string {
  return {
    most: 'Among those with the most dots',
    middle: 'In the middle',
    fewest: 'Among those with the fewest dots',
  }[band];
}

/** What has nothing to show about an idea, in one line; null where there is something of everything. */
export function sayEmpty(came: boolean, said: boolean): string | null {
  if (came) return said ? null : 'Nothing was said about it.';
  return said ? 'Nothing came before it.' : 'Nothing came before it, and nothing was said about it.';
}

/** Somebody could carry it, and nobody does. */
export function lacksCarrier(decision: Pick<Decision, 'outcome' | 'owner'> | undefined): boolean {
  return decision?.outcome === 'promote' && decision.owner === '';
}

/** What came of it: "Promoted. Ana carries this". */
export function sayDecided(decision: Pick<Decision, 'outcome' | 'owner' | 'accepted'>): string {
  const done = decision.outcome === null ? '' : outcomeDone(decision.outcome);
  if (lacksCarrier(decision)) return `${done}. Nobody carries it yet`;
  if (decision.owner === '') return done;
  return `${done}. ${decision.owner} ${decision.accepted ? 'carries this' : 'is asked to carry this'}`;
}

/**
 * The phase of deciding is over: what stays undecided, said to a host, and on which of them I began a reason, by call
 * number. null: nothing to say.
 */
export function sayLeftOpen(open: number, begun: readonly string[], hosting: boolean): string | null {
  const sentences = [];
  if (hosting && open > 0)
    sentences.push(`${sayFewFirst(open)} ${open === 1 ? 'sheet is' : 'sheets are'} not decided.`);
  if (begun.length > 0)
    sentences.push(
      `The ${begun.length === 1 ? 'reason' : 'reasons'} you began for ${begun.join(', ')} ${begun.length === 1 ? 'is' : 'are'} kept for you under Decide.`,
    );
  return sentences.length === 0 ? null : sentences.join(' ');
}
