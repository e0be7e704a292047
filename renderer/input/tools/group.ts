import { MODULE } from '../../../shared/model/geometry.ts';
import { drawArea, makeArea, onModules } from '../gestures/drawArea.ts';
import { clickOrDrag } from '../hand.ts';
import type { Tool } from './tool.ts';

/** Draw an area; a mere click makes one of three modules by three. */
export const groupTool: Tool = {
  id: 'group',
  cursor: () => 'crosshair',
  press: (board, hand) =>
    clickOrDrag(
      hand,
      () => makeArea(board, onModules({ ...hand.page, w: 2.5 * MODULE.pitchX, h: 2.5 * MODULE.pitchY })),
      (start) => drawArea(board, start),
    ),
};
