import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import type { JamSession } from './jamSession.ts';
import { readDecisionUndone } from './readDecisionUndone.ts';
import type { ActionTable } from './sessionActions.ts';

export const UNDO_ACTIONS: ActionTable = {
  'edit.undo': { run: (session) => reverse(session, 'undo') },
  'edit.redo': { run: (session) => reverse(session, 'redo') },
};

function reverse(session: JamSession, direction: 'undo' | 'redo'): void {
  session.set({ editing: null, editingGroup: null, editingConnector: null, fresh: null });
  const before = session.jam.snapshot();
  const result = session.jam[direction]();
  if (!result.ok) session.notify(result.sentence);
  else if (result.value.skipped !== null) session.notify(result.value.skipped, 'refusal');
  forgetTheGone(session);
  sayDecision(session, before);
}

/** One sees what was taken back, and finds one's words in the form again. */
function sayDecision(session: JamSession, before: JamSnapshot): void {
  const { jam, ui, view } = session;
  const undone = readDecisionUndone(before, jam.snapshot(), view().labels);
  if (undone === null) return;
  const { view: shown, decisionDrafts } = ui.getState();
  const drafts = new Map(decisionDrafts);
  if (undone.isDecided || undone.before === null) drafts.delete(undone.idea);
  else drafts.set(undone.idea, undone.before);
  session.set({ decisionDrafts: drafts, ...(shown === 'decide' ? { deciding: undone.idea } : null) });
  session.notify(undone.sentence);
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
