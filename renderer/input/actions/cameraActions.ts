import { type Rect, unionRect } from '../../../shared/model/geometry.ts';
import { boardOf } from '../../canvas/board.ts';
import { zoomAt } from '../../canvas/camera.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { selectedSheets } from './selected.ts';

const STEP = 1.25;

export const CAMERA_ACTIONS: ActionTable = {
  'camera.fit': { run: (session) => fit(session, session.view().layout.bounds), can: hasBounds },
  'camera.selection': {
    run(session) {
      const [first, ...others] = selectedSheets(session);
      if (first !== undefined) fit(session, others.reduce<Rect>(unionRect, first));
    },
    can: (session) => selectedSheets(session).length > 0,
  },
  'camera.actual': { run: (session) => zoomTo(session, () => 1) },
  'camera.in': { run: (session) => zoomTo(session, (zoom) => zoom * STEP) },
  'camera.out': { run: (session) => zoomTo(session, (zoom) => zoom / STEP) },
};

function hasBounds(session: JamSession): boolean {
  return session.view().layout.bounds !== null;
}

function fit(session: JamSession, rect: Rect | null): void {
  if (rect !== null) boardOf(session)?.fit(rect);
}

/** Around the middle of the view. */
function zoomTo(session: JamSession, next: (zoom: number) => number): void {
  const { camera, viewport } = session.ui.getState();
  const middle = { x: viewport.w / 2, y: viewport.h / 2 };
  boardOf(session)?.lookAt(zoomAt(camera, middle, next(camera.zoom)));
}
