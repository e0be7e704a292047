import { describe, expect, it } from 'vitest';
import { pickSpellLanguages } from '../../electron/app/pickSpellLanguages.ts';

const available = ['de', 'en-GB', 'en-US', 'es', 'es-ES', 'pt-BR'];

describe('the dictionaries to check with', () => {
  it.each([
    [['en-GB'], ['en-GB']],
    [
      ['de-CH', 'en-us'],
      ['de', 'en-US'],
    ],
    [['pt-PT'], ['pt-BR']],
    [['es-MX', 'es'], ['es']],
    [['tlh'], ['en-US']],
    [[], ['en-US']],
    [
      ['de', 'en-GB', 'en-US', 'es'],
      ['de', 'en-GB', 'en-US'],
    ],
  ])('of %j are %j', (wanted, picked) => {
    expect(pickSpellLanguages(available, wanted)).toEqual(picked);
  });

  it('are none where there are none', () => {
    expect(pickSpellLanguages([], ['de'])).toEqual([]);
  });
});
