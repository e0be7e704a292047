import { describe, expect, it } from 'vitest';
import { fixture, forest, groupNameOf, ideaOf, imported } from './importing.ts';

describe('a Markdown outline', () => {
  it('becomes riff trees, groups and a challenge', () => {
    const jam = fixture('outline.md');
    expect(jam.title).toBe('Bus 47');
    expect(jam.brief).toEqual({ challenge: 'How might the valley keep a bus?' });
    expect(forest(jam)).toEqual([
      'Written after the meeting of 3 March. It went on until ten.',
      'The school run is two thirds of all tickets',
      '  Ask the school for times, see the plan',
      '    What if school began at nine?',
      '  Pensioners ride between runs',
      'The night bus is empty',
      'Full from the mill on',
      'The county pays per kilometre',
      '  Shorter turns cost less',
      '<script>alert(1)</script> & co.',
      'Line · Cost',
      '47 · 210,000',
      'The Ploughman',
    ]);
    expect(ideaOf(jam, 'Ask the school for times, see the plan').detail).toBe(
      '[the plan](https://example.org/plan)',
    );
    expect(ideaOf(jam, 'The night bus is empty').detail).toBe('Counted on four Fridays.');
    expect(groupNameOf(jam, 'Full from the mill on')).toBe('On market days');
    expect(groupNameOf(jam, 'The Ploughman')).toBe('Names');
    expect(jam.groups.find(({ name }) => name === 'On market days')?.parent).toBe(
      jam.groups.find(({ name }) => name === 'Who rides it')?.ref,
    );
    expect(jam.notes).toEqual([]);
  });

  it('takes tabs, wide indents, numbers and a slip of one space as people mean them', () => {
    expect(forest(imported('a.md', '- a\n\t- b\n\t\t- c\n - d\n1. e\n  - f\n       * g'))).toEqual([
      'a',
      '  b',
      '    c',
      'd',
      'e',
      '  f',
      '    g',
    ]);
  });

  it('keeps code with the idea above it and does not read its lines as items', () => {
    const jam = imported('a.md', '- a\n  ```js\n  - not an item\n  # not a heading\n  ```\n- b');
    expect(forest(jam)).toEqual(['a', 'b']);
    expect(ideaOf(jam, 'a').detail).toContain('- not an item');
  });

  it('takes a quoted list and a document of headings only', () => {
    expect(forest(imported('a.md', '> - a\n>   - b'))).toEqual(['a', '  b']);
    expect(forest(imported('a.md', '# Challenge\n## a\n### b\n## c'))).toEqual(['a', '  b', 'c']);
  });

  it('reads a list 5,000 deep without overflowing', () => {
    const deep = Array.from({ length: 5000 }, (_, i) => `${' '.repeat(2 * i)}- level ${i}`).join('\n');
    const jam = imported('deep.md', deep);
    expect(jam.ideas).toHaveLength(5000);
    expect(jam.ideas.at(-1)).toMatchObject({
      text: 'level 4999',
      parents: [{ ref: 'idea-4999', bond: 'build' }],
    });
    const quotes = imported(
      'deep.md',
      `${'>'.repeat(50_000)} a\n${'- '.repeat(5000)}b\n${'['.repeat(3999)}c`,
    );
    expect(quotes.ideas.length).toBeGreaterThan(0);
  });

  it('ends with many marks, links and lines in a time that grows with the text', () => {
    const nasty = [
      '*a **b '.repeat(500),
      '[a]('.repeat(900),
      '`'.repeat(3000),
      '<a '.repeat(1000),
      '&amp;'.repeat(700),
      '!['.repeat(1500),
    ];
    const jam = imported('nasty.md', nasty.map((line) => `- ${line}`).join('\n'));
    expect(jam.ideas).toHaveLength(nasty.length);
  });
});
