/** Actions that change the selected ideas where they lie. */
import { IDEA_KINDS } from '../../../shared/ideas/kinds.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { BONDS, type Bond } from '../../../shared/model/snapshot.ts';
import { growing, heightsOf } from '../../ideas/growing.ts';
import type { JamSession } from '../../session/jamSession.ts';
import { offerUndo } from '../../session/offerUndo.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED, type UiState } from '../../stores/uiStore.ts';
import { selectedIdeas, someIdea, theIdea } from './selected.ts';

const KIND_ACTIONS: ActionTable = Object.fromEntries(
  IDEA_KINDS.map(({ id }) => [
    `kind.${id}`,
    {
      run: (session: JamSession) => setKind(session, selectedIdeas(session), id),
      can: someIdea,
    },
  ]),
);

const BOND_ACTIONS: ActionTable = Object.fromEntries(
  BONDS.map((bond) => [
    `bond.${bond}`,
    {
      run: (session: JamSession) => setBond(session, bond),
      can: (session: JamSession) => bondedIdeas(session).length > 0,
    },
  ]),
);

export const IDEA_ACTIONS: ActionTable = {
  ...KIND_ACTIONS,
  ...BOND_ACTIONS,
  'idea.edit': {
    run: editWords,
    can: (session) =>
      session.ui.getState().editing === null && (theIdea(session) !== null || theNamed(session) !== null),
  },
  'idea.detail': {
    run: (session) => session.set({ panel: 'idea' }),
    can: someIdea,
  },
  'idea.comment': {
    run: (session) => session.set({ panel: 'comments' }),
    can: someIdea,
  },
  'idea.lock': {
    run(session) {
      const ideas = selectedIdeas(session);
      const allLocked = ideas.every((id) => session.view().snapshot.ideas.get(id)?.lock === true);
      session.run('idea.lock', { ideas, lock: !allLocked });
    },
    can: someIdea,
  },
  'edit.bin': {
    run: putInBin,
    can(session) {
      const { groups, connectors } = session.ui.getState().selection;
      return someIdea(session) || groups.size + connectors.size > 0;
    },
  },
};

/** The text of the idea; of a group or a line alone, its name or words. */
function editWords(session: JamSession): void {
  const named = theNamed(session);
  const idea = theIdea(session);
  if (named !== null) session.set(named);
  else if (idea !== null) session.set({ editing: idea, focus: idea });
}

/** The field that names what is selected, when that is one group or one line and nothing else. */
function theNamed(session: JamSession): Partial<UiState> | null {
  const { ideas, groups, connectors } = session.ui.getState().selection;
  if (ideas.size > 0 || groups.size + connectors.size !== 1) return null;
  const [group] = groups;
  const [connector] = connectors;
  return group !== undefined ? { editingGroup: group } : { editingConnector: connector ?? null };
}

/** Another cut may leave less room for the text. */
export function setKind(session: JamSession, ideas: readonly IdeaId[], kind: string): void {
  growing(session, heightsOf(session, ideas), () => void session.run('idea.kind', { ideas, kind }));
}

/** The sheet being written, or the selected ones, as far as they are riffs. */
function bondedIdeas(session: JamSession): string[] {
  const { editing } = session.ui.getState();
  const { lineage } = session.view();
  return (editing === null ? selectedIdeas(session) : [editing]).filter(
    (id) => lineage.parentRiffs(id).length > 0,
  );
}

function setBond(session: JamSession, bond: Bond): void {
  const { lineage } = session.view();
  session.jam.together(() => {
    for (const id of bondedIdeas(session)) {
      const [key] = lineage.parentRiffs(id);
      if (key !== undefined) session.run('riff.bond', { key, bond });
    }
  });
  const { fresh } = session.ui.getState();
  if (fresh !== null) session.set({ fresh: { ...fresh, bond } });
}

function putInBin(session: JamSession): void {
  const { selection } = session.ui.getState();
  const lines = [...selection.connectors];
  const groups = [...selection.groups];
  const ideas = selectedIdeas(session);
  const done = session.jam.together(() => {
    // First what may be refused: then nothing of it is done.
    if (ideas.length > 0 && !session.run('idea.bin', { ideas, bin: true }).ok) return false;
    if (lines.length > 0) session.run('connector.bin', { connectors: lines, bin: true });
    if (groups.length > 0) session.run('group.bin', { groups });
    return true;
  });
  if (!done) return;
  if (ideas.length > 0) {
    const what =
      ideas.length === 1
        ? (session.view().labels.get(ideas[0] ?? '') ?? 'One idea')
        : `${ideas.length} ideas`;
    offerUndo(session, `${what} in the bin.`);
  }
  session.set({ selection: NOTHING_SELECTED, focus: null });
}
