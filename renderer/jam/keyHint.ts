/** The one key worth knowing about what is selected: said at the foot. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { UiState } from '../stores/uiStore.ts';

interface KeyHint {
  /** A key of the registry's grammar. */
  readonly key: string;
  readonly words: string;
}

export function keyHint(
  state: Pick<UiState, 'selection' | 'editing' | 'tool' | 'view'>,
  labelOf: (id: IdeaId) => string,
  singleLetters: boolean,
): KeyHint | null {
  if (state.view === 'decide' || state.view === 'phase') return null;
  if (state.view === 'list') return { key: 'Enter', words: 'goes to it on the board' };
  const toolHint = TOOL_HINTS[state.tool];
  if (toolHint !== undefined) return { key: 'Escape', words: `puts it down. ${toolHint}` };
  if (state.editing !== null) return { key: 'Tab', words: `riffs on ${labelOf(state.editing)} at once` };
  const { ideas, groups, connectors } = state.selection;
  if (ideas.size === 1) {
    const [only] = ideas;
    return {
      key: singleLetters ? 'R' : 'Mod+ArrowRight',
      words: `riffs on ${labelOf(only as IdeaId)} at once`,
    };
  }
  if (ideas.size === 2) return { key: 'Mod+Shift+M', words: 'combines the two' };
  if (ideas.size > 2) return { key: 'Mod+G', words: 'groups them' };
  if (groups.size + connectors.size > 0) return { key: 'Enter', words: 'names it' };
  return singleLetters
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
