/** Goes to an idea on the board: shows the board, selects it, and brings it into view at a size that can be read. */
import type { IdeaId } from '../../shared/model/ids.ts';
import { boardOf } from '../canvas/board.ts';
import type { JamSession } from '../session/jamSession.ts';

const READABLE = 0.6;

export function goToIdea(session: JamSession, id: IdeaId): void {
  const idea = session.jam.snapshot().ideas.get(id);
  if (idea === undefined || idea.bin) return;
  session.set({
    view: 'board',
    board: idea.place.board,
    selection: { ideas: new Set([id]), groups: new Set(), connectors: new Set() },
    focus: id,
  });
  const sheet = session.view().layout.sheets.get(id);
  const { camera, viewport } = session.ui.getState();
  if (sheet === undefined || viewport.w === 0) return;
  const left = (sheet.x - camera.x) * camera.zoom;
  const top = (sheet.y - camera.y) * camera.zoom;
  const right = left + sheet.w * camera.zoom;
  const bottom = top + sheet.h * camera.zoom;
  const inView = left >= 0 && top >= 0 && right <= viewport.w && bottom <= viewport.h;
  if (inView && camera.zoom >= READABLE) return;
  const board = boardOf(session);
  if (board !== null && camera.zoom >= READABLE) {
    board.reveal(sheet);
    return;
  }
  const zoom = camera.zoom >= READABLE ? camera.zoom : 1;
  const next = {
    x: sheet.x + sheet.w / 2 - viewport.w / zoom / 2,
    y: sheet.y + sheet.h / 2 - viewport.h / zoom / 2,
    zoom,
  };
  if (board === null) session.set({ camera: next });
  else board.lookAt(next);
}
