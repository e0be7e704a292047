import { riffOn } from '../../ideas/makeIdea.ts';
import { clickOrDrag } from '../hand.ts';
import { putDown, type Tool } from './tool.ts';

/** Press the idea to riff on. */
export const riffTool: Tool = {
  id: 'riff',
  cursor: (hit) => (hit.type === 'idea' ? 'copy' : 'default'),
  press(board, hand, hit) {
    if (hit.type !== 'idea') {
      return clickOrDrag(
        hand,
        () => board.session.notify('Press the idea that you want to riff on.', 'refusal', null, hand.page),
        () => null,
      );
    }
    const riff = (): void => {
      putDown(board);
      riffOn(board.session, hit.id);
    };
    return clickOrDrag(hand, riff, () => null);
  },
  hover({ session }, _hand, hit) {
    const hover = hit.type === 'idea' ? hit.id : null;
    if (session.ui.getState().hover !== hover) session.set({ hover });
  },
};
