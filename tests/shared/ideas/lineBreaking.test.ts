import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../../shared/ideas/lineBreaking.ts';
import { clustersOf, TEXT_STYLES, textWidth } from '../../../shared/ideas/textMetrics.ts';

const WIDTH = 126;
const breakSheet = (text: string) => breakLines(text, 'sheet', WIDTH);

describe('lines', () => {
  test('break at spaces, which vanish, and at newlines, which stand', () => {
    expect(breakSheet('Carriers pass 96% of all doors daily')).toEqual([
      'Carriers pass 96%',
      'of all doors daily',
    ]);
    expect(breakSheet('one\n\n two \tthree\r\nfour\n')).toEqual(['one', '', 'two three', 'four', '']);
    expect(breakSheet('')).toEqual([]);
  });

  test('break after hyphens, dashes and slashes, but not inside a minus, a date or //', () => {
    const narrow = (text: string) => breakLines(text, 'sheet', 40);
    expect(narrow('well-being')).toEqual(['well-', 'being']);
    expect(narrow('and/or')).toEqual(['and/', 'or']);
    expect(breakLines('heat—wave', 'sheet', 60)).toEqual(['heat—', 'wave']);
    expect(breakLines('x -5', 'sheet', textWidth('x -', TEXT_STYLES.sheet) + 1)).toEqual(['x', '-5']);
    expect(breakLines('xxx a//b', 'sheet', textWidth('xxx a/', TEXT_STYLES.sheet) + 1)).toEqual([
      'xxx',
      'a//b',
    ]);
  });

  test('a no-break space holds', () => {
    expect(breakLines('above 35\u00a0°C', 'sheet', 60)).toEqual(['above', '35\u00a0°C']);
  });

  test('a word wider than the sheet is broken between letters, never inside one', () => {
    const family = '👩‍👩‍👧‍👦';
    const lines = breakSheet(family.repeat(20));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length % family.length).toBe(0);
    expect(breakSheet('Donaudampfschifffahrtsgesellschaft').length).toBeGreaterThan(1);
    expect(breakSheet('n\u0303'.repeat(40)).every((line) => !line.startsWith('\u0303'))).toBe(true);
  });

  test('Chinese and Japanese break between characters, and no line starts with a full stop', () => {
    const lines = breakSheet('高齢者が一人で熱波に向き合わないためにはどうすればよいか。'.repeat(2));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).not.toMatch(/^[。、]/);
    expect(breakSheet(`${'高'.repeat(8)}。`)).toEqual(['高'.repeat(7), '高。']);
  });

  test('marks and joiners beside a space change no width (found by chance)', () => {
    for (const text of ['Donaudampfschifffahrt\u200d \ufe0f', '\u0000 \ufe0f']) {
      for (const line of breakLines(text, 'sheet', 156)) {
        expect(textWidth(line, TEXT_STYLES.sheet)).toBeLessThanOrEqual(156);
      }
    }
  });

  test('nothing is added or lost but breaking spaces, and no line is too wide', () => {
    fc.assert(
      fc.property(
        randomText(),
        fc.constantFrom('sheet' as const, 'root' as const),
        fc.integer({ min: 20, max: 300 }),
        (text, style, width) => {
          const lines = breakLines(text, style, width);
          expect(isSameText(lines, text)).toBe(true);
          for (const line of lines) {
            expect(line).not.toMatch(/^ | $/);
            if (clustersOf(line).length > 1)
              expect(textWidth(line, TEXT_STYLES[style])).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  test('a very long text is broken in time, however it is written', () => {
    // Not timed: ten texts of 200,000 characters do not end within the test's limit where any step is quadratic.
    for (const text of ['word ', 'x', '高', '-', '👩‍👧', 'a\u0301', '\u200d', 'a/', '\n', ' ']) {
      const long = text.repeat(Math.ceil(200_000 / text.length));
      expect(isSameText(breakSheet(long), long)).toBe(true);
    }
  }, 60_000);
});

const SPACES = /[ \t\v\f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g;

/** Walks lines and text side by side: a line must stand in the text as it is, between them only breaking spaces. */
function isSameText(lines: readonly string[], text: string): boolean {
  const paragraphs = text === '' ? [] : text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  let at = 0;
  for (const paragraph of paragraphs) {
    const wanted = paragraph.replace(SPACES, ' ').replace(/^ | $/g, '');
    let done = 0;
    do {
      const line = lines[at++];
      if (line === undefined || !wanted.startsWith(line, done)) return false;
      done += line.length;
      if (wanted[done] === ' ') done++;
    } while (done < wanted.length);
  }
  return at === lines.length;
}

function randomText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '-',
      '/',
      '—',
      '\u00a0',
      '\u200b',
      '\u200d',
      '\ufe0f',
      '。',
      '高',
      '한',
    ),
    fc.constantFrom(
      'heat',
      'wave',
      'Donaudampfschifffahrt',
      'WWWWWW',
      '👩‍👧',
      '🇩🇪',
      'e\u0301',
      'Ω',
      'https://a.b/c-d',
      '35°',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
}
