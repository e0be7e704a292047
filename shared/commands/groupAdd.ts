import { fieldKey } from '../doc/schema.ts';
import { deriveGroupTree } from '../ideas/groupTree.ts';
import type { Rect } from '../model/geometry.ts';
import type { BoardId, GroupId, IdeaId } from '../model/ids.ts';
import { command, refuseUnlessOpen } from './command.ts';

export interface GroupInput extends Rect {
  readonly board: BoardId;
  /** The group that it stands in; its place is on the board all the same. */
  readonly parent?: GroupId | null;
  readonly name: string;
  readonly role?: 'area' | 'fresh';
  /** Ideas that go in; they stay where they lie on the board. */
  readonly ideas: readonly IdeaId[];
}

/** A named area. What goes in keeps its place on the board and becomes relative to the group, so that it moves as one. */
export const groupAdd = command<GroupInput, { group: GroupId }>({
  title: 'group',
  act: 'group',
  refuse: ({ ideas }, scene) => refuseUnlessOpen(ideas, scene),
  run({ board, parent = null, name, role, x, y, w, h, ideas }, scene, write) {
    const tree = deriveGroupTree(scene.snapshot.groups);
    const group = scene.newId();
    const { by, lamport, at } = scene.stamp;
    write.set('groups', fieldKey(group, 'born'), [by, lamport, at, role ?? 'area']);
    const outer = tree.originOf(parent);
    write.set('groups', fieldKey(group, 'at'), [board, parent, x - outer.x, y - outer.y, w, h]);
    write.set('groups', fieldKey(group, 'name'), name.slice(0, 500));
    write.set('groups', fieldKey(group, 'bin'), false);
    for (const id of ideas) {
      const place = scene.snapshot.ideas.get(id)?.place;
      if (place === undefined) continue;
      const origin = tree.originOf(place.group);
      write.placeIdea(id, { ...place, group, x: origin.x + place.x - x, y: origin.y + place.y - y });
    }
    return { group };
  },
});
