/** Which action a pressed key asks for, by the registry alone. */
import type { Action, ActionScope } from '../../shared/actions/action.ts';
import { ACTIONS } from '../../shared/actions/registry.ts';
import type { KeyStyle } from '../ui/keyLabel.ts';

export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export interface KeyScene {
  /** Scopes whose actions may be meant here. */
  readonly scopes: ReadonlySet<ActionScope>;
  /** A field or an editor has the focus. */
  readonly typing: boolean;
  /** Letters alone act. */
  readonly singleLetters: boolean;
  readonly style: KeyStyle;
}

export function matchAction(pressed: PressedKey, scene: KeyScene): Action | null {
  for (const action of ACTIONS as readonly Action[]) {
    if (!scene.scopes.has(action.scope) || (scene.typing && action.whileTyping !== true)) continue;
    for (const key of action.keys) {
      if (!scene.singleLetters && /^(Shift\+)?[A-Z?/]$/.test(key)) continue;
      if (matchesKey(pressed, key, scene.style)) return action;
    }
  }
  return null;
}

/** `Mod+Shift+K` against what was pressed. Letters and digits go by their place too, so other layouts keep theirs. */
export function matchesKey(pressed: PressedKey, key: string, style: KeyStyle): boolean {
  const plus = key.endsWith('++') || key === '+';
  const parts = plus
    ? [
        ...key
          .slice(0, -1)
          .split('+')
          .filter((part) => part !== ''),
        '+',
      ]
    : key.split('+');
  const wanted = parts.at(-1) as string;
  const has = (part: string): boolean => parts.slice(0, -1).includes(part);
  const mod = style === 'mac' ? pressed.metaKey : pressed.ctrlKey;
  const other = style === 'mac' ? pressed.ctrlKey : pressed.metaKey;
  if (mod !== has('Mod') || other || pressed.altKey !== has('Alt')) return false;
  const isSign = wanted.length === 1 && !/[A-Z0-9]/.test(wanted);
  // A sign may need Shift on this keyboard; then Shift is how it is made, not part of what is meant.
  if (!isSign && pressed.shiftKey !== has('Shift')) return false;
  if (/^[0-9]$/.test(wanted))
    return (
      pressed.code === `Digit${wanted}` ||
      pressed.code === `Numpad${wanted}` ||
      (!has('Shift') && pressed.key === wanted)
    );
  if (/^[A-Z]$/.test(wanted)) {
    const latin = /^[a-z]$/i.test(pressed.key);
    return latin ? pressed.key.toUpperCase() === wanted : pressed.code === `Key${wanted}`;
  }
  return pressed.key === wanted;
}
