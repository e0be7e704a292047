/** Actions of the phase screens. */
import type { ActionTable } from '../session/sessionActions.ts';

export const PHASE_ACTIONS: ActionTable = {
  'solo.cover': {
    run: ({ course }) => course.cover(!course.store.getState().covered),
    can: ({ course }) => course.course().kind.screen === 'solo',
  },
};
