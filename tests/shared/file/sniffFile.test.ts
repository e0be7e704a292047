import { describe, expect, it } from 'vitest';
import { writeJamFile } from '../../../shared/file/jamFile.ts';
import { sniffFile } from '../../../shared/file/sniffFile.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { someJam } from './jamFixtures.ts';

const zip = toUtf8('PK\u0003\u0004more');

describe('what a file is', () => {
  it('is told by its bytes before its name', () => {
    const jam = writeJamFile(someJam());
    if (!jam.ok) throw new Error(jam.sentence);
    expect(sniffFile('renamed.txt', jam.value)).toEqual({ kind: 'riffjam', opens: 'jam', sentence: null });
    expect(sniffFile('board.csv', toUtf8('fig-jam.\u0001\u0002')).kind).toBe('figjam');
  });

  it.each([
    ['Board.jam', toUtf8('fig-jam.xyz'), 'figjam'],
    ['Board.jam', zip, 'figjam'],
    ['Board.rtb', zip, 'miro'],
    ['sheet.xlsx', zip, 'archive'],
    ['a.canvas', toUtf8('{"nodes":[]}'), 'json-canvas'],
    ['a.json', toUtf8(' {"edges" : [],"nodes":[]}'), 'json-canvas'],
    ['a.json', toUtf8('{"type": "excalidraw", "version": 2}'), 'excalidraw'],
    ['a.tldr', toUtf8('{"tldrawFileFormatVersion":1}'), 'tldraw'],
    ['Outline.MD', toUtf8('- a'), 'markdown'],
    ['t.csv', toUtf8('a,b'), 'csv'],
    ['t.tsv', toUtf8('a\tb'), 'tsv'],
    ['t.txt', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'text'],
    ['latin.csv', Uint8Array.of(0x63, 0x61, 0x66, 0xe9), 'csv'],
    ['', toUtf8('one idea'), 'text'],
    ['a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'image'],
    ['a.svg', toUtf8('<svg xmlns="x"/>'), 'image'],
    ['a.pdf', toUtf8('%PDF-1.7'), 'pdf'],
    ['a.riffjam', toUtf8('nonsense'), 'riffjam'],
    ['a.txt', toUtf8('  \n '), 'empty'],
    ['a.txt', new Uint8Array(0), 'empty'],
    ['a.bin', Uint8Array.of(1, 0, 2, 0), 'unknown'],
    ['a.html', toUtf8('<p>hello'), 'unknown'],
  ])('%s is told apart', (name, bytes, kind) => {
    const sniffed = sniffFile(name, bytes);
    expect(sniffed.kind).toBe(kind);
    if (sniffed.opens === 'no') expect(sniffed.sentence).toMatch(/^[A-Z].*\.$/);
    else expect(sniffed.sentence).toBeNull();
  });
});
