/** Actions that lay new sheets. */
import type { IdeaId } from '../../../shared/model/ids.ts';
import { boardOf } from '../../canvas/board.ts';
import { combine, riffOn, siblingOf, writeAt } from '../../ideas/makeIdea.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { selectedIdeas, theIdea } from './selected.ts';

export const CREATE_ACTIONS: ActionTable = {
  'idea.write': { run: write },
  'idea.riff': {
    run(session) {
      const parent = leaveText(session);
      if (parent !== null) riffOn(session, parent);
      // On nothing yet: the next idea that is pressed is the one.
      else session.act('tool.riff');
    },
    can: (session) => hasParent(session) || session.canAct('tool.riff'),
  },
  'idea.sibling': {
    run(session) {
      const idea = leaveText(session);
      // Left empty, the sheet is gone by now, and there is nothing to stand beside.
      if (idea !== null && siblingOf(session, idea) === null) write(session);
    },
    can: hasParent,
  },
  'idea.combine': {
    run: (session) => void combine(session, selectedIdeas(session)),
    can: (session) => selectedIdeas(session).length > 1,
  },
};

function write(session: JamSession): void {
  writeAt(session, boardOf(session)?.handPoint() ?? { x: 0, y: 0 }, true);
}

function hasParent(session: JamSession): boolean {
  return session.ui.getState().editing !== null || theIdea(session) !== null;
}

/** Closes the open sheet, so that its words are its own step of undo; answers what the action means. */
function leaveText(session: JamSession): IdeaId | null {
  const idea = session.ui.getState().editing ?? theIdea(session);
  session.set({ editing: null, fresh: null });
  return idea;
}
