/** Laying a new sheet and starting to write on it: from keys, tools, the action bar and the editor alike. */
import type { LaidBoard } from '../../shared/ideas/ground.ts';
import { placeForNewIdea, placeForRiff, placeForSibling } from '../../shared/ideas/placement.ts';
import type { Point } from '../../shared/model/geometry.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Bond, Place } from '../../shared/model/snapshot.ts';
import { boardOf } from '../canvas/board.ts';
import type { JamSession } from '../session/jamSession.ts';
import { NOTHING_SELECTED } from '../stores/uiStore.ts';

interface Parent {
  readonly idea: IdeaId;
  readonly bond: Bond;
}

/** Page units under a sheet for the bar of its bonds. */
const BAR_ROOM = 56;

export function laidOf(session: JamSession): LaidBoard {
  const { layout, index } = session.view();
  return { layout, sheets: index };
}

/** A fresh sheet on the free module nearest to a page point; `apart` from the rows of trees, when no place was pressed. */
export function writeAt(session: JamSession, at: Point, apart = false): IdeaId | null {
  const { board } = session.ui.getState();
  const { snapshot } = session.view();
  return lay(session, placeForNewIdea(snapshot, laidOf(session), board, at, 1, apart), [], at);
}

/** A riff beside its parent; its sheet opens for writing, its bond can be changed after. */
export function riffOn(session: JamSession, parent: IdeaId, bond: Bond = 'build'): IdeaId | null {
  const place = placeForRiff(session.view().snapshot, laidOf(session), parent);
  return place === null ? null : lay(session, place, [{ idea: parent, bond }]);
}

/** Next to an idea, on the same parent with the same bond; beside a root another root. */
export function siblingOf(session: JamSession, idea: IdeaId): IdeaId | null {
  const { lineage, snapshot } = session.view();
  const place = placeForSibling(snapshot, laidOf(session), idea);
  if (place === null) return null;
  const parent = lineage.parents(idea)[0];
  const key = lineage.parentRiffs(idea)[0];
  const bond = key === undefined ? 'build' : (snapshot.riffs.get(key)?.bond ?? 'build');
  return lay(
    session,
    place,
    parent === undefined ? [] : [{ idea: parent, bond: bond === 'combine' ? 'build' : bond }],
  );
}

/** One idea out of several, beside the rightmost of them, whose tree it joins. */
export function combine(session: JamSession, ideas: readonly IdeaId[]): IdeaId | null {
  const { sheets } = session.view().layout;
  const rightmost = [...ideas].sort((a, b) => (sheets.get(b)?.x ?? 0) - (sheets.get(a)?.x ?? 0))[0];
  if (rightmost === undefined) return null;
  const place = placeForRiff(session.view().snapshot, laidOf(session), rightmost);
  if (place === null) return null;
  const parents = [rightmost, ...ideas.filter((id) => id !== rightmost)];
  return lay(
    session,
    place,
    parents.map((idea) => ({ idea, bond: 'combine' })),
  );
}

function lay(session: JamSession, place: Place, parents: readonly Parent[], at?: Point): IdeaId | null {
  const kind = parents.length === 1 && parents[0]?.bond === 'question' ? 'question' : 'note';
  const result = session.run('idea.add', { place, parents, kind }, at);
  if (!result.ok) return null;
  const { idea } = result.value;
  const bond = parents.length === 1 ? parents[0]?.bond : undefined;
  session.set({ view: 'board', fresh: bond === undefined ? null : { idea, bond } });
  openForWriting(session, idea);
  const board = boardOf(session);
  if (board !== null && parents.length > 0 && board.theme.current.move > 0) {
    board.live.set({ laying: { idea, since: performance.now() } });
  }
  return idea;
}

/** The editor opens on it, and it comes into view. Tools are one-shot unless kept. */
export function openForWriting(session: JamSession, idea: IdeaId): void {
  const { tool, toolLocked, fresh } = session.ui.getState();
  session.set({
    editing: idea,
    focus: idea,
    hover: null,
    fresh: fresh?.idea === idea ? fresh : null,
    selection: { ...NOTHING_SELECTED, ideas: new Set([idea]) },
    editingGroup: null,
    editingConnector: null,
    tool: toolLocked ? tool : 'select',
  });
  const sheet = session.view().layout.sheets.get(idea);
  if (sheet !== undefined) boardOf(session)?.reveal({ ...sheet, h: sheet.h + BAR_ROOM });
}
