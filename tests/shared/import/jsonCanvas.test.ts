import { describe, expect, it } from 'vitest';
import { importFile } from '../../../shared/import/importFile.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { fixture, groupNameOf, ideaOf, imported } from './importing.ts';

const canvas = (nodes: unknown[], edges: unknown[] = [], more = {}) =>
  imported('a.canvas', JSON.stringify({ nodes, edges, ...more }));

describe('a JSON Canvas of another program', () => {
  it('comes in with its texts, places, groups and lines, and says what was left out', () => {
    const jam = fixture('obsidian.canvas');
    expect(jam.ideas.map(({ text }) => text)).toEqual([
      'Two thirds are pupils\nCounted in March.',
      'What do the others do?',
      'timetable.md',
      'example.org/bus',
      'A kind of tomorrow',
      'No id',
      'Second a',
    ]);
    expect(ideaOf(jam, 'timetable.md').detail).toBe('notes/valley/timetable.md#Sundays');
    expect(groupNameOf(jam, 'timetable.md')).toBe('School');
    expect(groupNameOf(jam, 'What do the others do?')).toBe('Riders');
    expect(jam.groups.map(({ ref, parent }) => [ref, parent])).toEqual([
      ['g1', null],
      ['g2', 'g1'],
    ]);
    expect(ideaOf(jam, 'example.org/bus').place).toEqual({ x: 1200, y: 1_000_000 });
    expect(ideaOf(jam, 'No id').place).toEqual({ x: 12, y: -7.5 });
    expect(jam.connectors).toEqual([
      { from: 'a', to: 'b', label: 'so' },
      { from: 'g2', to: 'd', label: '' },
    ]);
    expect(jam.notes).toEqual([
      '4 broken nodes left out.',
      '2 nodes without an id of their own came in without lines.',
      '1 node of a kind that Riffroom doesn’t know and without words left out.',
      'Colours were left out: in a jam, the colour of a sheet shows its tree.',
      '2 lines without two ends left out.',
      '1 empty sheet left out.',
      '2 lines without something at both ends left out.',
    ]);
    expect('polluted' in {}).toBe(false);
  });

  it('breaks circles of riffs and of groups', () => {
    const riff = (fromNode: string, toNode: string) => ({
      id: fromNode + toNode,
      fromNode,
      toNode,
      riffroom: { bond: 'twist' },
    });
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, type: 'text', text: id, x: 0, y: 0 }));
    const group = (id: string, parent: string) => ({
      id,
      type: 'group',
      label: id,
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      riffroom: { parent },
    });
    const jam = canvas(
      [...nodes, group('g', 'h'), group('h', 'g')],
      [riff('a', 'b'), riff('b', 'c'), riff('c', 'a')],
    );
    expect(
      jam.ideas.flatMap(({ ref, parents }) => parents.map((parent) => `${parent.ref}>${ref}`)),
    ).toHaveLength(2);
    expect(jam.groups.filter(({ parent }) => parent !== null)).toHaveLength(1);
    expect(jam.notes).toHaveLength(2);
    const position = new Map(jam.ideas.map(({ ref }, i) => [ref, i]));
    for (const [i, { parents }] of jam.ideas.entries())
      for (const { ref } of parents) expect(position.get(ref)).toBeLessThan(i);
  });

  it('never lets two groups of the same size hold each other', () => {
    const group = (id: string) => ({ id, type: 'group', label: id, x: 0, y: 0, width: 100, height: 100 });
    expect(
      canvas([group('g'), group('h'), group('i')])
        .groups.map(({ parent }) => parent)
        .filter((parent) => parent === null),
    ).toHaveLength(1);
  });

  it('puts a long text into the detail, whole, and its first line on the sheet', () => {
    const text = `# The **first** line\n\n${'More of it. '.repeat(60)}`;
    const [idea] = canvas([{ id: 'a', type: 'text', text, x: 0, y: 0 }]).ideas;
    expect(idea?.text).toBe('The first line');
    expect(idea?.detail).toBe(text.trim());
  });

  it('refuses what is no canvas, with a sentence', () => {
    for (const text of ['{"nodes": [', '[]', 'null', '{"nodes":[],"edges":[]}', '{"nodes":7}', '{}']) {
      const result = importFile('a.canvas', toUtf8(text));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('holds ideas, groups and texts to their bounds, and says so', () => {
    const many = Array.from({ length: 20_050 }, (_, i) => ({
      id: `n${i}`,
      type: 'text',
      text: `n${i}`,
      x: i,
      y: 0,
    }));
    const jam = canvas([{ id: 'long', type: 'mystery', text: 'x'.repeat(500_000), x: 0, y: 0 }, ...many]);
    expect(jam.ideas).toHaveLength(20_000);
    expect(jam.ideas[0]?.detail).toHaveLength(200_000);
    expect(jam.notes).toEqual([
      'Only the first 20,000 ideas came in; 51 more did not.',
      '1 text was longer than an idea can be and cut.',
    ]);
  });
});
