import { fieldKey } from '../doc/schema.ts';
import type { Rect } from '../model/geometry.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import { command, refuseUnlessOpen } from './command.ts';

export interface Move {
  readonly idea: IdeaId;
  /** Relative to the group's origin when there is a group. */
  readonly x: number;
  readonly y: number;
  readonly group: GroupId | null;
  /** true: the app laid it beside its parent; it goes along when its root moves. */
  readonly auto: boolean;
}

/** A group's new area, relative to its parent group's origin; what is left out stays. */
export interface AreaMove extends Partial<Rect> {
  readonly group: GroupId;
}

/** Moves ideas and groups together, as one step. What lies in a group that moves goes along without being named. */
export const ideaMove = command<{ moves: readonly Move[]; areas?: readonly AreaMove[] }, null>({
  title: 'move',
  act: 'move',
  refuse: ({ moves }, scene) =>
    refuseUnlessOpen(
      moves.map((move) => move.idea),
      scene,
    ),
  run({ moves, areas = [] }, scene, write) {
    for (const { group, x, y, w, h } of areas) {
      const now = scene.snapshot.groups.get(group);
      if (now === undefined) continue;
      const next = [now.board, now.parent, x ?? now.x, y ?? now.y, w ?? now.w, h ?? now.h];
      write.set('groups', fieldKey(group, 'at'), next);
    }
    for (const { idea, x, y, group, auto } of moves) {
      const place = scene.snapshot.ideas.get(idea)?.place;
      if (place === undefined) continue;
      if (place.x === x && place.y === y && place.group === group) continue;
      write.placeIdea(idea, { board: place.board, group, x, y, auto });
    }
    return null;
  },
});
