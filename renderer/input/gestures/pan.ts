/** The hand, the middle button and space: the paper goes with the hand. */
import type { Board } from '../../canvas/board.ts';
import { panBy } from '../../canvas/camera.ts';
import type { Gesture, Hand } from '../hand.ts';

export function pan(board: Board, start: Hand): Gesture {
  let last = start.screen;
  board.motion.stop();
  board.live.set({ cursor: 'grabbing' });
  const over = (): void => board.live.set({ cursor: null });
  return {
    move({ screen }) {
      const { camera } = board.session.ui.getState();
      board.session.set({ camera: panBy(camera, screen.x - last.x, screen.y - last.y) });
      last = screen;
    },
    end: over,
    cancel: over,
  };
}
