import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownTheme } from '../../../renderer/theme/theme.ts';

const room = join(import.meta.dirname, '../../../renderer');
const mine = ['app', 'decide', 'dialogue', 'jam', 'library', 'people', 'phases', 'review', 'ui'];
const files = mine.flatMap((folder) =>
  readdirSync(join(room, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(room, folder, name)),
);

describe('tokens', () => {
  it('has colours in one place only', () => {
    for (const file of files)
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/#[0-9a-f]{3,8}\b|oklch\(|rgba?\(|hsl/i);
  });

  it('has durations in one place only', () => {
    for (const file of files) {
      const timed = readFileSync(file, 'utf8').match(/(?:transition|animation)[^;]*\b\d+m?s\b[^;]*/g) ?? [];
      expect(
        timed.filter((rule) => !rule.includes('blink')),
        file,
      ).toEqual([]);
    }
  });

  it('has no shadows, no blur and no rounded boxes', () => {
    for (const file of files) {
      const css = readFileSync(file, 'utf8');
      expect(css, file).not.toMatch(/blur\(|drop-shadow|text-shadow/);
      expect(css.match(/box-shadow:(?!\s*(inset|none))[^;]*/g), file).toBeNull();
      for (const radius of css.match(/radius:[^;]*/g) ?? []) expect(radius).toMatch(/50%|question-corner/);
    }
  });

  it('mentions only tokens that exist', () => {
    const tokens = readFileSync(join(room, 'theme/tokens.css'), 'utf8');
    const known = new Set(tokens.match(/--[a-z0-9-]+(?=:)/g));
    for (const file of files) {
      const css = readFileSync(file, 'utf8');
      const local = new Set(css.match(/--[a-z0-9-]+(?=:)/g));
      for (const [, name] of css.matchAll(/var\((--[a-z0-9-]+)/g)) {
        expect(known.has(name as string) || local.has(name as string), `${name} in ${file}`).toBe(true);
      }
    }
  });
});

describe('the theme', () => {
  it('follows the system until told otherwise', () => {
    expect(shownTheme('system', true)).toBe('dark');
    expect(shownTheme('system', false)).toBe('light');
    expect(shownTheme('light', true)).toBe('light');
  });
});
