/** Every action, in the order that menu, palette and help show them. One action is one line here and one handler. */
import type { Action } from './action.ts';

export const ACTIONS = [
  // File
  { id: 'library.new', title: 'New jam', scope: 'any', keys: ['Mod+Alt+N'], menu: { name: 'file', section: 1 }, palette: true },
  { id: 'file.open', title: 'Open file…', scope: 'any', keys: ['Mod+O'], menu: { name: 'file', section: 1 }, palette: true },
  { id: 'library.show', title: 'All jams', scope: 'jam', keys: ['Mod+Shift+O'], menu: { name: 'file', section: 1 }, palette: true },
  { id: 'file.save', title: 'Save a jam file', scope: 'jam', keys: ['Mod+S'], menu: { name: 'file', section: 2 }, palette: true, whileTyping: true },
  { id: 'file.saveAs', title: 'Save a copy as…', scope: 'jam', keys: ['Mod+Shift+S'], menu: { name: 'file', section: 2 }, palette: true },
  { id: 'file.import', title: 'Import into this jam…', scope: 'jam', keys: [], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'export.report', title: 'Export report (Markdown)', scope: 'jam', keys: ['Mod+Shift+E'], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'export.csv', title: 'Export table (CSV)', scope: 'jam', keys: [], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'export.json-canvas', title: 'Export JSON Canvas', scope: 'jam', keys: [], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'export.svg', title: 'Export picture (SVG)', scope: 'jam', keys: [], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'export.png', title: 'Export picture (PNG)', scope: 'jam', keys: [], menu: { name: 'file', section: 3 }, palette: true },
  { id: 'app.settings', title: 'Settings', scope: 'any', keys: ['Mod+,'], menu: { name: 'file', section: 4 }, palette: true },
  { id: 'app.quit', title: 'Quit', scope: 'any', keys: ['Mod+Q'], menu: { name: 'file', section: 5 }, palette: false, role: 'quit' },

  // Edit
  { id: 'edit.undo', title: 'Undo', scope: 'jam', keys: ['Mod+Z'], menu: { name: 'edit', section: 1 }, palette: true, role: 'undo' },
  { id: 'edit.redo', title: 'Redo', scope: 'jam', keys: ['Mod+Shift+Z', 'Mod+Y'], menu: { name: 'edit', section: 1 }, palette: true, role: 'redo' },
  { id: 'edit.cut', title: 'Cut', scope: 'board', keys: ['Mod+X'], menu: { name: 'edit', section: 2 }, palette: false, role: 'cut' },
  { id: 'edit.copy', title: 'Copy', scope: 'board', keys: ['Mod+C'], menu: { name: 'edit', section: 2 }, palette: false, role: 'copy' },
  { id: 'edit.paste', title: 'Paste', scope: 'board', keys: ['Mod+V'], menu: { name: 'edit', section: 2 }, palette: false, role: 'paste' },
  { id: 'edit.duplicate', title: 'Duplicate', scope: 'board', keys: ['Mod+D'], menu: { name: 'edit', section: 2 }, palette: true },
  { id: 'edit.selectAll', title: 'Select all', scope: 'board', keys: ['Mod+A'], menu: { name: 'edit', section: 3 }, palette: true, role: 'selectAll' },
  { id: 'edit.selectTree', title: 'Select the whole tree', scope: 'board', keys: ['Mod+Shift+A'], menu: { name: 'edit', section: 3 }, palette: true },
  { id: 'edit.bin', title: 'Put in the bin', scope: 'board', keys: ['Delete', 'Backspace'], menu: { name: 'edit', section: 4 }, palette: true },
  { id: 'jam.bin', title: 'Show the bin', scope: 'jam', keys: [], menu: { name: 'edit', section: 4 }, palette: true },
  { id: 'find.open', title: 'Find an idea', scope: 'jam', keys: ['Mod+F'], menu: { name: 'edit', section: 5 }, palette: true },
  { id: 'find.goTo', title: 'Go to a call number', scope: 'board', keys: ['/'], menu: { name: 'edit', section: 5 }, palette: true },

  // View
  { id: 'palette.open', title: 'Find an action', scope: 'any', keys: ['Mod+K'], menu: { name: 'view', section: 1 }, palette: false, whileTyping: true },
  { id: 'view.board', title: 'Board', scope: 'jam', keys: ['Mod+1'], menu: { name: 'view', section: 2 }, palette: true },
  { id: 'view.list', title: 'List', scope: 'jam', keys: ['Mod+2'], menu: { name: 'view', section: 2 }, palette: true },
  { id: 'view.decide', title: 'Decide', scope: 'jam', keys: ['Mod+3'], menu: { name: 'view', section: 2 }, palette: true },
  { id: 'view.panel', title: 'Show or hide the panel', scope: 'jam', keys: ['Mod+\\'], menu: { name: 'view', section: 2 }, palette: true },
  { id: 'camera.fit', title: 'Zoom to fit', scope: 'board', keys: ['Shift+1'], menu: { name: 'view', section: 3 }, palette: true },
  { id: 'camera.selection', title: 'Zoom to selection', scope: 'board', keys: ['Shift+2'], menu: { name: 'view', section: 3 }, palette: true },
  { id: 'camera.actual', title: 'Zoom to 100 %', scope: 'board', keys: ['Mod+0', 'Shift+0'], menu: { name: 'view', section: 3 }, palette: true },
  { id: 'camera.in', title: 'Zoom in', scope: 'board', keys: ['Mod+=', 'Mod++'], menu: { name: 'view', section: 3 }, palette: true },
  { id: 'camera.out', title: 'Zoom out', scope: 'board', keys: ['Mod+-'], menu: { name: 'view', section: 3 }, palette: true },
  { id: 'theme.toggle', title: 'Light or dark', scope: 'any', keys: [], menu: { name: 'view', section: 4 }, palette: true },

  // Idea
  { id: 'idea.write', title: 'Write an idea', scope: 'board', keys: ['N', 'S'], menu: { name: 'idea', section: 1 }, palette: true },
  { id: 'idea.riff', title: 'Riff on it', scope: 'board', keys: ['R', 'Tab', 'Mod+ArrowRight'], menu: { name: 'idea', section: 1 }, palette: true },
  { id: 'idea.sibling', title: 'Next to it, same parent', scope: 'board', keys: ['Mod+Enter'], menu: { name: 'idea', section: 1 }, palette: true, whileTyping: true },
  { id: 'idea.combine', title: 'Combine the selected', scope: 'board', keys: ['Mod+Shift+M'], menu: { name: 'idea', section: 1 }, palette: true },
  { id: 'idea.edit', title: 'Edit the text', scope: 'board', keys: ['Enter', 'F2'], menu: { name: 'idea', section: 2 }, palette: true },
  { id: 'idea.detail', title: 'Open its detail', scope: 'board', keys: ['Mod+I'], menu: { name: 'idea', section: 2 }, palette: true },
  { id: 'idea.comment', title: 'Comment on it', scope: 'board', keys: ['C'], menu: { name: 'idea', section: 2 }, palette: true },
  { id: 'kind.note', title: 'Make it a note', scope: 'board', keys: ['Mod+Alt+1'], menu: { name: 'idea', section: 3 }, palette: true },
  { id: 'kind.question', title: 'Make it a question', scope: 'board', keys: ['Mod+Alt+2'], menu: { name: 'idea', section: 3 }, palette: true },
  { id: 'kind.risk', title: 'Make it a risk', scope: 'board', keys: ['Mod+Alt+3'], menu: { name: 'idea', section: 3 }, palette: true },
  { id: 'kind.insight', title: 'Make it an insight', scope: 'board', keys: ['Mod+Alt+4'], menu: { name: 'idea', section: 3 }, palette: true },
  { id: 'kind.proposal', title: 'Make it a proposal', scope: 'board', keys: ['Mod+Alt+5'], menu: { name: 'idea', section: 3 }, palette: true },
  { id: 'bond.build', title: 'Its riff is a build', scope: 'board', keys: ['Alt+1'], menu: null, palette: true, whileTyping: true },
  { id: 'bond.twist', title: 'Its riff is a twist', scope: 'board', keys: ['Alt+2'], menu: null, palette: true, whileTyping: true },
  { id: 'bond.combine', title: 'Its riff is a combine', scope: 'board', keys: ['Alt+3'], menu: null, palette: true, whileTyping: true },
  { id: 'bond.question', title: 'Its riff is a question', scope: 'board', keys: ['Alt+4'], menu: null, palette: true, whileTyping: true },
  { id: 'idea.lock', title: 'Lock or unlock', scope: 'board', keys: ['Mod+Shift+L'], menu: { name: 'idea', section: 4 }, palette: true },
  { id: 'group.make', title: 'Group', scope: 'board', keys: ['Mod+G'], menu: { name: 'idea', section: 5 }, palette: true },
  { id: 'group.undo', title: 'Ungroup', scope: 'board', keys: ['Mod+Shift+G'], menu: { name: 'idea', section: 5 }, palette: true },
  { id: 'board.tidy', title: 'Tidy the selected, or the board', scope: 'board', keys: ['Mod+Shift+I'], menu: { name: 'idea', section: 5 }, palette: true },

  // Tools
  { id: 'tool.select', title: 'Select', scope: 'board', keys: ['V'], menu: null, palette: true },
  { id: 'tool.hand', title: 'Hand', scope: 'board', keys: ['H'], menu: null, palette: true },
  { id: 'tool.connect', title: 'Connect', scope: 'board', keys: ['L'], menu: null, palette: true },
  { id: 'tool.group', title: 'Draw a group', scope: 'board', keys: ['F'], menu: null, palette: true },
  { id: 'tool.lock', title: 'Keep the tool', scope: 'board', keys: ['Q'], menu: null, palette: true },

  // Moving
  { id: 'focus.up', title: 'Go to the sheet above', scope: 'board', keys: ['Alt+ArrowUp'], menu: null, palette: false },
  { id: 'focus.down', title: 'Go to the sheet below', scope: 'board', keys: ['Alt+ArrowDown'], menu: null, palette: false },
  { id: 'focus.left', title: 'Go to the sheet at the left', scope: 'board', keys: ['Alt+ArrowLeft'], menu: null, palette: false },
  { id: 'focus.right', title: 'Go to the sheet at the right', scope: 'board', keys: ['Alt+ArrowRight'], menu: null, palette: false },
  { id: 'nudge.up', title: 'Move up by a module', scope: 'board', keys: ['ArrowUp'], menu: null, palette: false },
  { id: 'nudge.down', title: 'Move down by a module', scope: 'board', keys: ['ArrowDown'], menu: null, palette: false },
  { id: 'nudge.left', title: 'Move left by a module', scope: 'board', keys: ['ArrowLeft'], menu: null, palette: false },
  { id: 'nudge.right', title: 'Move right by a module', scope: 'board', keys: ['ArrowRight'], menu: null, palette: false },
  { id: 'nudge.fineUp', title: 'Move up a little', scope: 'board', keys: ['Shift+ArrowUp'], menu: null, palette: false },
  { id: 'nudge.fineDown', title: 'Move down a little', scope: 'board', keys: ['Shift+ArrowDown'], menu: null, palette: false },
  { id: 'nudge.fineLeft', title: 'Move left a little', scope: 'board', keys: ['Shift+ArrowLeft'], menu: null, palette: false },
  { id: 'nudge.fineRight', title: 'Move right a little', scope: 'board', keys: ['Shift+ArrowRight'], menu: null, palette: false },
  { id: 'board.escape', title: 'Let go', scope: 'board', keys: ['Escape'], menu: null, palette: false },

  // Jam
  { id: 'jam.brief', title: 'The brief', scope: 'jam', keys: ['Mod+B'], menu: { name: 'jam', section: 1 }, palette: true },
  { id: 'jam.rename', title: 'Rename the jam', scope: 'jam', keys: [], menu: { name: 'jam', section: 1 }, palette: true },
  { id: 'decide.start', title: 'Decide on the selected', scope: 'jam', keys: ['Mod+Shift+D'], menu: { name: 'jam', section: 2 }, palette: true },

  // Help
  { id: 'help.keys', title: 'All keys', scope: 'any', keys: ['?', 'F1'], menu: { name: 'help', section: 1 }, palette: true },
  { id: 'help.sample', title: 'Explore the sample jam', scope: 'any', keys: [], menu: { name: 'help', section: 1 }, palette: true },
] as const satisfies readonly Action[];

export type ActionId = (typeof ACTIONS)[number]['id'];

const byId = new Map<string, Action>(ACTIONS.map((action) => [action.id, action]));

export function actionById(id: string): Action | undefined {
  return byId.get(id);
}
