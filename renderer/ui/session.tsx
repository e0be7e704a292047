/** The open jam, handed down to every view of it, and the hooks that read from it. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Act } from '../../shared/model/acts.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { refuseByPhase } from '../../shared/phases/rule.ts';
import type { JamSession, JamView } from '../session/jamSession.ts';
import type { CourseState } from '../stores/courseStore.ts';
import type { RoomState } from '../stores/roomStore.ts';
import type { UiState } from '../stores/uiStore.ts';

const SessionContext = createContext<JamSession | null>(null);

export const SessionProvider = SessionContext.Provider;

/** The open jam. Refuses, by throwing, to be used where none is open: that is a mistake in the program. */
export function useSession(): JamSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('No jam is open here.');
  return session;
}

/** What `select` takes from the jam. It must give the same object while nothing changed: take parts, make none. */
export function useView<T>(select: (view: JamView) => T): T {
  const session = useSession();
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => select(session.view()));
}

export function useSnapshot<T>(select: (snapshot: JamSnapshot) => T): T {
  return useView((view) => select(view.snapshot));
}

/** What `select` takes from the session's own state, under the same rule. */
export function useUi<T>(select: (state: UiState) => T): T {
  const { ui } = useSession();
  return useSyncExternalStore(ui.subscribe, () => select(ui.getState()));
}

/** What `select` takes from the room, under the same rule. */
export function useRoom<T>(select: (state: RoomState) => T): T {
  const { store } = useSession().room;
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** What `select` takes from the course, under the same rule. */
export function useCourse<T>(select: (state: CourseState) => T): T {
  const { store } = useSession().course;
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** Whether the phase lets one do such a thing now: what would be refused is not offered. */
export function useAllows(): (act: Act) => boolean {
  const kind = useCourse(({ course }) => course.kind);
  return useCallback((act) => refuseByPhase(act, { kind }) === null, [kind]);
}
