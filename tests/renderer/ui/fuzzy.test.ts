import { describe, expect, it } from 'vitest';
import { foldText, fuzzyMatch, wordsMatch } from '../../../renderer/ui/fuzzy.ts';

describe('finding by a few letters', () => {
  it('finds the beginnings of words', () => {
    expect(fuzzyMatch('ztf', 'Zoom to fit')?.at).toEqual([0, 5, 8]);
  });

  it('finds words in any order', () => {
    expect(fuzzyMatch('fit zoom', 'Zoom to fit')).not.toBeNull();
  });

  it('does not care for accents or capitals', () => {
    expect(fuzzyMatch('ines', 'Inês Duarte')?.at).toEqual([0, 1, 2, 3]);
    expect(foldText('Bąk Ångström')).toBe('bak angstrom');
  });

  it('keeps positions true where a character folds to several', () => {
    expect(foldText('ﬁsh')).toHaveLength('ﬁsh'.length);
  });

  it('puts a word that begins so before one that only has it inside', () => {
    const start = fuzzyMatch('list', 'List') as { score: number };
    const inside = fuzzyMatch('list', 'Enlist somebody') as { score: number };
    expect(start.score).toBeGreaterThan(inside.score);
  });

  it('does not find letters strewn over a sentence', () => {
    expect(fuzzyMatch('door', 'Churches stay open till midnight as cool rooms')).toBeNull();
    expect(wordsMatch('door', 'Churches stay open till midnight as cool rooms')).toBeNull();
  });

  it('puts the whole word before its beginning', () => {
    const whole = wordsMatch('door', 'The post knocks on every door above') as { score: number };
    const beginning = wordsMatch('door', 'Carriers pass 96% of all doors daily') as { score: number };
    expect(whole.score).toBeGreaterThan(beginning.score);
  });

  it('lets everything pass for an empty query', () => {
    expect(fuzzyMatch('  ', 'Anything')?.at).toEqual([]);
  });
});
