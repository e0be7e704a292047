import type { IdeaId } from '../model/ids.ts';
import { command, refuseUnlessThere } from './command.ts';

/** A locked idea is not edited, moved or binned by a slip of the hand. Anybody may unlock it. */
export const ideaLock = command<{ ideas: readonly IdeaId[]; lock: boolean }, null>({
  title: 'lock',
  act: 'arrange',
  refuse: ({ ideas }, scene) =>
    ideas.map((id) => refuseUnlessThere(id, scene)).find((found) => found !== null) ?? null,
  run({ ideas, lock }, scene, write) {
    for (const id of ideas) if (scene.snapshot.ideas.get(id)?.lock !== lock) write.setIdea(id, 'lock', lock);
    return null;
  },
});
