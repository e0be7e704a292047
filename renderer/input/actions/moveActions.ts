/** Moving by keys: the selected by modules or a little, and the focus from sheet to sheet. */
import type { AreaMove, Move } from '../../../shared/commands/ideaMove.ts';
import { MODULE, type Point } from '../../../shared/model/geometry.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import { boardOf } from '../../canvas/board.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionHandler, ActionTable } from '../../session/sessionActions.ts';
import { selectedIdeas, selectIdeas, someIdea, theIdea } from './selected.ts';

const FINE = 8;

export const MOVE_ACTIONS: ActionTable = {
  'nudge.up': nudge(0, -MODULE.pitchY),
  'nudge.down': nudge(0, MODULE.pitchY),
  'nudge.left': nudge(-MODULE.pitchX, 0),
  'nudge.right': nudge(MODULE.pitchX, 0),
  'nudge.fineUp': nudge(0, -FINE),
  'nudge.fineDown': nudge(0, FINE),
  'nudge.fineLeft': nudge(-FINE, 0),
  'nudge.fineRight': nudge(FINE, 0),
  'focus.up': goTo({ x: 0, y: -1 }),
  'focus.down': goTo({ x: 0, y: 1 }),
  'focus.left': goTo({ x: -1, y: 0 }),
  'focus.right': goTo({ x: 1, y: 0 }),
};

function nudge(dx: number, dy: number): ActionHandler {
  return {
    run(session) {
      const { groups } = session.ui.getState().selection;
      const ideas = selectedIdeas(session);
      const { snapshot } = session.view();
      const areas = [...groups].flatMap((id): AreaMove[] => {
        const group = snapshot.groups.get(id);
        return group === undefined ? [] : [{ group: id, x: group.x + dx, y: group.y + dy }];
      });
      const moves = ideas.flatMap((idea): Move[] => {
        const place = snapshot.ideas.get(idea)?.place;
        // What lies in a group that moves goes along already.
        if (place === undefined || (place.group !== null && groups.has(place.group))) return [];
        return [{ idea, x: place.x + dx, y: place.y + dy, group: place.group, auto: false }];
      });
      if (moves.length + areas.length > 0) session.run('idea.move', { moves, areas });
      revealFocus(session);
    },
    can: (session) => someIdea(session) || session.ui.getState().selection.groups.size > 0,
  };
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
