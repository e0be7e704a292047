/** Actions that lay new sheets: each finds the next free module first, then runs one command. */
import { placeForNewIdea, placeForRiff, placeForSibling } from '../../../shared/ideas/placement.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Bond, Place } from '../../../shared/model/snapshot.ts';
import { boardOf } from '../../canvas/board.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { selectedIdeas, theIdea } from './selected.ts';

export const CREATE_ACTIONS: ActionTable = {
  'idea.write': {
    run: (session) => void writeIdea(session, boardOf(session)?.handPoint() ?? { x: 0, y: 0 }),
  },
  'idea.riff': { run: (session) => riffOnSelected(session), can: (session) => riffParent(session) !== null },
  'idea.sibling': { run: writeSibling, can: (session) => riffParent(session) !== null },
  'idea.combine': { run: combineSelected, can: (session) => selectedIdeas(session).length > 1 },
};

/** A sheet at the free module nearest to a page point, open for writing. */
export function writeIdea(session: JamSession, hand: { x: number; y: number }): IdeaId | null {
  const view = session.view();
  const { board } = session.ui.getState();
  const laid = { layout: view.layout, sheets: view.index };
  return add(session, placeForNewIdea(view.snapshot, laid, board, hand), []);
}

/** A child beside its parent, its bond drawn already; the bar under it names the bond when the thought is out. */
export function riffOn(session: JamSession, parent: IdeaId, bond: Bond = 'build'): IdeaId | null {
  const view = session.view();
  const place = placeForRiff(view.snapshot, { layout: view.layout, sheets: view.index }, parent);
  if (place === null) return null;
  const child = add(session, place, [{ idea: parent, bond }], bond === 'question' ? 'question' : 'note');
  if (child === null) return null;
  session.set({ fresh: { idea: child, bond } });
  const board = boardOf(session);
  if (board !== null && board.theme.current.move > 0) {
    // Its cable is pulled out of the parent, then the sheet is laid down.
    board.live.set({ laying: { idea: child, since: performance.now() } });
  }
  return child;
}

function riffOnSelected(session: JamSession): void {
  const parent = riffParent(session);
  if (parent === null) return;
  // The open sheet closes first, so that its words are its own step of undo.
  session.set({ editing: null, fresh: null });
  riffOn(session, parent);
}

/** While typing it is the sheet under the editor. */
function riffParent(session: JamSession): IdeaId | null {
  return session.ui.getState().editing ?? theIdea(session);
}

/** The next one under the same parent; beside a root, another root. */
function writeSibling(session: JamSession): void {
  const idea = riffParent(session);
  if (idea === null) return;
  session.set({ editing: null });
  const view = session.view();
  // Left empty, the sheet is gone by now, and its own module is the next free one.
  const place = placeForSibling(view.snapshot, { layout: view.layout, sheets: view.index }, idea);
  if (place === null) return void writeIdea(session, boardOf(session)?.handPoint() ?? { x: 0, y: 0 });
  const [riff] = view.lineage.parentRiffs(idea);
  const [parent] = view.lineage.parents(idea);
  const bond = riff === undefined ? 'build' : (view.snapshot.riffs.get(riff)?.bond ?? 'build');
  add(session, place, parent === undefined ? [] : [{ idea: parent, bond }]);
}

function combineSelected(session: JamSession): void {
  const ideas = selectedIdeas(session);
  const view = session.view();
  const rightmost = [...ideas].sort(
    (a, b) => (view.layout.sheets.get(b)?.x ?? 0) - (view.layout.sheets.get(a)?.x ?? 0),
  )[0];
  if (rightmost === undefined) return;
  const place = placeForRiff(view.snapshot, { layout: view.layout, sheets: view.index }, rightmost);
  if (place === null) return;
  const parents = [rightmost, ...ideas.filter((id) => id !== rightmost)].map((idea) => ({
    idea,
    bond: 'combine' as const,
  }));
  add(session, place, parents);
}

function add(
  session: JamSession,
  place: Place,
  parents: readonly { idea: IdeaId; bond: Bond }[],
  kind = 'note',
): IdeaId | null {
  const added = session.run('idea.add', { place, parents, kind }, place);
  if (!added.ok) return null;
  const { idea } = added.value;
  session.set({
    selection: { ...NOTHING_SELECTED, ideas: new Set([idea]) },
    focus: idea,
    editing: idea,
    fresh: null,
    view: 'board',
  });
  const sheet = session.view().layout.sheets.get(idea);
  if (sheet !== undefined) boardOf(session)?.reveal(sheet);
  return idea;
}
