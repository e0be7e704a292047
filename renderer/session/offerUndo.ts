import type { Notice } from '../stores/uiStore.ts';
import type { JamSession } from './jamSession.ts';

/**
 * Says what was just done and offers to take it back. Undo takes the last step, whichever that is: so the offer goes as soon
 * as something else was done, and does nothing in between.
 */
export function offerUndo(session: JamSession, text: string, title = 'Undo'): void {
  const { jam, ui } = session;
  const mark = jam.undoMark();
  const stands = (): boolean => mark !== null && jam.undoMark() === mark;
  const action: Notice['action'] = {
    title,
    run: () => {
      if (stands()) session.act('edit.undo');
    },
  };
  session.notify(text, 'info', action);
  const stop = jam.subscribe(() => {
    // A step is put on its pile after the transaction that made it.
    queueMicrotask(() => {
      if (stands()) return;
      stop();
      session.set({ notices: ui.getState().notices.filter((notice) => notice.action !== action) });
    });
  });
}
