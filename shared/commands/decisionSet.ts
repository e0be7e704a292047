import type { DecisionKey, IdeaId } from '../model/ids.ts';
import type { Outcome } from '../model/snapshot.ts';
import { command, refuseUnlessThere } from './command.ts';

export interface DecisionInput {
  readonly idea: IdeaId;
  /** null takes the decision back; the record keeps that there was one. */
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly owner: string;
  readonly firstStep: string;
  /** ISO date or empty. */
  readonly due: string;
}

/** Decides about an idea. Appending: each decision is a record of its own, the latest one counts. */
export const decisionSet = command<DecisionInput, { key: DecisionKey }>({
  title: 'decide',
  act: 'decide',
  refuse({ idea, outcome, reason, due }, scene) {
    const missing = refuseUnlessThere(idea, scene);
    if (missing !== null) return missing;
    if (outcome !== null && reason.trim() === '') {
      return { code: 'no-reason', sentence: 'Say why in a few words: whoever wrote it deserves a reason.' };
    }
    if (due !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(due)) {
      return { code: 'no-date', sentence: 'Write the date as year-month-day, or leave it empty.' };
    }
    return null;
  },
  run({ idea, outcome, reason, owner, firstStep, due }, scene, write) {
    const key = `${idea}:${scene.newId()}`;
    write.set('decisions', key, {
      outcome,
      reason: reason.trim().slice(0, 5_000),
      owner: owner.trim().slice(0, 200),
      firstStep: firstStep.trim().slice(0, 2_000),
      due,
      ...scene.stamp,
    });
    return { key };
  },
});
