/** All actions whose scope is the board. A test holds that each one of the registry has its handler. */
import type { ActionTable } from '../../session/sessionActions.ts';
import { CAMERA_ACTIONS } from './cameraActions.ts';
import { CLIPBOARD_ACTIONS } from './clipboardActions.ts';
import { CREATE_ACTIONS } from './createActions.ts';
import { GROUP_ACTIONS } from './groupActions.ts';
import { IDEA_ACTIONS } from './ideaActions.ts';
import { LINE_ACTIONS } from './lineActions.ts';
import { MOVE_ACTIONS } from './moveActions.ts';
import { SELECT_ACTIONS } from './selectActions.ts';

export const BOARD_ACTIONS: ActionTable = {
  ...CREATE_ACTIONS,
  ...IDEA_ACTIONS,
  ...GROUP_ACTIONS,
  ...LINE_ACTIONS,
  ...MOVE_ACTIONS,
  ...SELECT_ACTIONS,
  ...CAMERA_ACTIONS,
  ...CLIPBOARD_ACTIONS,
};
