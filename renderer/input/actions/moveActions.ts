/** Moving by keys: the selected by modules or a little, and the focus from sheet to sheet. */
import { deriveGroupTree } from '../../../shared/ideas/groupTree.ts';
import { MODULE, type Point } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import { boardOf } from '../../canvas/board.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionHandler, ActionTable } from '../../session/sessionActions.ts';
import { loadOf } from '../drop.ts';
import { nudge } from '../nudge.ts';
import { selectedIdeas, selectIdeas, someIdea, theIdea } from './selected.ts';

const FINE = 8;

export const MOVE_ACTIONS: ActionTable = {
  'nudge.up': by(0, -MODULE.pitchY, true),
  'nudge.down': by(0, MODULE.pitchY, true),
  'nudge.left': by(-MODULE.pitchX, 0, true),
  'nudge.right': by(MODULE.pitchX, 0, true),
  'nudge.fineUp': by(0, -FINE, false),
  'nudge.fineDown': by(0, FINE, false),
  'nudge.fineLeft': by(-FINE, 0, false),
  'nudge.fineRight': by(FINE, 0, false),
  'focus.up': goTo({ x: 0, y: -1 }),
  'focus.down': goTo({ x: 0, y: 1 }),
  'focus.left': goTo({ x: -1, y: 0 }),
  'focus.right': goTo({ x: 1, y: 0 }),
};

function by(x: number, y: number, toFree: boolean): ActionHandler {
  return {
    run(session) {
      const { snapshot, lineage, layout, index } = session.view();
      const { groups } = session.ui.getState().selection;
      const tree = deriveGroupTree(snapshot.groups);
      const laid = { layout, sheets: index };
      // What lies in a group that moves goes along already.
      const asked = selectedIdeas(session).filter(
        (id) => !tree.chain(snapshot.ideas.get(id)?.place.group ?? null).some((group) => groups.has(group)),
      );
      const load = loadOf(snapshot, lineage, laid, asked);
      if (load.held.length + groups.size === 0) {
        sayLocked(session, asked);
        return;
      }
      const { moves, areas } = nudge(snapshot, laid, load, groups, { x, y }, toFree);
      const what = ['nudge', ...load.held, ...groups].join(' ');
      if (moves.length + areas.length > 0)
        session.jam.repeated(what, () => session.run('idea.move', { moves, areas }));
      revealFocus(session);
    },
    can: (session) => someIdea(session) || session.ui.getState().selection.groups.size > 0,
  };
}

/** Where the first of them lies: nothing else moved, so that is where one looks. */
function sayLocked(session: JamSession, asked: readonly IdeaId[]): void {
  const [first] = asked;
  const sheet = first === undefined ? undefined : session.view().layout.sheets.get(first);
  const sentence =
    asked.length === 1
      ? `${sheet?.label ?? 'This idea'} is locked. Unlock it first.`
      : 'They are locked. Unlock them first.';
  session.notify(
    sentence,
    'refusal',
    null,
    sheet === undefined ? null : { x: sheet.x, y: sheet.y + sheet.h },
  );
}

/** The nearest sheet in that direction: straight ahead counts for more than aside. */
export function neighbour(sheets: Iterable<Sheet>, from: Sheet, direction: Point): Sheet | null {
  let best: Sheet | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sheet of sheets) {
    if (sheet.id === from.id) continue;
    const dx = sheet.x + sheet.w / 2 - from.x - from.w / 2;
    const dy = sheet.y + sheet.h / 2 - from.y - from.h / 2;
    const ahead = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (ahead <= 4 || aside > ahead * 2 + 60) continue;
    const distance = ahead + 2.5 * aside;
    if (distance < least) {
      least = distance;
      best = sheet;
    }
  }
  return best;
}

function goTo(direction: Point): ActionHandler {
  return {
    run(session) {
      const { sheets } = session.view().layout;
      const idea = theIdea(session);
      const from = idea === null ? undefined : sheets.get(idea);
      const to = from === undefined ? firstOf(sheets.values()) : neighbour(sheets.values(), from, direction);
      if (to === null) return;
      selectIdeas(session, [to.id]);
      boardOf(session)?.reveal(to);
    },
    can: (session) => session.view().layout.sheets.size > 0,
  };
}

function firstOf(sheets: Iterable<Sheet>): Sheet | null {
  let first: Sheet | null = null;
  for (const sheet of sheets)
    if (first === null || sheet.y < first.y || (sheet.y === first.y && sheet.x < first.x)) first = sheet;
  return first;
}

function revealFocus(session: JamSession): void {
  const idea = theIdea(session);
  const sheet = idea === null ? undefined : session.view().layout.sheets.get(idea);
  if (sheet !== undefined) boardOf(session)?.reveal(sheet);
}
