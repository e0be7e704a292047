import { deriveGroupTree, positionOf } from '../../../shared/ideas/groupTree.ts';
import { placeForNewIdea } from '../../../shared/ideas/placement.ts';
import { laidOf, writeAt } from '../../ideas/makeIdea.ts';
import { clickOrDrag } from '../hand.ts';
import { putDown, type Tool } from './tool.ts';

/** A click lays a sheet on the nearest free module, open for writing; the module shows under the hand. */
export const writeTool: Tool = {
  id: 'write',
  cursor: () => 'crosshair',
  press(board, hand) {
    const write = (): void => {
      board.live.set({ ghost: null });
      putDown(board);
      writeAt(board.session, hand.page);
    };
    return clickOrDrag(hand, write, () => ({ move: () => undefined, end: write, cancel: () => undefined }));
  },
  hover({ session, live }, hand) {
    if (hand === null) return live.set({ ghost: null });
    const { snapshot } = session.view();
    const place = placeForNewIdea(snapshot, laidOf(session), session.ui.getState().board, hand.page);
    const at = positionOf(place, deriveGroupTree(snapshot.groups));
    const { ghost } = live.get();
    if (ghost?.x !== at.x || ghost.y !== at.y) live.set({ ghost: at });
  },
};
