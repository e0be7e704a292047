import type { IdeaId } from '../model/ids.ts';
import { standsFor } from '../phases/nominees.ts';
import { command, refuseUnlessThere } from './command.ts';

/** Two nominees say the same: `from` stands on the list as `into`, with its names and its lineage; or apart again. */
export const nomineeMerge = command<{ from: IdeaId; into: IdeaId; merged: boolean }, null>({
  title: 'put together',
  act: 'group',
  refuse({ from, into, merged }, scene) {
    const missing = refuseUnlessThere(from, scene) ?? refuseUnlessThere(into, scene);
    if (missing !== null) return missing;
    const root = standsFor(scene.snapshot.course.merges.values());
    if (merged && root(from) === root(into)) {
      return { code: 'same-thing', sentence: 'These two stand together already.' };
    }
    return null;
  },
  run({ from, into, merged }, scene, write) {
    write.set('merges', `${from}:${into}`, { gone: !merged, ...scene.stamp });
    return null;
  },
});
