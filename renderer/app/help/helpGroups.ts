/** The page of all keys, derived from the actions: by where they stand in the menu, tools and moving after them. */
import type { Action, MenuName } from '../../../shared/actions/action.ts';
import { ACTIONS } from '../../../shared/actions/registry.ts';

interface HelpGroup {
  readonly title: string;
  readonly actions: readonly Action[];
}

const menus: readonly { readonly name: MenuName; readonly title: string }[] = [
  { name: 'idea', title: 'Ideas' },
  { name: 'edit', title: 'Edit and find' },
  { name: 'view', title: 'Look' },
  { name: 'jam', title: 'The jam' },
  { name: 'file', title: 'Files' },
  { name: 'help', title: 'Help' },
];

const families: readonly { readonly starts: string; readonly title: string }[] = [
  { starts: 'tool.', title: 'Tools' },
  { starts: 'bond.', title: 'What a riff is' },
  { starts: 'focus.', title: 'Go from sheet to sheet' },
  { starts: 'nudge.', title: 'Move what is selected' },
  { starts: '', title: 'Everywhere' },
];

/** Only actions that have a key; each once. */
export function helpGroups(): readonly HelpGroup[] {
  const keyed = (ACTIONS as readonly Action[]).filter(({ keys }) => keys.length > 0);
  const groups: { title: string; actions: Action[] }[] = [];
  const add = (title: string, action: Action): void => {
    const group = groups.find((one) => one.title === title);
    if (group === undefined) groups.push({ title, actions: [action] });
    else group.actions.push(action);
  };
  for (const { name, title } of menus)
    for (const action of keyed) if (action.menu?.name === name) add(title, action);
  for (const action of keyed) {
    if (action.menu !== null) continue;
    const family = families.find(({ starts }) => action.id.startsWith(starts));
    if (family !== undefined) add(family.title, action);
  }
  return groups;
}
