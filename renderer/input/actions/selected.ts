/** What actions of the board act on. */

import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import type { JamSession } from '../../session/jamSession.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';

/** The selected ideas that lie on the board; where nothing at all is selected the one that has the focus. */
export function selectedIdeas(session: JamSession): IdeaId[] {
  const { selection, focus } = session.ui.getState();
  const { ideas, groups, connectors } = selection;
  const isNothing = ideas.size + groups.size + connectors.size === 0;
  const ids = isNothing && focus !== null ? [focus] : [...ideas];
  return ids.filter((id) => session.view().layout.sheets.has(id));
}

export function selectedSheets(session: JamSession): Sheet[] {
  const { sheets } = session.view().layout;
  return selectedIdeas(session).flatMap((id) => sheets.get(id) ?? []);
}

export function someIdea(session: JamSession): boolean {
  return selectedIdeas(session).length > 0;
}

/** The one idea that a single-idea action means: where the focus is, or the only one selected. */
export function theIdea(session: JamSession): IdeaId | null {
  const ids = selectedIdeas(session);
  const { focus } = session.ui.getState();
  return focus !== null && ids.includes(focus) ? focus : (ids[0] ?? null);
}

export function selectIdeas(session: JamSession, ideas: readonly IdeaId[]): void {
  session.set({ selection: { ...NOTHING_SELECTED, ideas: new Set(ideas) }, focus: ideas.at(-1) ?? null });
}
