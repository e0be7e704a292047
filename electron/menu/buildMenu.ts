/**
 * The native menu as plain data, derived from the registry of actions. Pure: the same input, the same menu.
 *
 * Keys are shown, not registered: the page hears every key first and knows what has the focus, here as in a browser.
 * Only roles that have nothing to do with the page (quit, close, full screen) keep Electron's own keys.
 */
import type { Action, MenuName } from '../../shared/actions/action.ts';

export type Platform = 'linux' | 'darwin' | 'win32';

export type MenuEntry =
  | { readonly type: 'separator' }
  | { readonly role: MenuRole; readonly label?: string }
  | {
      readonly id: string;
      readonly label: string;
      readonly enabled: boolean;
      readonly accelerator?: string;
      readonly registerAccelerator: false;
    }
  | { readonly label: string; readonly submenu: readonly MenuEntry[] };

export type MenuRole =
  | 'quit'
  | 'close'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'minimize'
  | 'zoom'
  | 'front';

export interface MenuOptions {
  readonly platform: Platform;
  /** Ids that make sense now; null before a page has said so: those of scope 'any'. */
  readonly enabled: ReadonlySet<string> | null;
}

const names: readonly (readonly [MenuName, string])[] = [
  ['file', 'File'],
  ['edit', 'Edit'],
  ['view', 'View'],
  ['idea', 'Idea'],
  ['jam', 'Jam'],
  ['help', 'Help'],
];

/** These raise the page's own clipboard events, or act on the window; the others are asked of the page by id. */
const nativeRoles = new Set<string>([
  'cut',
  'copy',
  'paste',
  'quit',
  'close',
  'togglefullscreen',
  'toggleDevTools',
]);

export function buildMenu(actions: readonly Action[], { platform, enabled }: MenuOptions): MenuEntry[] {
  const mac = platform === 'darwin';
  const isEnabled = (action: Action): boolean => (enabled ? enabled.has(action.id) : action.scope === 'any');
  const menus = names.map(([name, label]) => {
    const mine = actions.filter((action) => action.menu?.name === name && !(mac && isMacAppItem(action)));
    return {
      label,
      submenu: bySection(mine)
        .map((action) => action && toEntry(action, isEnabled(action)))
        .map(orSeparator),
    };
  });
  const filled = menus.filter(({ submenu }) => submenu.length > 0);
  if (!mac) return filled;
  const settings = actions.find(({ id }) => id === 'app.settings');
  const help = filled.findIndex(({ label }) => label === 'Help');
  const at = help < 0 ? filled.length : help;
  return [
    macAppMenu(settings ? toEntry(settings, isEnabled(settings)) : null),
    ...filled.slice(0, at),
    macWindowMenu,
    ...filled.slice(at),
  ];
}

/** On a Mac these stand in the menu that has the app's name. */
function isMacAppItem(action: Action): boolean {
  return action.role === 'quit' || action.id === 'app.settings';
}

/** The actions in order of their sections, with null between two sections. */
function bySection(actions: readonly Action[]): (Action | null)[] {
  const sections = [...new Set(actions.map(({ menu }) => menu?.section ?? 0))].sort((a, b) => a - b);
  return sections.flatMap((section, n) => [
    ...(n > 0 ? [null] : []),
    ...actions.filter(({ menu }) => (menu?.section ?? 0) === section),
  ]);
}

function orSeparator(entry: MenuEntry | null): MenuEntry {
  return entry ?? { type: 'separator' };
}

function toEntry(action: Action, enabled: boolean): MenuEntry {
  if (action.role !== undefined && nativeRoles.has(action.role)) {
    return { role: action.role as MenuRole, label: action.title };
  }
  const accelerator = toAccelerator(action.keys[0]);
  return {
    id: action.id,
    label: action.title,
    enabled,
    ...(accelerator === null ? {} : { accelerator }),
    registerAccelerator: false,
  };
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  Escape: 'Esc',
  ' ': 'Space',
  '+': 'Plus',
};

/**
 * `Mod+Shift+K` in Electron's words, or null. Keys that a text field needs (bare letters, Tab, Delete) are left to the
 * page's own help: a menu that shows them bare would suggest that they act while typing.
 */
export function toAccelerator(keys: string | undefined): string | null {
  if (keys === undefined || keys === '') return null;
  const plus = keys.endsWith('++') || keys === '+';
  const parts = (plus ? keys.slice(0, -1) : keys).split('+').filter((part) => part !== '');
  const key = plus ? '+' : (parts.pop() ?? '');
  const strong =
    parts.some((part) => part === 'Mod' || part === 'Alt' || part === 'Ctrl') || /^F\d{1,2}$/.test(key);
  if (!strong || key === '') return null;
  const modifiers = parts.map((part) => (part === 'Mod' ? 'CommandOrControl' : part));
  return [...modifiers, keyNames[key] ?? key].join('+');
}

function macAppMenu(settings: MenuEntry | null): MenuEntry {
  return {
    label: 'Riffroom',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      ...(settings ? [settings, { type: 'separator' } as const] : []),
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}

const macWindowMenu: MenuEntry = {
  label: 'Window',
  submenu: [{ role: 'minimize' }, { role: 'zoom' }, { type: 'separator' }, { role: 'front' }],
};
