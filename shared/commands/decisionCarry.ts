import { latestDecision } from '../ideas/tallies.ts';
import type { IdeaId } from '../model/ids.ts';
import type { Decision } from '../model/snapshot.ts';
import { command, type Scene } from './command.ts';

/** The one who was named says "I carry this", or that it is not theirs. A decision of its own, as every one. */
export const decisionCarry = command<{ idea: IdeaId; carry: boolean }, null>({
  title: 'carry this',
  act: 'decide',
  refuse({ idea }, scene) {
    const decision = standing(idea, scene);
    if (decision === null)
      return { code: 'no-decision', sentence: 'There is no decision about it any more.' };
    if (decision.owner === scene.snapshot.members.get(scene.me)?.name) return null;
    return { code: 'not-asked', sentence: 'Only whoever was named can take it on.' };
  },
  run({ idea, carry }, scene, write) {
    const decision = standing(idea, scene);
    if (decision === null) return null;
    const { outcome, reason, owner, firstStep, due, dissent } = decision;
    write.set('decisions', `${idea}:${scene.newId()}`, {
      outcome,
      reason,
      owner: carry ? owner : '',
      firstStep,
      due,
      dissent,
      accepted: true,
      ...scene.stamp,
    });
    return null;
  },
});

function standing(idea: IdeaId, { snapshot }: Scene): Decision | null {
  const decision = latestDecision([...snapshot.decisions.values()].filter((one) => one.idea === idea));
  return decision?.outcome == null ? null : decision;
}
