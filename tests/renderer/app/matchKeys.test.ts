import { describe, expect, it } from 'vitest';
import { type KeyScene, matchAction, matchesKey, type PressedKey } from '../../../renderer/app/matchKeys.ts';

const press = (key: string, code: string, mods: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...mods,
});
const scene: KeyScene = {
  scopes: new Set(['any', 'jam', 'board']),
  typing: false,
  singleLetters: true,
  style: 'pc',
};

describe('which action a key asks for', () => {
  it('takes Ctrl on a PC and Cmd on a Mac for Mod', () => {
    expect(matchesKey(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', 'pc')).toBe(true);
    expect(matchesKey(press('k', 'KeyK', { ctrlKey: true }), 'Mod+K', 'mac')).toBe(false);
    expect(matchesKey(press('k', 'KeyK', { metaKey: true }), 'Mod+K', 'mac')).toBe(true);
  });

  it('knows digits by their place when Shift makes them signs', () => {
    expect(matchAction(press('!', 'Digit1', { shiftKey: true }), scene)?.id).toBe('camera.fit');
  });

  it('knows letters on keyboards that write others', () => {
    expect(matchesKey(press('т', 'KeyN'), 'N', 'pc')).toBe(true);
    expect(matchesKey(press('z', 'KeyY', { ctrlKey: true }), 'Mod+Z', 'pc')).toBe(true);
  });

  it('opens the help with the question mark, whichever keys write it', () => {
    expect(matchAction(press('?', 'Slash', { shiftKey: true }), scene)?.id).toBe('help.keys');
    expect(matchAction(press('?', 'Minus', { shiftKey: true }), scene)?.id).toBe('help.keys');
  });

  it('leaves letters alone while somebody types, but not the palette', () => {
    const typing = { ...scene, typing: true };
    expect(matchAction(press('n', 'KeyN'), typing)).toBeNull();
    expect(matchAction(press('k', 'KeyK', { ctrlKey: true }), typing)?.id).toBe('palette.open');
  });

  it('switches single letters off when asked', () => {
    const off = { ...scene, singleLetters: false };
    expect(matchAction(press('n', 'KeyN'), off)).toBeNull();
    expect(matchAction(press('Enter', 'Enter'), off)?.id).toBe('idea.edit');
    // A capital letter is a letter too (WCAG 2.1.4).
    const pause = press('T', 'KeyT', { shiftKey: true });
    expect(matchAction(pause, scene)?.id).toBe('course.pause');
    expect(matchAction(pause, off)).toBeNull();
  });

  it('keeps the board’s keys to the board', () => {
    expect(matchAction(press('n', 'KeyN'), { ...scene, scopes: new Set(['any', 'jam']) })).toBeNull();
  });
});
