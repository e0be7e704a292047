import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { canvasExport } from '../../../shared/export/canvasExport.ts';
import { ideaTable } from '../../../shared/export/ideaTable.ts';
import type { ImportedJam } from '../../../shared/import/importedJam.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { someGroup, someIdea, someJam, someRiff } from '../ideas/someJam.ts';
import { sampleSnapshot } from '../sample/sampleSnapshot.ts';
import { exported, exportInput, NASTY, roundTrip } from './exporting.ts';

/** A forest of nasty texts with random riffs, kinds, groups and places, from a seed. */
function randomJam(seed: number): JamSnapshot {
  const context = createSeededContext(seed);
  const roll = (below: number): number => (context.randomBytes(2)[0] as number) % below;
  const ids = Array.from({ length: 24 }, (_, i) => `i${i}`);
  const ideas = ids.map((id, i) => {
    const text = NASTY[roll(NASTY.length)] as string;
    const place = {
      x: 176 * (i % 6) + roll(40),
      y: 400 * Math.floor(i / 6),
      group: i % 5 === 0 ? 'g' : i % 7 === 0 ? 'h' : null,
    };
    const kind = ['note', 'question', 'risk', 'insight', 'proposal', 'hologram'][roll(6)] as string;
    return someIdea(id, {
      text: `${id} ${text}`,
      detail: roll(3) === 0 ? (NASTY[roll(NASTY.length)] as string) : '',
      kind,
      place,
      born: { author: roll(2) ? 'alice' : 'bob', lamport: i },
    });
  });
  const bonds = ['build', 'twist', 'combine', 'question'] as const;
  const riffs = ids
    .slice(1)
    .flatMap((id, i) =>
      roll(3) > 0
        ? [someRiff(id, ids[roll(i + 1)] as string, { bond: bonds[roll(4)] ?? 'build', lamport: i })]
        : [],
    );
  const end = (id: string) => ({ type: id === 'g' ? ('group' as const) : ('idea' as const), id });
  const connectors = [0, 1, 2].map((n) => ({
    by: 'bob',
    lamport: n,
    at: 0,
    id: `c${n}`,
    from: end(`i${roll(12)}`),
    to: end(n === 0 ? 'g' : `i${12 + roll(12)}`),
    label: NASTY[n] as string,
    bin: false,
  }));
  const groups = [
    someGroup('g', { name: 'Über "all"', x: -500, y: -500, w: 3000, h: 3000 }),
    someGroup('h', { parent: 'g', role: 'fresh', x: 20, y: 20 }),
  ];
  const members = [
    { id: 'alice', name: 'Alice', expertise: 'x', lamport: 1 },
    { id: 'bob', name: 'Bob "the" Builder, =1', expertise: '', lamport: 1 },
  ];
  return someJam({ ideas, riffs, connectors, groups, members });
}

const clean = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Imported refs by text: the texts of these jams are all different. */
function names(jam: ImportedJam): (ref: string) => string {
  const texts = new Map<string, string>([
    ...jam.ideas.map(({ ref, text }) => [ref, text] as const),
    ...jam.groups.map(({ ref, name }) => [ref, name] as const),
  ]);
  return (ref) => texts.get(ref) ?? `? ${ref}`;
}

function riffsOf(jam: ImportedJam): string[] {
  const name = names(jam);
  return jam.ideas
    .flatMap(({ text, parents }) => parents.map(({ ref, bond }) => `${name(ref)} -${bond}> ${text}`))
    .sort();
}

function riffsIn(snapshot: JamSnapshot): string[] {
  const text = (id: string): string => clean(snapshot.ideas.get(id)?.text ?? '');
  return [...snapshot.riffs.values()]
    .map(({ parent, child, bond }) => `${text(parent)} -${bond}> ${text(child)}`)
    .sort();
}

const jams = [
  ['the sample', sampleSnapshot()],
  ...[1, 2, 3, 4, 5, 6].map((seed) => [`random jam ${seed}`, randomJam(seed)] as const),
] as const;

describe.each(jams)('JSON Canvas, out and in again: %s', (_, snapshot) => {
  const input = exportInput(snapshot);
  const jam = roundTrip(canvasExport, input);

  it('keeps texts, details, kinds, authors and places', () => {
    const groups = names(jam);
    for (const idea of jam.ideas) {
      const original = snapshot.ideas.get(idea.ref);
      const sheet = input.layout.sheets.get(idea.ref);
      expect({ text: idea.text, detail: idea.detail, kind: idea.kind }).toEqual({
        text: clean(original?.text ?? ''),
        detail: clean(original?.detail ?? ''),
        kind: original?.kind,
      });
      expect(idea.author).toBe(snapshot.members.get(original?.born.author ?? '')?.name ?? null);
      expect(idea.place).toEqual({ x: Math.round(sheet?.x ?? 0), y: Math.round(sheet?.y ?? 0) });
      const group = snapshot.groups.get(original?.place.group ?? '')?.name;
      expect(idea.group === null ? undefined : groups(idea.group)).toBe(group);
    }
    expect(jam.ideas).toHaveLength(snapshot.ideas.size);
    expect(jam.notes).toEqual([]);
  });

  it('keeps riffs, groups and connectors', () => {
    expect(riffsOf(jam)).toEqual(riffsIn(snapshot));
    expect(jam.groups.map(({ name, role, parent }) => [name, role, parent]).sort()).toEqual(
      [...snapshot.groups.values()].map(({ name, role, parent }) => [name, role, parent]).sort(),
    );
    const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
    expect(jam.connectors.map(({ from, to, label }) => [from, to, label]).sort()).toEqual(
      [...snapshot.connectors.values()]
        .filter(({ from, to }) => from.id !== to.id)
        .map(({ from, to, label }) => [from.id, to.id, oneLine(label)])
        .sort(),
    );
    expect(jam.brief ?? {}).toEqual(
      Object.fromEntries(
        Object.entries(snapshot.brief).filter(([field, text]) => field !== 'title' && text !== ''),
      ),
    );
  });

  it('writes what the format asks for: whole numbers, known ends, groups below', () => {
    const canvas = JSON.parse(exported(canvasExport, input)) as {
      nodes: { id: string; type: string; x: number; y: number; width: number; height: number }[];
      edges: { id: string; fromNode: string; toNode: string }[];
    };
    const ids = new Set(canvas.nodes.map(({ id }) => id));
    for (const { x, y, width, height } of canvas.nodes)
      for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
    for (const { fromNode, toNode } of canvas.edges) expect(ids.has(fromNode) && ids.has(toNode)).toBe(true);
    expect(new Set(canvas.edges.map(({ id }) => id)).size).toBe(canvas.edges.length);
    const types = canvas.nodes.map(({ type }) => type);
    expect(types.lastIndexOf('group')).toBeLessThan(types.indexOf('text'));
  });
});

describe.each(jams)('a table, out and in again: %s', (_, snapshot) => {
  it('keeps texts, riffs, kinds, authors, groups and places', () => {
    const input = exportInput(snapshot);
    const jam = roundTrip(ideaTable, input);
    const originals = new Map([...snapshot.ideas.values()].map((idea) => [clean(idea.text), idea]));
    expect(jam.ideas.map(({ text }) => text).sort()).toEqual([...originals.keys()].sort());
    expect(riffsOf(jam)).toEqual(riffsIn(snapshot));
    const name = names(jam);
    for (const idea of jam.ideas) {
      const original = originals.get(idea.text);
      const sheet = input.layout.sheets.get(original?.id ?? '');
      expect(idea).toMatchObject({
        kind: original?.kind,
        author: snapshot.members.get(original?.born.author ?? '')?.name,
        place: { x: sheet?.x, y: sheet?.y },
      });
      expect(idea.group === null ? undefined : name(idea.group)).toBe(
        snapshot.groups.get(original?.place.group ?? '')?.name,
      );
    }
  });

  it('has no cell that a spreadsheet would run', () => {
    const rows = Papa.parse<string[]>(exported(ideaTable, exportInput(snapshot)).slice(1)).data;
    const cells = rows.flat().filter((cell) => !/^-?\d+(\.\d+)?$/.test(cell));
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  });
});

describe('a selection', () => {
  it('brings its ideas, what lies between them and the groups they lie in', () => {
    const selection = new Set(['wait', 'homes', 'hosts', 'bakery', 'storm-noon']);
    const jam = roundTrip(canvasExport, exportInput(sampleSnapshot(), { selection }));
    expect(new Set(jam.ideas.map(({ ref }) => ref))).toEqual(selection);
    expect(jam.ideas.flatMap(({ parents }) => parents)).toHaveLength(3);
    expect(jam.connectors).toHaveLength(1);
    expect(new Set(jam.groups.map(({ ref }) => ref))).toEqual(
      new Set(['area-wait', 'area-early', 'area-fresh']),
    );
    const table = roundTrip(ideaTable, exportInput(sampleSnapshot(), { selection }));
    expect(table.ideas).toHaveLength(5);
  });
});
