/** Puts the pure menu on the screen; keeps its items' enabled state that of the window in front. */
import { type BaseWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Action } from '../../shared/actions/action.ts';
import { buildMenu, type MenuEntry, type Platform } from '../menu/buildMenu.ts';

export interface AppMenu {
  /** Null: a window whose page has not said yet what it can do, or none. */
  show(enabled: ReadonlySet<string> | null): void;
}

export function installMenu(
  actions: readonly Action[],
  platform: Platform,
  choose: (id: string, window: BaseWindow | undefined) => void,
): AppMenu {
  const toOptions = (entry: MenuEntry): MenuItemConstructorOptions => {
    if ('submenu' in entry) return { label: entry.label, submenu: entry.submenu.map(toOptions) };
    if ('id' in entry) return { ...entry, click: (_item, window) => choose(entry.id, window) };
    return { ...entry };
  };
  const menu = Menu.buildFromTemplate(buildMenu(actions, { platform, enabled: null }).map(toOptions));
  Menu.setApplicationMenu(menu);
  return {
    show(enabled) {
      for (const action of actions) {
        const item = menu.getMenuItemById(action.id);
        if (item) item.enabled = enabled ? enabled.has(action.id) : action.scope === 'any';
      }
    },
  };
}
