import { letterOf, nextClaim } from '../ideas/labels.ts';
import { type IdeaId, UNLAID } from '../model/ids.ts';
import type { Place } from '../model/snapshot.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

/** Gives handed-in sheets their places and numbers, in the order of the list. The leading laptop's. */
export const ideasLay = command<{ places: readonly (readonly [IdeaId, Place])[] }, null>({
  title: 'lay the sheets',
  act: null,
  undo: false,
  refuse: (_input, scene) => refuseUnlessHost(scene.course(), scene.me),
  run({ places }, scene, write) {
    const { by, lamport, at } = scene.stamp;
    let next = nextClaim(scene.snapshot, scene.lineage(), null).n;
    for (const [idea, place] of places) {
      if (scene.snapshot.ideas.get(idea)?.place.group !== UNLAID) continue;
      write.placeIdea(idea, place);
      write.setIdea(idea, 'bin', false);
      if (scene.snapshot.settled.has(idea)) continue;
      write.set('settled', idea, [letterOf(next), by, lamport, at]);
      next++;
    }
    return null;
  },
});
