import type { ActionTable } from '../session/sessionActions.ts';
import { openWall } from './wallFeed.ts';

export const WALL_ACTIONS: ActionTable = {
  'wall.open': { run: (session) => openWall(session) },
};
