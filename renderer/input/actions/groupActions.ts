import { gather } from '../../../shared/ideas/gather.ts';
import { GROUP_HEAD } from '../../../shared/ideas/groupAreas.ts';
import { type TidyPlan, tidyBoard, tidyGroup, tidyTree } from '../../../shared/ideas/tidy.ts';
import type { GroupId } from '../../../shared/model/ids.ts';
import { boardOf } from '../../canvas/board.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { applyPlans } from './applyPlans.ts';
import { selectedIdeas, someIdea } from './selected.ts';

export const GROUP_ACTIONS: ActionTable = {
  'group.make': { run: makeGroup, can: someIdea },
  'group.undo': {
    run(session) {
      session.run('group.bin', { groups: groupsMeant(session) });
      session.set({ selection: NOTHING_SELECTED });
    },
    can: (session) => groupsMeant(session).length > 0,
  },
  'board.tidy': { run: tidy, can: canTidy },
};

function makeGroup(session: JamSession): void {
  const { snapshot, lineage, layout, index } = session.view();
  const ideas = selectedIdeas(session);
  const { board } = session.ui.getState();
  const { parent, area, places } = gather(snapshot, lineage, { layout, sheets: index }, ideas);
  const added = session.jam.together(() => {
    const made = session.run('group.add', { board, parent, name: '', ...area, ideas });
    if (!made.ok) return null;
    const { group } = made.value;
    const moves = [...places].flatMap(([idea, { x, y }]) => {
      const place = session.view().snapshot.ideas.get(idea)?.place;
      return place === undefined ? [] : [{ idea, x: x - area.x, y: y - area.y, group, auto: place.auto }];
    });
    session.run('idea.move', { moves });
    return group;
  });
  if (added !== null) nameGroup(session, added);
}

/** Selects it, brings its head into view, and asks for its name. */
export function nameGroup(session: JamSession, group: GroupId): void {
  session.set({
    selection: { ...NOTHING_SELECTED, groups: new Set([group]) },
    focus: null,
    editingGroup: group,
  });
  const area = session.view().layout.groups.get(group);
  if (area !== undefined) boardOf(session)?.reveal({ ...area, h: GROUP_HEAD });
}

/** The selected groups, or those that the selected ideas lie in. */
function groupsMeant(session: JamSession): string[] {
  const { groups } = session.ui.getState().selection;
  if (groups.size > 0) return [...groups];
  const { snapshot } = session.view();
  const around = selectedIdeas(session).flatMap((id) => snapshot.ideas.get(id)?.place.group ?? []);
  return [...new Set(around)];
}

/** A line alone is nothing to tidy, and does not mean the board. */
function canTidy(session: JamSession): boolean {
  const { ideas, groups, connectors } = session.ui.getState().selection;
  const isLine = connectors.size > 0 && ideas.size + groups.size === 0;
  return !isLine && session.view().layout.sheets.size > 0;
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
