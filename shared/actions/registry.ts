/** Every action, in the order that menu, palette and help show them. One action is one line here and one handler. */
import type { Action, ActionScope, MenuName } from './action.ts';

/** `place`: the native menu and the section in it, or null. In the palette unless said otherwise. */
function action(
  id: string,
  title: string,
  scope: ActionScope,
  keys: readonly string[],
  place: readonly [name: MenuName, section: number] | null,
  more: Partial<Action> = {},
): Action {
  const menu = place === null ? null : { name: place[0], section: place[1] };
  return { id, title, scope, keys, menu, palette: true, ...more };
}

// biome-ignore format: a table reads by its lines
export const ACTIONS: readonly Action[] = [
  // File
  action('library.new', 'New jam', 'any', ['Mod+Alt+N'], ['file', 1]),
  action('file.open', 'Open file…', 'any', ['Mod+O'], ['file', 1]),
  action('library.show', 'All jams', 'jam', ['Mod+Shift+O'], ['file', 1]),
  action('file.save', 'Save a jam file', 'jam', ['Mod+S'], ['file', 2], { whileTyping: true }),
  action('file.saveAs', 'Save a copy as…', 'jam', ['Mod+Shift+S'], ['file', 2]),
  action('file.import', 'Import into this jam…', 'jam', [], ['file', 3]),
  action('export.report', 'Save the report…', 'jam', ['Mod+Shift+E'], ['file', 3]),
  action('export.report-markdown', 'Export report (Markdown)', 'jam', [], ['file', 3]),
  action('export.csv', 'Export table (CSV)', 'jam', [], ['file', 3]),
  action('export.json-canvas', 'Export JSON Canvas', 'jam', [], ['file', 3]),
  action('export.svg', 'Export picture (SVG)', 'jam', [], ['file', 3]),
  action('export.png', 'Export picture (PNG)', 'jam', [], ['file', 3]),
  action('app.settings', 'Settings', 'any', ['Mod+,'], ['file', 4]),
  action('app.quit', 'Quit', 'any', ['Mod+Q'], ['file', 5], { palette: false, role: 'quit' }),

  // Edit
  action('edit.undo', 'Undo', 'jam', ['Mod+Z'], ['edit', 1], { role: 'undo' }),
  action('edit.redo', 'Redo', 'jam', ['Mod+Shift+Z', 'Mod+Y'], ['edit', 1], { role: 'redo' }),
  action('edit.cut', 'Cut', 'board', ['Mod+X'], ['edit', 2], { palette: false, role: 'cut' }),
  action('edit.copy', 'Copy', 'board', ['Mod+C'], ['edit', 2], { palette: false, role: 'copy' }),
  action('edit.paste', 'Paste', 'board', ['Mod+V'], ['edit', 2], { palette: false, role: 'paste' }),
  action('edit.duplicate', 'Duplicate', 'board', ['Mod+D'], ['edit', 2]),
  action('edit.selectAll', 'Select all', 'board', ['Mod+A'], ['edit', 3], { role: 'selectAll' }),
  action('edit.selectTree', 'Select the whole tree', 'board', ['Mod+Shift+A'], ['edit', 3]),
  action('edit.bin', 'Put in the bin', 'board', ['Delete', 'Backspace'], ['edit', 4]),
  action('jam.bin', 'Show the bin', 'jam', [], ['edit', 4]),
  action('find.open', 'Find an idea', 'jam', ['Mod+F'], ['edit', 5]),
  action('find.goTo', 'Go to a call number', 'board', ['/'], ['edit', 5]),

  // View
  action('palette.open', 'Find an action', 'any', ['Mod+K'], ['view', 1], { palette: false, whileTyping: true }),
  action('view.phase', 'The phase', 'jam', ['Mod+4'], ['view', 2]),
  action('view.board', 'Board', 'jam', ['Mod+1'], ['view', 2]),
  action('view.list', 'List', 'jam', ['Mod+2'], ['view', 2]),
  action('view.decide', 'Decide', 'jam', ['Mod+3'], ['view', 2]),
  action('view.panel', 'Show or hide the panel', 'jam', ['Mod+\\'], ['view', 2]),
  action('solo.cover', 'Cover or show my words', 'jam', ['Mod+.'], ['jam', 2], { whileTyping: true }),
  action('wall.open', 'Open the Wall', 'jam', ['Shift+W'], ['view', 2]),
  action('camera.fit', 'Zoom to fit', 'board', ['Shift+1'], ['view', 3]),
  action('camera.selection', 'Zoom to selection', 'board', ['Shift+2'], ['view', 3]),
  action('camera.actual', 'Zoom to 100 %', 'board', ['Mod+0', 'Shift+0'], ['view', 3]),
  action('camera.in', 'Zoom in', 'board', ['Mod+=', 'Mod++'], ['view', 3]),
  action('camera.out', 'Zoom out', 'board', ['Mod+-'], ['view', 3]),
  action('theme.toggle', 'Light or dark', 'any', [], ['view', 4]),

  // Idea
  action('idea.write', 'Write an idea', 'board', ['N', 'S'], ['idea', 1]),
  action('idea.riff', 'Riff on it', 'board', ['R', 'Tab', 'Mod+ArrowRight'], ['idea', 1]),
  action('idea.sibling', 'Next to it, same parent', 'board', ['Mod+Enter'], ['idea', 1], { whileTyping: true }),
  action('idea.combine', 'Combine the selected', 'board', ['Mod+Shift+M'], ['idea', 1]),
  action('idea.edit', 'Edit the text', 'board', ['Enter', 'F2'], ['idea', 2]),
  action('idea.detail', 'Open its detail', 'board', ['Mod+I'], ['idea', 2]),
  action('idea.comment', 'Comment on it', 'board', ['C'], ['idea', 2]),
  action('kind.note', 'Make it a note', 'board', ['Mod+Alt+1'], ['idea', 3]),
  action('kind.question', 'Make it a question', 'board', ['Mod+Alt+2'], ['idea', 3]),
  action('kind.risk', 'Make it a risk', 'board', ['Mod+Alt+3'], ['idea', 3]),
  action('kind.insight', 'Make it an insight', 'board', ['Mod+Alt+4'], ['idea', 3]),
  action('kind.proposal', 'Make it a proposal', 'board', ['Mod+Alt+5'], ['idea', 3]),
  action('bond.build', 'Its riff is a build', 'board', ['Alt+1'], null, { whileTyping: true }),
  action('bond.twist', 'Its riff is a twist', 'board', ['Alt+2'], null, { whileTyping: true }),
  action('bond.combine', 'Its riff is a combine', 'board', ['Alt+3'], null, { whileTyping: true }),
  action('bond.question', 'Its riff is a question', 'board', ['Alt+4'], null, { whileTyping: true }),
  action('line.turn', 'Turn the line round', 'board', [], ['idea', 4]),
  action('idea.lock', 'Lock or unlock', 'board', ['Mod+Shift+L'], ['idea', 4]),
  action('group.make', 'Group', 'board', ['Mod+G'], ['idea', 5]),
  action('group.undo', 'Ungroup', 'board', ['Mod+Shift+G'], ['idea', 5]),
  action('board.tidy', 'Tidy the selected, or the board', 'board', ['Mod+Shift+I'], ['idea', 5]),

  // Tools
  action('tool.select', 'Select', 'board', ['V'], null),
  action('tool.hand', 'Hand', 'board', ['H'], null),
  action('tool.write', 'Write where I click', 'board', [], null),
  action('tool.riff', 'Riff on what I click', 'board', [], null),
  action('tool.combine', 'Combine with what I click', 'board', [], null),
  action('tool.connect', 'Connect', 'board', ['L'], null),
  action('tool.group', 'Draw a group', 'board', ['F'], null),
  action('tool.lock', 'Keep the tool', 'board', ['Q'], null),

  // Moving
  action('focus.up', 'Go to the sheet above', 'board', ['Alt+ArrowUp'], null, { palette: false }),
  action('focus.down', 'Go to the sheet below', 'board', ['Alt+ArrowDown'], null, { palette: false }),
  action('focus.left', 'Go to the sheet at the left', 'board', ['Alt+ArrowLeft'], null, { palette: false }),
  action('focus.right', 'Go to the sheet at the right', 'board', ['Alt+ArrowRight'], null, { palette: false }),
  action('nudge.up', 'Move up by a module', 'board', ['ArrowUp'], null, { palette: false }),
  action('nudge.down', 'Move down by a module', 'board', ['ArrowDown'], null, { palette: false }),
  action('nudge.left', 'Move left by a module', 'board', ['ArrowLeft'], null, { palette: false }),
  action('nudge.right', 'Move right by a module', 'board', ['ArrowRight'], null, { palette: false }),
  action('nudge.fineUp', 'Move up a little', 'board', ['Shift+ArrowUp'], null, { palette: false }),
  action('nudge.fineDown', 'Move down a little', 'board', ['Shift+ArrowDown'], null, { palette: false }),
  action('nudge.fineLeft', 'Move left a little', 'board', ['Shift+ArrowLeft'], null, { palette: false }),
  action('nudge.fineRight', 'Move right a little', 'board', ['Shift+ArrowRight'], null, { palette: false }),
  action('board.escape', 'Let go', 'board', ['Escape'], null, { palette: false }),

  // Jam
  action('jam.brief', 'The brief', 'jam', ['Mod+B'], ['jam', 1]),
  action('jam.rename', 'Rename the jam', 'jam', [], ['jam', 1]),
  action('decide.start', 'Decide on the selected', 'jam', ['Mod+Shift+D'], ['jam', 2]),
  action('room.invite', 'Invite people', 'jam', ['Mod+Shift+U'], ['jam', 3]),
  action('room.people', 'Who is here', 'jam', ['Mod+U'], ['jam', 3]),
  action('room.leave', 'Leave the room, go on alone', 'jam', [], ['jam', 3]),

  // The course
  action('course.begin', 'Begin a session…', 'jam', [], ['jam', 4]),
  action('course.setlist', 'The setlist', 'jam', ['Shift+S'], ['jam', 4]),
  action('course.card', 'Host card', 'jam', ['Shift+G'], ['jam', 4]),
  action('course.goOn', 'Go on', 'jam', ['Shift+PageDown'], ['jam', 5], { whileTyping: true }),
  action('course.goBack', 'Go back a phase', 'jam', ['Shift+PageUp'], ['jam', 5], { whileTyping: true }),
  action('course.repeat', 'Play this phase again', 'jam', [], ['jam', 5]),
  action('course.pause', 'Pause or resume the clock', 'jam', ['Shift+T'], ['jam', 5]),
  action('course.addMinute', 'One more minute', 'jam', ['Shift+M'], ['jam', 5]),
  action('course.lookUp', 'Everybody look up, or carry on', 'jam', ['Shift+U'], ['jam', 5]),
  action('course.closeVote', 'Close the vote', 'jam', ['Shift+V'], ['jam', 5]),
  action('course.leave', 'Leave the setlist, open the board', 'jam', [], ['jam', 5]),
  action('course.take', 'Take the lead', 'jam', [], ['jam', 5]),
  action('course.done', 'I am done, or not yet', 'jam', ['Shift+D'], ['jam', 6]),

  // Help
  action('help.keys', 'Help', 'any', ['?', 'F1'], ['help', 1]),
  action('help.sample', 'Explore the sample jam', 'any', [], ['help', 1]),
  action('help.practice', 'Practise a jam', 'any', [], ['help', 1]),
];

const byId = new Map(ACTIONS.map((one) => [one.id, one]));

export function actionById(id: string): Action | undefined {
  return byId.get(id);
}
