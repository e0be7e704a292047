import type { IdeaId } from '../../../shared/model/ids.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED, type ToolId, type UiState } from '../../stores/uiStore.ts';
import { selectedIdeas, selectIdeas, someIdea } from './selected.ts';

/** A tool in the hand lets go of the text. */
const tool = (id: ToolId) => ({ run: (session: JamSession) => session.set({ tool: id, editing: null }) });

export const SELECT_ACTIONS: ActionTable = {
  'tool.select': { run: (session) => session.set({ tool: 'select', toolLocked: false }) },
  'tool.hand': tool('hand'),
  'tool.write': tool('write'),
  'tool.riff': { ...tool('riff'), can: (session) => session.view().layout.sheets.size > 0 },
  'tool.combine': { ...tool('combine'), can: someIdea },
  'tool.connect': tool('connect'),
  'tool.group': tool('group'),
  'tool.lock': { run: (session) => session.set({ toolLocked: !session.ui.getState().toolLocked }) },
  'edit.selectAll': {
    run(session) {
      const { sheets, groups, connectors } = session.view().layout;
      session.set({
        selection: {
          ideas: new Set(sheets.keys()),
          groups: new Set(groups.keys()),
          connectors: new Set(connectors.keys()),
        },
      });
    },
    can: (session) => session.view().layout.sheets.size > 0,
  },
  'edit.selectTree': {
    run: (session) => selectIdeas(session, wholeTrees(session, selectedIdeas(session))),
    can: someIdea,
  },
  'board.escape': { run: letGo },
};

/** Every live sheet of the trees that these ideas stand in, the asked ones last so that the focus stays. */
export function wholeTrees(session: JamSession, ideas: readonly IdeaId[]): IdeaId[] {
  const { lineage, layout } = session.view();
  const trees = new Set(ideas.map((id) => lineage.rootOf(id)));
  const all = [...layout.sheets.keys()].filter((id) => trees.has(lineage.rootOf(id)));
  return [...all.filter((id) => !ideas.includes(id)), ...ideas];
}

/** One thing at a time, the nearest first: text, somebody's eye, tool, what is selected, the focus, the panel. */
function letGo(session: JamSession): void {
  const state = session.ui.getState();
  const { room } = session;
  if (isWriting(state))
    session.set({ editing: null, editingGroup: null, editingConnector: null, fresh: null });
  else if (room.store.getState().following !== null) room.follow(null);
  else session.set(nextLetGo(state));
}

function isWriting({ editing, editingGroup, editingConnector }: UiState): boolean {
  return editing !== null || editingGroup !== null || editingConnector !== null;
}

function nextLetGo(state: UiState): Partial<UiState> {
  if (state.tool !== 'select') return { tool: 'select', toolLocked: false };
  const { ideas, groups, connectors } = state.selection;
  if (ideas.size + groups.size + connectors.size > 0) return { selection: NOTHING_SELECTED };
  if (state.focus !== null) return { focus: null };
  return { panel: null };
}
