/** Writes what was planned for a board (tidied, moved out of the way) as one move. */

import type { TidyPlan } from '../../../shared/ideas/tidy.ts';
import type { JamSession } from '../../session/jamSession.ts';

export function applyPlans(session: JamSession, plans: readonly TidyPlan[]): void {
  const areas = plans.flatMap(({ groups }) => [...groups].map(([group, rect]) => ({ group, ...rect })));
  const moves = plans.flatMap(({ ideas }) =>
    [...ideas].map(([idea, { x, y, group, auto }]) => ({ idea, x, y, group, auto })),
  );
  if (moves.length + areas.length > 0) session.run('idea.move', { moves, areas });
}
