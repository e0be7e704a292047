import type { JamSession } from './jamSession.ts';
import type { ActionTable } from './sessionActions.ts';

export const UNDO_ACTIONS: ActionTable = {
  'edit.undo': { run: (session) => reverse(session, 'undo') },
  'edit.redo': { run: (session) => reverse(session, 'redo') },
};

function reverse(session: JamSession, direction: 'undo' | 'redo'): void {
  session.set({ editing: null, editingGroup: null, editingConnector: null, fresh: null });
  const result = session.jam[direction]();
  if (!result.ok) session.notify(result.sentence);
  else if (result.value.skipped !== null) session.notify(result.value.skipped, 'refusal');
  forgetTheGone(session);
}

/** What undo took off the board is not selected any more. */
function forgetTheGone({ ui, view, set }: JamSession): void {
  const { selection, focus } = ui.getState();
  const { layout } = view();
  const keep = <T>(ids: ReadonlySet<T>, there: ReadonlyMap<T, unknown>): ReadonlySet<T> => {
    const left = [...ids].filter((id) => there.has(id));
    return left.length === ids.size ? ids : new Set(left);
  };
  set({
    selection: {
      ideas: keep(selection.ideas, layout.sheets),
      groups: keep(selection.groups, layout.groups),
      connectors: keep(selection.connectors, layout.connectors),
    },
    focus: focus !== null && layout.sheets.has(focus) ? focus : null,
  });
}
