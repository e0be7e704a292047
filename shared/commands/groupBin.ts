import { fieldKey } from '../doc/schema.ts';
import { deriveGroupTree } from '../ideas/groupTree.ts';
import type { GroupId } from '../model/ids.ts';
import { command } from './command.ts';

/** Ungroups: the heading goes, the ideas stay where they are on the board. */
export const groupBin = command<{ groups: readonly GroupId[] }, null>({
  title: 'ungroup',
  act: 'group',
  run({ groups }, scene, write) {
    const tree = deriveGroupTree(scene.snapshot.groups);
    const going = new Set(groups);
    for (const group of going) {
      if (scene.snapshot.groups.has(group)) write.set('groups', fieldKey(group, 'bin'), true);
    }
    for (const [id, { place }] of scene.snapshot.ideas) {
      if (place.group === null || !going.has(place.group)) continue;
      const origin = tree.originOf(place.group);
      write.placeIdea(id, { ...place, group: null, x: origin.x + place.x, y: origin.y + place.y });
    }
    return null;
  },
});
