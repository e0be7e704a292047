import type { IdeaId } from '../model/ids.ts';
import { validNominations } from '../phases/nominees.ts';
import { command, refuseUnlessThere } from './command.ts';

/** Nominates an idea for the vote, or takes that back. Within one's quota; the reader holds everybody to it. */
export const nomineeSet = command<{ idea: IdeaId; named: boolean }, null>({
  title: 'nominate',
  act: 'vote',
  refuse({ idea, named }, scene) {
    const missing = refuseUnlessThere(idea, scene);
    if (missing !== null) return missing;
    const { current } = scene.course();
    if (current?.kind !== 'nominate') {
      return { code: 'not-in-this-phase', sentence: 'Ideas are nominated in the phase before the vote.' };
    }
    if (!named) return null;
    if (scene.snapshot.ideas.get(idea)?.bin) {
      return { code: 'in-the-bin', sentence: `${scene.nameOf(idea)} is in the bin. Restore it first.` };
    }
    const mine = validNominations(scene.snapshot.course, current).filter(({ member }) => member === scene.me);
    const most = current.options.nominations;
    if (mine.length >= most && !mine.some((one) => one.idea === idea)) {
      return { code: 'quota', sentence: `You nominated ${most} already: take one back first.` };
    }
    return null;
  },
  run({ idea, named }, scene, write) {
    const run = scene.course().current?.id ?? '';
    write.set('nominations', `${run}:${scene.me}:${idea}`, { gone: !named, ...scene.stamp });
    return null;
  },
});
