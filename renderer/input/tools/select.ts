/** Click selects, Shift adds, a drag moves what was pressed or draws a marquee; twice writes. */

import type { Board } from '../../canvas/board.ts';
import { writeAt } from '../../ideas/makeIdea.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { marquee } from '../gestures/marquee.ts';
import { moveGroup } from '../gestures/moveGroup.ts';
import { moveSheets } from '../gestures/moveSheets.ts';
import { pullEnd } from '../gestures/pullEnd.ts';
import { clickOrDrag, type Gesture, type Hand } from '../hand.ts';
import type { Hit } from '../hit.ts';
import { isSelected, selectHit, toggleHit } from '../selecting.ts';
import type { Tool } from './tool.ts';

export const selectTool: Tool = {
  id: 'select',
  cursor: (hit) =>
    hit.type === 'connector' || hit.type === 'cable' || hit.type === 'heading' ? 'pointer' : 'default',

  press(board, hand, hit) {
    const { session } = board;
    const end = pullEnd(board, hand);
    if (end !== null) return end;
    if (hit.type === 'paper' || hit.type === 'area') return pressPaper(board, hand);
    if (hit.type === 'cable')
      return clickOrDrag(
        hand,
        () => pickCable(board, hit.id),
        () => marquee(board, hand),
      );
    const { selection } = session.ui.getState();
    const already = isSelected(selection, hit);
    // Pressing selects at once, so that a drag takes what is pressed; a selected one waits for what comes.
    if (!already) session.set({ selection: hand.shift ? toggleHit(selection, hit) : selectHit(hit) });
    if (hit.type === 'idea') session.set({ focus: hit.id });
    return clickOrDrag(
      hand,
      () => {
        if (already) session.set({ selection: hand.shift ? toggleHit(selection, hit) : selectHit(hit) });
      },
      () => dragHit(board, hand, hit),
    );
  },

  pressTwice({ session }, hand, hit) {
    if (hit.type === 'idea') session.set({ editing: hit.id, focus: hit.id });
    else if (hit.type === 'heading') session.set({ editingGroup: hit.id });
    else if (hit.type === 'connector') session.set({ editingConnector: hit.id });
    else if (hit.type !== 'cable') writeAt(session, hand.page);
  },

  hover({ session, live }, _hand, hit) {
    const hover = hit.type === 'idea' ? hit.id : null;
    if (session.ui.getState().hover !== hover) session.set({ hover });
    live.set({ hoverConnector: hit.type === 'connector' ? hit.id : null });
  },
};

function pressPaper(board: Board, hand: Hand): Gesture {
  const { session } = board;
  return clickOrDrag(
    hand,
    () => {
      if (!hand.shift) session.set({ selection: NOTHING_SELECTED, focus: null, fresh: null });
    },
    (start) => marquee(board, start),
  );
}

function dragHit(board: Board, start: Hand, hit: Hit): Gesture | null {
  const { selection } = board.session.ui.getState();
  if (hit.type === 'heading')
    return moveGroup(board, start, selection.groups.has(hit.id) ? selection.groups : new Set([hit.id]));
  if (hit.type !== 'idea') return null;
  return moveSheets(board, start, hit.id, selection.ideas.has(hit.id) ? [...selection.ideas] : [hit.id]);
}

/** A riff's link: the bar under the riff offers what else it might be. */
function pickCable({ session }: Board, key: string): void {
  const riff = session.view().snapshot.riffs.get(key);
  if (riff === undefined) return;
  session.set({
    selection: { ...NOTHING_SELECTED, ideas: new Set([riff.child]) },
    focus: riff.child,
    fresh: { idea: riff.child, bond: riff.bond },
  });
}
