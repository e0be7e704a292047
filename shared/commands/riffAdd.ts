import type { Lineage } from '../ideas/lineage.ts';
import { type IdeaId, type RiffKey, riffKey } from '../model/ids.ts';
import type { Bond } from '../model/snapshot.ts';
import { command, refuseUnlessThere } from './command.ts';

/** Draws a riff link between two ideas that are there already: says where one came from. */
export const riffAdd = command<{ parent: IdeaId; child: IdeaId; bond: Bond }, { key: RiffKey }>({
  title: 'link a riff',
  act: 'riff',
  refuse({ parent, child }, scene) {
    const missing = refuseUnlessThere(parent, scene) ?? refuseUnlessThere(child, scene);
    if (missing !== null) return missing;
    if (parent === child) return { code: 'same-thing', sentence: 'An idea cannot be its own riff.' };
    if (descends(parent, child, scene.lineage())) {
      const sentence = `${scene.nameOf(parent)} grew out of ${scene.nameOf(child)}, so it cannot be its parent.`;
      return { code: 'cycle', sentence };
    }
    return null;
  },
  run({ parent, child, bond }, scene, write) {
    const key = riffKey(child, parent);
    write.set('riffs', key, [bond, scene.stamp.by, scene.stamp.lamport, scene.stamp.at, 0]);
    return { key };
  },
});

/** Whether `idea` has `ancestor` above it. */
function descends(idea: IdeaId, ancestor: IdeaId, lineage: Lineage): boolean {
  const seen = new Set<IdeaId>();
  const open = [idea];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === ancestor) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...lineage.parents(at));
  }
  return false;
}
