/** Where the board is looked at from before anybody has moved it. */
import type { JamSession } from '../session/jamSession.ts';

/** A jam that is seen for the first time shows its panel, and all of its board once the board is there. */
export function showAtFirst(session: JamSession): void {
  session.set({ panel: 'idea' });
  const stop = session.ui.subscribe(({ viewport }) => {
    if (viewport.w === 0) return;
    stop();
    requestAnimationFrame(() => session.act('camera.fit'));
  });
}

/** Whoever was invited sees all of the board once it has come, unless they have begun to look around by then. */
export function showOnArrival(session: JamSession): void {
  const { camera } = session.ui.getState();
  const stop = session.room.store.subscribe(({ phase, equal }) => {
    if (phase === 'closed') stop();
    if (!equal || session.jam.snapshot().creator === null) return;
    stop();
    requestAnimationFrame(() => {
      if (session.ui.getState().camera === camera) session.act('camera.fit');
    });
  });
}
