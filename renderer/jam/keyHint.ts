/** The one key worth knowing about what is selected: said at the foot. */
import type { Act } from '../../shared/model/acts.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { UiState } from '../stores/uiStore.ts';

interface KeyHint {
  /** A key of the registry's grammar. */
  readonly key: string;
  readonly words: string;
}

/** `allows`: what the phase lets one do. No key is named that would be refused. */
export function keyHint(
  state: Pick<UiState, 'selection' | 'editing' | 'tool' | 'view'>,
  labelOf: (id: IdeaId) => string,
  singleLetters: boolean,
  allows: (act: Act) => boolean,
): KeyHint | null {
  if (state.view === 'decide' || state.view === 'phase') return null;
  if (state.view === 'list') return { key: 'Enter', words: 'goes to it on the board' };
  const toolHint = TOOL_HINTS[state.tool];
  if (toolHint !== undefined) return { key: 'Escape', words: `puts it down. ${toolHint}` };
  const { ideas, groups, connectors } = state.selection;
  const [only] = ideas;
  const parent = state.editing ?? (ideas.size === 1 ? only : undefined);
  if (parent !== undefined && allows('riff')) {
    if (state.editing !== null) {
      return { key: 'Tab', words: `riffs on ${labelOf(parent)} at once, Esc puts the pen down` };
    }
    return { key: singleLetters ? 'R' : 'Mod+ArrowRight', words: `riffs on ${labelOf(parent)} at once` };
  }
  if (state.editing !== null) return { key: 'Escape', words: 'puts the pen down' };
  if (ideas.size === 2 && allows('riff')) return { key: 'Mod+Shift+M', words: 'combines the two' };
  if (ideas.size > 1 && allows('group')) return { key: 'Mod+G', words: 'groups them' };
  if (groups.size + connectors.size > 0 && allows('edit')) return { key: 'Enter', words: 'names it' };
  return singleLetters && allows('add') && ideas.size === 0
    ? { key: 'N', words: 'writes an idea' }
    : { key: 'Mod+K', words: 'finds every action' };
}

/** What a tool in the hand waits for. */
const TOOL_HINTS: Partial<Record<UiState['tool'], string>> = {
  write: 'Click where the sheet shall lie',
  riff: 'Click the idea to riff on',
  combine: 'Click the idea to combine it with',
  connect: 'Drag from one idea to another',
  group: 'Drag around what belongs together',
};
