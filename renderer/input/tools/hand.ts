import { pan } from '../gestures/pan.ts';
import type { Tool } from './tool.ts';

/** Moves the paper, touches nothing on it. */
export const handTool: Tool = {
  id: 'hand',
  cursor: () => 'grab',
  press: (board, hand) => pan(board, hand),
};
