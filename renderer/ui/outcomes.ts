/** The three words a jam decides with. */
import { OUTCOMES, type Outcome } from '../../shared/model/snapshot.ts';

interface OutcomeWords {
  readonly outcome: Outcome;
  /** On the button: "Promote". */
  readonly verb: string;
  /** Afterwards: "Promoted". */
  readonly done: string;
}

const words: Readonly<Record<Outcome, Omit<OutcomeWords, 'outcome'>>> = {
  promote: { verb: 'Promote', done: 'Promoted' },
  later: { verb: 'Keep for later', done: 'Kept for later' },
  no: { verb: 'Not this time', done: 'Not this time' },
};

export const OUTCOME_WORDS: readonly OutcomeWords[] = OUTCOMES.map((outcome) => ({
  outcome,
  ...words[outcome],
}));

export function outcomeDone(outcome: Outcome): string {
  return words[outcome].done;
}
