import { areaAround } from '../../../shared/ideas/groupAreas.ts';
import { type TidyPlan, tidyBoard, tidyGroup, tidyTree } from '../../../shared/ideas/tidy.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { applyPlans } from './applyPlans.ts';
import { selectedIdeas, selectedSheets, someIdea } from './selected.ts';

export const GROUP_ACTIONS: ActionTable = {
  'group.make': { run: makeGroup, can: someIdea },
  'group.undo': {
    run(session) {
      session.run('group.bin', { groups: groupsMeant(session) });
      session.set({ selection: NOTHING_SELECTED });
    },
    can: (session) => groupsMeant(session).length > 0,
  },
  'board.tidy': { run: tidy, can: (session) => session.view().layout.sheets.size > 0 },
};

function makeGroup(session: JamSession): void {
  const sheets = selectedSheets(session);
  const { board } = session.ui.getState();
  const area = areaAround(sheets);
  const ideas = sheets.map(({ id }) => id);
  const added = session.run('group.add', { board, name: '', ...area, ideas });
  if (!added.ok) return;
  const { group } = added.value;
  session.set({ selection: { ...NOTHING_SELECTED, groups: new Set([group]) }, editingGroup: group });
}

/** The selected groups, or those that the selected ideas lie in. */
function groupsMeant(session: JamSession): string[] {
  const { groups } = session.ui.getState().selection;
  if (groups.size > 0) return [...groups];
  const { snapshot } = session.view();
  const around = selectedIdeas(session).flatMap((id) => snapshot.ideas.get(id)?.place.group ?? []);
  return [...new Set(around)];
}

/** The selected trees and groups, or, with nothing selected, the whole board. One step; nobody's hand is on it. */
function tidy(session: JamSession): void {
  const { snapshot, lineage, layout, index } = session.view();
  const laid = { layout, sheets: index };
  const ideas = selectedIdeas(session);
  const { groups } = session.ui.getState().selection;
  const roots = [...new Set(ideas.map((id) => lineage.rootOf(id)))];
  const plans: TidyPlan[] =
    groups.size > 0
      ? [...groups].map((group) => tidyGroup(snapshot, lineage, laid, group))
      : roots.length > 0
        ? roots.map((root) => tidyTree(snapshot, lineage, laid, root))
        : [tidyBoard(snapshot, lineage, laid)];
  applyPlans(session, plans);
}
