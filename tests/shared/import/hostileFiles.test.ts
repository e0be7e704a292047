import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS } from '../../../shared/import/importedJam.ts';
import { importFile } from '../../../shared/import/importFile.ts';
import { IMPORTERS } from '../../../shared/import/registry.ts';
import { concatBytes, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { imported } from './importing.ts';

const read = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
const seeds: readonly (readonly [string, Uint8Array])[] = [
  ['outline.md', read('outline.md')],
  ['obsidian.canvas', read('obsidian.canvas')],
  ['table.csv', toUtf8('id,text,parent,x,y\n1,"a ""b""\nc",,1,2\n2,d,1,-3,"4,5"\n3,e,1;2,,\n')],
  ['lines.txt', toUtf8('• one\ntwo\n\nthree')],
];

describe('files that somebody broke', () => {
  it.each(seeds)('%s, damaged 300 times, is imported in bounds or refused in a sentence', (name, bytes) => {
    const context = createSeededContext(bytes.length);
    const roll = (below: number): number =>
      new DataView(context.randomBytes(4).buffer).getUint32(0) % Math.max(1, below);
    for (let i = 0; i < 300; i++) {
      const from = roll(bytes.length);
      const piece = bytes.slice(from, from + roll(60));
      const damaged = concatBytes(
        bytes.slice(0, roll(bytes.length)),
        piece,
        i % 3 === 0 ? context.randomBytes(roll(9)) : piece,
        bytes.slice(from),
      );
      const result = importFile(name, damaged);
      if (!result.ok) {
        expect(result.sentence).toMatch(/^[A-Z].*\.$/s);
        continue;
      }
      const refs = new Set<string>(result.value.groups.map(({ ref }) => ref));
      for (const { ref, text, parents, place, group } of result.value.ideas) {
        expect(refs.has(ref)).toBe(false);
        for (const parent of parents) expect(refs.has(parent.ref)).toBe(true);
        if (group !== null) expect(refs.has(group)).toBe(true);
        refs.add(ref);
        expect(text.length).toBeLessThanOrEqual(IMPORT_LIMITS.text);
        if (place) expect(Math.abs(place.x) + Math.abs(place.y)).toBeLessThanOrEqual(2 * IMPORT_LIMITS.reach);
      }
    }
  });

  it('a deeply nested JSON, a line of a million marks and a million empty rows end in good time', () => {
    expect(importFile('a.canvas', toUtf8(`{"nodes":${'['.repeat(500_000)}`)).ok).toBe(false);
    expect(imported('a.md', `- ${'*_`['.repeat(250_000)}`).ideas).toHaveLength(1);
    expect(importFile('a.csv', toUtf8('\r\n'.repeat(1_000_000))).ok).toBe(false);
    expect(imported('a.txt', `${'\n'.repeat(1_000_000)}x`).ideas).toHaveLength(1);
  });
});

describe.each(IMPORTERS.map((importer) => [importer.id, importer] as const))(
  'importer %s',
  (id, importer) => {
    it('has an id of its own, words for a dialog, endings, and refuses nothing at all in a sentence', () => {
      expect(IMPORTERS.filter((other) => other.id === id)).toHaveLength(1);
      expect(importer.title).not.toBe('');
      expect(importer.extensions.length).toBeGreaterThan(0);
      const result = importer.run('', 'empty');
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.sentence).toMatch(/^[A-Z].*\.$/);
    });
  },
);
