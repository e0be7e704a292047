import type { IdeaId } from '../model/ids.ts';
import { command, refuseUnlessOpen } from './command.ts';

/** Into the bin, or out of it. One idea each: its riffs stay and keep their lineage. */
export const ideaBin = command<{ ideas: readonly IdeaId[]; bin: boolean }, null>({
  title: 'put in the bin',
  act: 'edit',
  refuse: ({ ideas, bin }, scene) => (bin ? refuseUnlessOpen(ideas, scene, { binned: true }) : null),
  run({ ideas, bin }, scene, write) {
    for (const id of ideas) {
      const idea = scene.snapshot.ideas.get(id);
      if (idea !== undefined && idea.bin !== bin) write.setIdea(id, 'bin', bin);
    }
    return null;
  },
});
