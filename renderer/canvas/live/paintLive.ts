/** Draws what is live over board and cards: selection, focus, hover, the hand's own marks. Tells whether it moves. */
import type { Camera } from '../../stores/uiStore.ts';
import type { Board } from '../board.ts';
import { deviceOffset } from '../camera.ts';
import type { Pen } from '../paint/pen.ts';

export interface LiveFrame {
  readonly camera: Camera;
  readonly ratio: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** ms */
  readonly now: number;
}

export function paintLive(board: Board, pen: Pen, frame: LiveFrame): boolean {
  const { ink } = pen;
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.clearRect(0, 0, frame.width, frame.height);
  const offset = deviceOffset(frame.camera, frame.ratio);
  const scale = frame.camera.zoom * frame.ratio;
  ink.setTransform(scale, 0, 0, scale, offset.x, offset.y);
  return board === null;
}
