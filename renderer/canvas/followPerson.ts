/** Keeps the board where the person looks whom one follows. */
import type { Presence } from '../../shared/presence/presence.ts';
import type { JamSession } from '../session/jamSession.ts';
import type { RoomState } from '../stores/roomStore.ts';
import type { Camera } from '../stores/uiStore.ts';
import type { Board } from './board.ts';
import { fitRect } from './camera.ts';

/** @returns the function that stops following */
export function followPerson(board: Board): () => void {
  const { room } = board.session;
  let shown: Presence['sees'] = null;
  const look = ({ following, people }: RoomState): void => {
    const person = following === null ? undefined : people.find(({ member }) => member === following);
    const sees = person?.doing?.sees ?? null;
    if (sees === null || equalViews(sees, shown)) return;
    shown = sees;
    board.lookAt(viewOf(board.session, sees));
  };
  const stop = room.store.subscribe((now, before) => {
    if (now.following !== before.following) shown = null;
    if (now.following !== before.following || now.people !== before.people) look(now);
  });
  look(room.store.getState());
  return stop;
}

/** The camera that shows all that somebody else sees, as near as this window allows. */
export function viewOf({ ui }: JamSession, sees: NonNullable<Presence['sees']>): Camera {
  return fitRect(sees, ui.getState().viewport, 0, Number.POSITIVE_INFINITY);
}

function equalViews(a: NonNullable<Presence['sees']>, b: Presence['sees']): boolean {
  return b !== null && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
