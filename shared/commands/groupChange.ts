import { fieldKey } from '../doc/schema.ts';
import type { Rect } from '../model/geometry.ts';
import type { GroupId } from '../model/ids.ts';
import { command } from './command.ts';

export interface GroupChange extends Partial<Rect> {
  readonly group: GroupId;
  readonly name?: string;
}

/** Renames, moves or resizes a group. A move is one write, however many ideas lie in it. */
export const groupChange = command<GroupChange, null>({
  title: 'change group',
  act: 'group',
  refuse({ group }, scene) {
    if (scene.snapshot.groups.has(group)) return null;
    return { code: 'no-such-group', sentence: 'That group is not in this jam.' };
  },
  run({ group, name, x, y, w, h }, scene, write) {
    const now = scene.snapshot.groups.get(group);
    if (now === undefined) return null;
    if (name !== undefined && name !== now.name)
      write.set('groups', fieldKey(group, 'name'), name.slice(0, 500));
    const next = [now.board, now.parent, x ?? now.x, y ?? now.y, w ?? now.w, h ?? now.h];
    if (x !== undefined || y !== undefined || w !== undefined || h !== undefined) {
      write.set('groups', fieldKey(group, 'at'), next);
    }
    return null;
  },
});
