import { describe, expect, it } from 'vitest';
import { sayReading, stepTo } from '../../../renderer/phases/reading.ts';

describe('reading a reveal', () => {
  it.each([
    [1, '1 sheet: about half a minute to read it.'],
    [15, '15 sheets: about 1 minute to read them all.'],
    [36, '36 sheets: about 2½ minutes to read them all.'],
    [90, '90 sheets: about 6 minutes to read them all.'],
  ])('of %i sheets takes about four seconds each', (sheets, words) => {
    expect(sayReading(sheets)).toBe(words);
  });

  it('of nothing says what to do', () => {
    expect(sayReading(0)).toMatch(/go back and write, or go on/);
  });

  it('goes from sheet to sheet by the arrow keys and stays inside', () => {
    const from = (at: number, key: string) => stepTo(key, at, 10, 4);
    expect([from(0, 'ArrowRight'), from(0, 'ArrowDown'), from(5, 'ArrowUp'), from(5, 'ArrowLeft')]).toEqual([
      1, 4, 1, 4,
    ]);
    expect([from(0, 'ArrowLeft'), from(8, 'ArrowDown'), from(3, 'End'), from(3, 'Home')]).toEqual([
      0, 9, 9, 0,
    ]);
    expect(from(3, 'Tab')).toBeNull();
    expect(stepTo('ArrowRight', 0, 0, 0)).toBeNull();
  });
});
