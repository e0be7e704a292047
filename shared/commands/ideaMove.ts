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

export const ideaMove = command<{ moves: readonly Move[] }, null>({
  title: 'move',
  act: 'move',
  refuse: ({ moves }, scene) => refuseUnlessOpen(moves.map((move) => move.idea), scene),
  run({ moves }, scene, write) {
    for (const { idea, x, y, group, auto } of moves) {
      const place = scene.snapshot.ideas.get(idea)?.place;
      if (place === undefined) continue;
      if (place.x === x && place.y === y && place.group === group) continue;
      write.placeIdea(idea, { board: place.board, group, x, y, auto });
    }
    return null;
  },
});
