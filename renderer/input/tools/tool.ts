/** What a tool is: one file each, and one line in the registry. Knows no React and no DOM events. */
import type { Board } from '../../canvas/board.ts';
import type { ToolId } from '../../stores/uiStore.ts';
import type { Gesture, Hand } from '../hand.ts';
import type { Hit } from '../hit.ts';

export interface Tool {
  readonly id: ToolId;
  /** CSS cursor over what lies under it. */
  cursor(hit: Hit): string;
  /** The main button went down. null: nothing follows. */
  press(board: Board, hand: Hand, hit: Hit): Gesture | null;
  /** Pressed twice without moving. */
  pressTwice?(board: Board, hand: Hand, hit: Hit): void;
  /** The hand moves over the board without a button down; `null`: it left. */
  hover?(board: Board, hand: Hand | null, hit: Hit): void;
}

/** Tools are for one stroke unless they are kept (Q). */
export function putDown({ session }: Board): void {
  if (!session.ui.getState().toolLocked) session.set({ tool: 'select' });
}
