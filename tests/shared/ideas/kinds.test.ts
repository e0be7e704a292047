import { describe, expect, test } from 'vitest';
import { BOND_LIST } from '../../../shared/ideas/bonds.ts';
import { initialsOf } from '../../../shared/ideas/initials.ts';
import { inkOfLabel } from '../../../shared/ideas/inks.ts';
import { IDEA_KINDS, ideaKind } from '../../../shared/ideas/kinds.ts';
import { SHEET_PADDING } from '../../../shared/ideas/sheetText.ts';

describe('the registries', () => {
  test('every kind has a cut of its own that the sheet can be set in, and words', () => {
    expect(new Set(IDEA_KINDS.map(({ id }) => id)).size).toBe(IDEA_KINDS.length);
    expect(new Set(IDEA_KINDS.map(({ cut }) => cut)).size).toBe(IDEA_KINDS.length);
    for (const { id, title, meaning, cut } of IDEA_KINDS) {
      expect(ideaKind(id).id).toBe(id);
      expect(title && meaning).toBeTruthy();
      expect(SHEET_PADDING[cut]).toBeDefined();
    }
  });

  test('a kind of a newer version looks like a note', () => {
    for (const id of ['from the future', '__proto__', 'constructor', ''])
      expect(ideaKind(id).id).toBe('note');
  });

  test('every bond has a stroke, a head and a key of its own', () => {
    for (const field of ['stroke', 'head', 'key', 'title', 'noun'] as const) {
      expect(new Set(BOND_LIST.map((bond) => bond[field])).size).toBe(BOND_LIST.length);
    }
  });

  test('a tree keeps the ink of its letter', () => {
    expect(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'AA', "D'", 'D5'].map(inkOfLabel)).toEqual([
      'sun',
      'sky',
      'leaf',
      'pink',
      'clay',
      'cobalt',
      'sun',
      'leaf',
      'pink',
      'pink',
    ]);
  });

  test('initials are two letters, whatever the name', () => {
    expect(
      [
        'Mehmet Oral',
        'Inês  Duarte',
        'Cher',
        'ana maria lópez',
        'Þóra',
        '高橋 一郎',
        '  ',
        'J. R. (Bob) T',
        '#1',
      ].map(initialsOf),
    ).toEqual(['MO', 'ID', 'CH', 'AL', 'ÞÓ', '高一', '', 'JT', '1']);
  });
});
