/** Looks once where somebody looks. */
import { boardOf } from '../canvas/board.ts';
import { viewOf } from '../canvas/followPerson.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { PersonHere } from '../stores/roomStore.ts';

/** Whoever is in the list, or only deciding, looks at no place on the board. */
export function seesBoard({ doing }: PersonHere): boolean {
  return doing?.sees != null;
}

export function goToPerson(session: JamSession, { doing }: PersonHere): void {
  if (doing?.sees == null) return;
  session.room.follow(null);
  session.set({ view: 'board' });
  const board = boardOf(session);
  const camera = viewOf(session, doing.sees);
  if (board === null) session.set({ camera });
  else board.lookAt(camera);
}
