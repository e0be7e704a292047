/** Acts that may make sheets longer: what they would cover then makes room, as part of the same step of undo. */
import { makeRoom } from '../../shared/ideas/makeRoom.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { applyPlans } from '../input/actions/applyPlans.ts';
import type { JamSession } from '../session/jamSession.ts';

/** Page units, by idea. */
export type Heights = ReadonlyMap<IdeaId, number>;

export function heightsOf(session: JamSession, ideas: Iterable<IdeaId>): Heights {
  const { sheets } = session.view().layout;
  return new Map([...ideas].flatMap((id) => (sheets.has(id) ? [[id, sheets.get(id)?.h ?? 0]] : [])));
}

/** @param before taken before the hand began */
export function growing(session: JamSession, before: Heights, act: () => void): void {
  session.jam.together(() => {
    act();
    for (const [idea, height] of before) {
      // Each looks anew: the one before may have moved it.
      const { snapshot, layout, index } = session.view();
      applyPlans(session, [makeRoom(snapshot, { layout, sheets: index }, idea, height)]);
    }
  });
}
