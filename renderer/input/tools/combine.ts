import { combine } from '../../ideas/makeIdea.ts';
import { selectedIdeas } from '../actions/selected.ts';
import { clickOrDrag } from '../hand.ts';
import { putDown, type Tool } from './tool.ts';

/** Press the idea that the selected ones are to be combined with. */
export const combineTool: Tool = {
  id: 'combine',
  cursor: (hit) => (hit.type === 'idea' ? 'copy' : 'default'),
  press(board, hand, hit) {
    const { session } = board;
    const ideas = selectedIdeas(session);
    const join = (): void => {
      if (hit.type !== 'idea' || ideas.includes(hit.id)) {
        session.notify('Press another idea to combine it with.', 'refusal', null, hand.page);
        return;
      }
      putDown(board);
      combine(session, [...ideas, hit.id]);
    };
    return clickOrDrag(hand, join, () => null);
  },
  hover({ session }, _hand, hit) {
    const hover = hit.type === 'idea' ? hit.id : null;
    if (session.ui.getState().hover !== hover) session.set({ hover });
  },
};
