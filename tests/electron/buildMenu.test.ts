import { describe, expect, it } from 'vitest';
import { buildMenu, type MenuEntry, type Platform, toAccelerator } from '../../electron/menu/buildMenu.ts';
import type { Action } from '../../shared/actions/action.ts';
import { ACTIONS } from '../../shared/actions/registry.ts';

const action = (id: string, menu: Action['menu'], more: Partial<Action> = {}): Action => ({
  id,
  title: id,
  scope: 'any',
  keys: [],
  menu,
  palette: true,
  ...more,
});

const few: readonly Action[] = [
  action('file.save', { name: 'file', section: 2 }, { keys: ['Mod+S'], scope: 'jam' }),
  action('library.new', { name: 'file', section: 1 }, { keys: ['Mod+Alt+N'] }),
  action('app.settings', { name: 'file', section: 3 }, { keys: ['Mod+,'] }),
  action('app.quit', { name: 'file', section: 4 }, { role: 'quit', keys: ['Mod+Q'] }),
  action('edit.undo', { name: 'edit', section: 1 }, { role: 'undo', keys: ['Mod+Z'], scope: 'jam' }),
  action('edit.copy', { name: 'edit', section: 1 }, { role: 'copy', keys: ['Mod+C'] }),
  action('idea.riff', { name: 'idea', section: 1 }, { keys: ['R', 'Tab'], scope: 'board' }),
  action('only.palette', null),
];

const item = (id: string, enabled: boolean, accelerator?: string): MenuEntry => ({
  id,
  label: id,
  enabled,
  ...(accelerator === undefined ? {} : { accelerator }),
  registerAccelerator: false,
});
const line: MenuEntry = { type: 'separator' };

describe('the native menu', () => {
  it.each<Platform>(['linux', 'win32'])('on %s', (platform) => {
    expect(buildMenu(few, { platform, enabled: null })).toEqual([
      {
        label: 'File',
        submenu: [
          item('library.new', true, 'CommandOrControl+Alt+N'),
          line,
          item('file.save', false, 'CommandOrControl+S'),
          line,
          item('app.settings', true, 'CommandOrControl+,'),
          line,
          { role: 'quit', label: 'app.quit' },
        ],
      },
      {
        label: 'Edit',
        submenu: [item('edit.undo', false, 'CommandOrControl+Z'), { role: 'copy', label: 'edit.copy' }],
      },
      { label: 'Idea', submenu: [item('idea.riff', false)] },
    ]);
  });

  it('on darwin: settings and quit stand in the menu with the app’s name', () => {
    const menu = buildMenu(few, { platform: 'darwin', enabled: new Set(['file.save']) });
    expect(menu.map((entry) => ('label' in entry ? entry.label : ''))).toEqual([
      'Riffroom',
      'File',
      'Edit',
      'Idea',
      'Window',
    ]);
    expect(menu[0]).toMatchObject({
      submenu: [
        { role: 'about' },
        line,
        item('app.settings', false, 'CommandOrControl+,'),
        line,
        { role: 'services' },
        line,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        line,
        { role: 'quit' },
      ],
    });
    expect(menu[1]).toEqual({
      label: 'File',
      submenu: [
        item('library.new', false, 'CommandOrControl+Alt+N'),
        line,
        item('file.save', true, 'CommandOrControl+S'),
      ],
    });
  });

  it('offers what the page says makes sense, and before that what always does', () => {
    const enabledIn = (enabled: ReadonlySet<string> | null): string[] =>
      flatten(buildMenu(few, { platform: 'linux', enabled }))
        .filter((entry) => 'id' in entry && entry.enabled)
        .map((entry) => ('id' in entry ? entry.id : ''));
    expect(enabledIn(null)).toEqual(['library.new', 'app.settings']);
    expect(enabledIn(new Set(['idea.riff']))).toEqual(['idea.riff']);
  });

  it.each<Platform>(['linux', 'win32', 'darwin'])(
    'holds every action that asks for a place, once, on %s',
    (platform) => {
      const entries = flatten(buildMenu(ACTIONS, { platform, enabled: null }));
      const ids = entries.flatMap((entry) => ('id' in entry ? [entry.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      const native = new Set(['cut', 'copy', 'paste', 'quit', 'close', 'togglefullscreen', 'toggleDevTools']);
      const asking = (ACTIONS as readonly Action[]).filter(
        ({ menu, role }) => menu !== null && !native.has(role ?? ''),
      );
      expect([...ids].sort()).toEqual(asking.map(({ id }) => id).sort());
      const lines = entries.map((entry) => 'type' in entry);
      expect(lines.some((is, n) => is && lines[n + 1] === true)).toBe(false);
    },
  );
});

describe('keys in a menu', () => {
  it.each([
    ['Mod+Shift+K', 'CommandOrControl+Shift+K'],
    ['Mod+ArrowRight', 'CommandOrControl+Right'],
    ['Mod++', 'CommandOrControl+Plus'],
    ['Mod+-', 'CommandOrControl+-'],
    ['Mod+\\', 'CommandOrControl+\\'],
    ['Mod+Enter', 'CommandOrControl+Return'],
    ['Alt+1', 'Alt+1'],
    ['F2', 'F2'],
    ['R', null],
    ['Tab', null],
    ['Shift+1', null],
    ['Delete', null],
    ['/', null],
    ['', null],
    [undefined, null],
  ])('%s is shown as %s', (keys, shown) => {
    expect(toAccelerator(keys)).toBe(shown);
  });
});

function flatten(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.flatMap((entry) => ('submenu' in entry ? flatten(entry.submenu) : [entry]));
}
