/** The notices of the open jam, or of the window when none is open. */
import type { JamSession } from '../session/jamSession.ts';
import { SessionProvider, useUi } from '../ui/session.tsx';
import { useApp, useAppState } from './appContext.ts';
import { Notices } from './notices/Notices.tsx';

export function AppNotices() {
  const app = useApp();
  const session = useAppState((state) => state.session);
  const notices = useAppState((state) => state.notices);
  if (session === null) return <Notices notices={notices} onDismiss={app.dismiss} place={() => null} />;
  return (
    <SessionProvider value={session}>
      <JamNotices session={session} />
    </SessionProvider>
  );
}

function JamNotices({ session }: { readonly session: JamSession }) {
  const notices = useUi((state) => state.notices);
  const dismiss = (id: number): void =>
    session.set({ notices: session.ui.getState().notices.filter((notice) => notice.id !== id) });
  return <Notices notices={notices} onDismiss={dismiss} place={(point) => placeOnStage(session, point)} />;
}

/** Where a page point is in the window, when the board shows it. */
function placeOnStage(session: JamSession, point: { x: number; y: number }): { x: number; y: number } | null {
  const { camera, viewport, view } = session.ui.getState();
  const stage = document.querySelector('.stage')?.getBoundingClientRect();
  if (view !== 'board' || stage === undefined) return null;
  const x = (point.x - camera.x) * camera.zoom;
  const y = (point.y - camera.y) * camera.zoom;
  if (x < 0 || y < 0 || x > viewport.w || y > viewport.h) return null;
  return {
    x: stage.left + Math.min(x, Math.max(0, stage.width - 320)),
    y: stage.top + Math.min(y, Math.max(0, stage.height - 90)),
  };
}
