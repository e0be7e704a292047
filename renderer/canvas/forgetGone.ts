/** What left the board (binned, undone, taken away by somebody else) is not selected, hovered or in focus any more. */
import type { JamSession } from '../session/jamSession.ts';
import type { UiState } from '../stores/uiStore.ts';

/** @returns the function that stops */
export function forgetGone(session: JamSession): () => void {
  return session.subscribe((view, before) => {
    if (view.layout === before.layout) return;
    const patch = patchFor(session.ui.getState(), view.layout);
    if (patch !== null) session.set(patch);
  });
}

interface There {
  readonly sheets: ReadonlyMap<string, unknown>;
  readonly groups: ReadonlyMap<string, unknown>;
  readonly connectors: ReadonlyMap<string, unknown>;
}

/** null: all of it is still there. */
export function patchFor(state: UiState, there: There): Partial<UiState> | null {
  const { selection } = state;
  const ideas = kept(selection.ideas, there.sheets);
  const groups = kept(selection.groups, there.groups);
  const connectors = kept(selection.connectors, there.connectors);
  const gone = (id: string | null): boolean => id !== null && !there.sheets.has(id);
  const same =
    ideas === selection.ideas && groups === selection.groups && connectors === selection.connectors;
  if (same && !gone(state.focus) && !gone(state.hover) && !gone(state.fresh?.idea ?? null)) return null;
  return {
    selection: same ? selection : { ideas, groups, connectors },
    focus: gone(state.focus) ? null : state.focus,
    hover: gone(state.hover) ? null : state.hover,
    fresh: gone(state.fresh?.idea ?? null) ? null : state.fresh,
  };
}

function kept<T>(ids: ReadonlySet<T>, there: ReadonlyMap<T, unknown>): ReadonlySet<T> {
  for (const id of ids) if (!there.has(id)) return new Set([...ids].filter((one) => there.has(one)));
  return ids;
}
