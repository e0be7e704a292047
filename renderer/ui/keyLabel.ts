/** How a key of the registry (`Mod+Shift+K`) is written for people on their own machine. */

export type KeyStyle = 'mac' | 'pc';

const words: Readonly<Record<KeyStyle, Readonly<Record<string, string>>>> = {
  mac: { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Enter: '↩', Delete: '⌦', Backspace: '⌫' },
  pc: { Mod: 'Ctrl', Delete: 'Del' },
};

const drawn: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  '-': '−',
};

const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];

/** The caps to press, in the order this system names them: `['Ctrl', 'Shift', 'K']`, `['⇧', '⌘', 'K']`. */
export function keyCaps(keys: string, style: KeyStyle): readonly string[] {
  const parts = splitKeys(keys);
  const modifiers = parts.slice(0, -1);
  if (style === 'mac') modifiers.sort((a, b) => macOrder.indexOf(a) - macOrder.indexOf(b));
  return [...modifiers, ...parts.slice(-1)].map((part) => words[style][part] ?? drawn[part] ?? part);
}

/** One line for a tooltip or a screen reader: `Ctrl+Shift+K`, `⇧⌘K`. */
export function keyLabel(keys: string, style: KeyStyle): string {
  return keyCaps(keys, style).join(style === 'mac' ? '' : '+');
}

/** As `aria-keyshortcuts` wants it: `Control+Shift+K`. */
export function ariaKeys(keys: readonly string[], style: KeyStyle): string {
  const mod = style === 'mac' ? 'Meta' : 'Control';
  return keys
    .map((key) =>
      splitKeys(key)
        .map((part) => (part === 'Mod' ? mod : part === '+' ? 'Plus' : part))
        .join('+'),
    )
    .join(' ');
}

/** `Mod++` ends in the plus key itself. */
function splitKeys(keys: string): string[] {
  if (keys === '+') return ['+'];
  return keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
}
