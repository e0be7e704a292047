/** Actions that only change what is shown of an open jam. */
import type { IdeaId } from '../../shared/model/ids.ts';
import { screenNow } from '../../shared/phases/course.ts';
import type { UiState } from '../stores/uiStore.ts';
import { viewFor } from './course/createSessionCourse.ts';
import type { JamSession } from './jamSession.ts';
import type { ActionTable } from './sessionActions.ts';

const show = (patch: Partial<UiState>) => ({ run: (session: JamSession) => session.set(patch) });

export const VIEW_ACTIONS: ActionTable = {
  'view.board': show({ view: 'board' }),
  'view.phase': {
    run: (session) => session.set({ view: viewFor(screenNow(session.course.course())), editing: null }),
    can: (session) => session.course.course().current !== null,
  },
  'view.list': show({ view: 'list', editing: null }),
  'view.decide': show({ view: 'decide', editing: null }),
  'view.panel': {
    run: (session) => session.set({ panel: session.ui.getState().panel === null ? 'idea' : null }),
  },
  'palette.open': show({ overlay: 'palette' }),
  'find.open': show({ overlay: 'find' }),
  'find.goTo': show({ overlay: 'find' }),
  'app.settings': show({ overlay: 'settings' }),
  'help.keys': show({ overlay: 'help' }),
  'jam.brief': show({ overlay: 'brief' }),
  'jam.bin': show({ overlay: 'bin' }),
  'room.invite': show({ overlay: 'share' }),
  'room.people': show({ overlay: 'people' }),
  'room.leave': {
    run: (session) => void session.room.leave(),
    can: (session) => session.room.store.getState().phase !== 'closed',
  },
  'decide.start': {
    run: (session) => session.set({ view: 'decide', deciding: theSelected(session), editing: null }),
    can: (session) => session.view().snapshot.ideas.size > 0,
  },
};

function theSelected(session: JamSession): IdeaId | null {
  const { selection, focus } = session.ui.getState();
  return [...selection.ideas][0] ?? focus;
}
