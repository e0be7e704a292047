import { describe, expect, it } from 'vitest';
import { softBreaks } from '../../../renderer/ideas/sheetLines.ts';
import { breakLines } from '../../../shared/ideas/lineBreaking.ts';

describe('where an open sheet breaks its lines', () => {
  it('is where each further line of the card begins', () => {
    expect(softBreaks('one two three', ['one', 'two', 'three'])).toEqual([4, 8]);
  });

  it('leaves all spaces at the end of the line before, also several', () => {
    expect(softBreaks('  one   two', ['one', 'two'])).toEqual([8]);
    expect(softBreaks('one two   ', ['one two'])).toEqual([]);
  });

  it('finds its place in a word that is broken, and after a hyphen', () => {
    expect(softBreaks('abcdefgh', ['abcd', 'efgh'])).toEqual([4]);
    expect(softBreaks('night-air round', ['night-', 'air round'])).toEqual([6]);
  });

  it('agrees with the table for any text: the pieces hold the same letters as the lines', () => {
    const text =
      'The postman knocks  on every door above 35°, and the baker — who bakes — does so, too; 你好世界';
    const lines = breakLines(text, 'sheet', 126);
    const cuts = [0, ...softBreaks(text, lines), text.length];
    const pieces = lines.map((_, i) =>
      text
        .slice(cuts[i], cuts[i + 1])
        .trim()
        .replace(/ +/g, ' '),
    );
    expect(pieces).toEqual(lines);
  });
});
