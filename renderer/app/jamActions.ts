/** What the actions of an open jam do, gathered from the rooms that know how. */
import { PICTURE_ACTIONS } from '../canvas/exportPicture.ts';
import { BOARD_ACTIONS } from '../input/actions/boardActions.ts';
import { requestRename } from '../jam/renameRequest.ts';
import { COURSE_ACTIONS } from '../phases/courseActions.ts';
import { PHASE_ACTIONS } from '../phases/phaseActions.ts';
import { EXPORT_ACTIONS } from '../session/exportJam.ts';
import { SAVE_ACTIONS } from '../session/saveJam.ts';
import type { ActionTable } from '../session/sessionActions.ts';
import { UNDO_ACTIONS } from '../session/undoActions.ts';
import { VIEW_ACTIONS } from '../session/viewActions.ts';
import { WALL_ACTIONS } from '../wall/wallActions.ts';

const MASTHEAD_ACTIONS: ActionTable = {
  'jam.rename': { run: requestRename },
};

export const JAM_ACTIONS: ActionTable = {
  ...VIEW_ACTIONS,
  ...BOARD_ACTIONS,
  ...UNDO_ACTIONS,
  ...SAVE_ACTIONS,
  ...EXPORT_ACTIONS,
  ...PICTURE_ACTIONS,
  ...COURSE_ACTIONS,
  ...MASTHEAD_ACTIONS,
  ...WALL_ACTIONS,
  ...PHASE_ACTIONS,
};
