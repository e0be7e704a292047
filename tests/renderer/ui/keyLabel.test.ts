import { describe, expect, it } from 'vitest';
import { ariaKeys, keyCaps, keyLabel } from '../../../renderer/ui/keyLabel.ts';
import { ACTIONS } from '../../../shared/actions/registry.ts';

describe('how keys are written', () => {
  it('says Ctrl on a PC and draws the signs of a Mac in its own order', () => {
    expect(keyLabel('Mod+Shift+K', 'pc')).toBe('Ctrl+Shift+K');
    expect(keyLabel('Mod+Shift+K', 'mac')).toBe('⇧⌘K');
  });

  it('draws arrows and shortens long names', () => {
    expect(keyCaps('Alt+ArrowUp', 'pc')).toEqual(['Alt', '↑']);
    expect(keyCaps('Delete', 'pc')).toEqual(['Del']);
    expect(keyCaps('Escape', 'mac')).toEqual(['Esc']);
  });

  it('can write the plus key itself', () => {
    expect(keyCaps('Mod++', 'pc')).toEqual(['Ctrl', '+']);
    expect(ariaKeys(['Mod++'], 'pc')).toBe('Control+Plus');
  });

  it('leaves no key of the registry unwritten', () => {
    for (const { keys } of ACTIONS) {
      for (const key of keys) {
        for (const style of ['pc', 'mac'] as const) {
          expect(keyCaps(key, style).every((cap) => cap !== '' && cap !== 'Mod')).toBe(true);
        }
      }
    }
  });
});
