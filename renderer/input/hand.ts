/** The hand on the board, as tools see it: no DOM events, so that they can be tested with plain values. */
import type { Point } from '../../shared/model/geometry.ts';

export interface Hand {
  /** CSS pixels from the board's top left. */
  readonly screen: Point;
  readonly page: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, on a Mac Cmd. */
  readonly mod: boolean;
}

/** What goes on between pressing and letting go. */
export interface Gesture {
  move(hand: Hand): void;
  end(hand: Hand): void;
  /** Whether the paper moves on where the hand comes to the edge; not asked of what moves the paper itself. */
  scrolls?(): boolean;
  /** Esc, a lost pointer, a second finger: as if nothing had been done. */
  cancel(): void;
}

/** A hand that moved less than this (CSS pixels) has clicked. */
export const SLOP = 4;

/** A press that is a click until the hand moves; then it becomes what `drag` gives. */
export function clickOrDrag(
  start: Hand,
  click: (hand: Hand) => void,
  drag: (hand: Hand) => Gesture | null,
): Gesture {
  let dragged: Gesture | null = null;
  let isDrag = false;
  return {
    move(hand) {
      if (!isDrag && Math.hypot(hand.screen.x - start.screen.x, hand.screen.y - start.screen.y) >= SLOP) {
        isDrag = true;
        dragged = drag(start);
      }
      dragged?.move(hand);
    },
    end(hand) {
      if (isDrag) dragged?.end(hand);
      else click(hand);
    },
    scrolls: () => dragged?.scrolls?.() ?? false,
    cancel: () => dragged?.cancel(),
  };
}
