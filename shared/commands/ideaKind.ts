import type { IdeaId } from '../model/ids.ts';
import { command, refuseUnlessOpen } from './command.ts';

export const ideaKind = command<{ ideas: readonly IdeaId[]; kind: string }, null>({
  title: 'change kind',
  act: 'edit',
  refuse: ({ ideas }, scene) => refuseUnlessOpen(ideas, scene),
  run({ ideas, kind }, scene, write) {
    for (const id of ideas)
      if (scene.snapshot.ideas.get(id)?.kind !== kind) write.setIdea(id, 'kind', kind.slice(0, 40));
    return null;
  },
});
