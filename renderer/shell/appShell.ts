/** The Shell in the app: what the preload put on the window, with the menu's text commands sent to an open editor. */
import type { Action } from '../../shared/actions/action.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import { actInEditor } from './actInEditor.ts';

export function createAppShell(bridge: Shell, actions: readonly Action[], page: Document): Shell {
  const roles = new Map(actions.map(({ id, role }) => [id, role]));
  return {
    ...bridge,
    onAction: (listener) =>
      bridge.onAction((id) => {
        const role = roles.get(id);
        if (role === undefined || !actInEditor(page, role)) listener(id);
      }),
  };
}
