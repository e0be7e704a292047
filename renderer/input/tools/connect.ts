import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { pull, thingOf } from '../gestures/pull.ts';
import { putDown, type Tool } from './tool.ts';

/** Pull a line from one idea or group to another; its words are asked for at once. */
export const connectTool: Tool = {
  id: 'connect',
  cursor: () => 'crosshair',
  press(board, _hand, hit) {
    const { session } = board;
    const from = thingOf(hit);
    if (from === null) return null;
    return pull(board, from, (to) => {
      const added = session.run('connector.add', { from, to, label: '' });
      putDown(board);
      if (!added.ok) return;
      const { connector } = added.value;
      session.set({
        selection: { ...NOTHING_SELECTED, connectors: new Set([connector]) },
        editingConnector: connector,
      });
    });
  },
  hover({ session }, _hand, hit) {
    const hover = hit.type === 'idea' ? hit.id : null;
    if (session.ui.getState().hover !== hover) session.set({ hover });
  },
};
