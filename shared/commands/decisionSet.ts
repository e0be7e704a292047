import type { DecisionKey, IdeaId } from '../model/ids.ts';
import type { Outcome } from '../model/snapshot.ts';
import { command, refuseUnlessThere, type Scene } from './command.ts';

export interface DecisionInput {
  readonly idea: IdeaId;
  /** null takes the decision back; the record keeps that there was one. */
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly owner: string;
  readonly firstStep: string;
  /** ISO date or empty. */
  readonly due: string;
  readonly dissent?: string;
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
  run({ idea, outcome, reason, owner, firstStep, due, dissent = '' }, scene, write) {
    const carrier = owner.trim();
    const key = `${idea}:${scene.newId()}`;
    write.set('decisions', key, {
      outcome,
      reason: reason.trim().slice(0, 5_000),
      owner: carrier.slice(0, 200),
      firstStep: firstStep.trim().slice(0, 2_000),
      due,
      dissent: dissent.trim().slice(0, 5_000),
      accepted: !isAsked(carrier, scene),
      ...scene.stamp,
    });
    return { key };
  },
});

/** While a room decides together nobody is volunteered: whoever else is named is asked. */
function isAsked(owner: string, { snapshot, me, course }: Scene): boolean {
  if (owner === '' || course().current === null) return false;
  for (const { id, name } of snapshot.members.values()) if (name === owner) return id !== me;
  return false;
}
