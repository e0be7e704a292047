/** Tells the room what one's own hand does on this board: where it points, what it has lifted. */
import { type Holding, NOTHING_HELD } from '../stores/uiStore.ts';
import type { Board } from './board.ts';
import { screenToPage } from './camera.ts';
import type { Lift } from './live/liveStore.ts';

/** Copies in the hand leave the sheets themselves where they are. */
function holdingOf(board: Board, lift: Lift | null): Holding {
  if (lift === null || lift.copy) return NOTHING_HELD;
  const hand = board.handPoint();
  return { ideas: lift.ideas, grip: { x: hand.x - lift.dx, y: hand.y - lift.dy } };
}

/** @returns the function that stops telling */
export function tellHand(board: Board, root: HTMLElement): () => void {
  const { session, live } = board;
  const { room, ui } = session;
  const onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const box = root.getBoundingClientRect();
    const screen = { x: event.clientX - box.left, y: event.clientY - box.top };
    room.pointAt(screenToPage(ui.getState().camera, screen));
  };
  const onGone = (): void => room.pointAt(null);
  /** Whoever moves the board goes their own way again. */
  const onOwnWay = (): void => {
    if (room.store.getState().following !== null) room.follow(null);
  };
  root.addEventListener('pointermove', onMove);
  root.addEventListener('pointerleave', onGone);
  root.addEventListener('pointerdown', onOwnWay);
  root.addEventListener('wheel', onOwnWay, { passive: true });
  const stop = live.subscribe(({ lift }, before) => {
    const isNew = lift?.ideas !== before.lift?.ideas || lift?.copy !== before.lift?.copy;
    if (isNew) session.set({ holding: holdingOf(board, lift) });
  });
  return () => {
    stop();
    root.removeEventListener('pointermove', onMove);
    root.removeEventListener('pointerleave', onGone);
    root.removeEventListener('pointerdown', onOwnWay);
    root.removeEventListener('wheel', onOwnWay);
    room.pointAt(null);
  };
}
