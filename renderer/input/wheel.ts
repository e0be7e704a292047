/**
 * What a turn of the wheel means. Two fingers always pan; Ctrl/Cmd+wheel and a pinch (which comes as Ctrl+wheel) zoom at
 * the pointer. A mouse's notched wheel zooms in 'mouse' mode, as the boards do that have such a switch; in 'trackpad'
 * mode it pans, with Shift sideways.
 */
import { ZOOM } from '../canvas/camera.ts';

export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** Chromium's old measure: whole multiples of 120 for a notched wheel. */
  readonly wheelDeltaY?: number;
}

export type WheelIntent =
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number };

const LINE = 40;
const PAGE = 800;
/** A pinch turns many small deltas; a notch is one large one. */
const PINCH = 0.01;

export function wheelIntent(turn: WheelTurn, pointer: 'mouse' | 'trackpad'): WheelIntent {
  const unit = turn.deltaMode === 1 ? LINE : turn.deltaMode === 2 ? PAGE : 1;
  const dx = turn.deltaX * unit;
  const dy = turn.deltaY * unit;
  const notched = isNotched(turn);
  if (turn.ctrlKey || turn.metaKey || (pointer === 'mouse' && notched && !turn.shiftKey)) {
    const factor = notched ? ZOOM.step ** (-dy / 120) : Math.exp(-dy * PINCH);
    return { kind: 'zoom', factor: Math.min(2, Math.max(0.5, factor)) };
  }
  // Some systems turn Shift+wheel sideways themselves.
  if (turn.shiftKey && dx === 0) return { kind: 'pan', dx: -dy, dy: 0 };
  return { kind: 'pan', dx: -dx, dy: -dy };
}

/** A mouse's wheel: one axis, in lines or in whole notches. */
export function isNotched({ deltaX, deltaY, deltaMode, wheelDeltaY }: WheelTurn): boolean {
  if (deltaX !== 0 || deltaY === 0) return false;
  if (deltaMode !== 0) return true;
  const measure = wheelDeltaY ?? 0;
  return measure !== 0 && measure % 120 === 0 && Math.abs(deltaY) >= 50;
}
