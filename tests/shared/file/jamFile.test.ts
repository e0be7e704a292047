import { describe, expect, it } from 'vitest';
import { writeContainer } from '../../../shared/file/container.ts';
import { ENTRY_BYTES, HEADER_BYTES } from '../../../shared/file/format.ts';
import { type JamFileInput, readJamFile, writeJamFile } from '../../../shared/file/jamFile.ts';
import { readManifest } from '../../../shared/file/manifest.ts';
import { splitFrames } from '../../../shared/file/splitFrames.ts';
import { encodeRecords } from '../../../shared/log/journalRecord.ts';
import { concatBytes, noBytes, toUtf8 } from '../../../shared/util/bytes.ts';
import { recordKeys, someJam, someRecords, withFlip } from './jamFixtures.ts';

function written(input: JamFileInput): Uint8Array {
  const result = writeJamFile(input);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

function read(bytes: Uint8Array) {
  const result = readJamFile(bytes);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

describe('a jam file', () => {
  it('gives back title, history, snapshot and picture', () => {
    const input = someJam();
    const file = read(written(input));
    expect(file).toEqual({ ...input, kept: [], readOnly: null, lost: [] });
  });

  it('carries what a newer version put there', () => {
    const kept = [
      { type: 'keyframe', bytes: toUtf8('a state') },
      { type: 'x-votes', bytes: toUtf8('sealed') },
    ];
    const once = read(written({ ...someJam(), kept }));
    expect(once.kept).toEqual(kept);
    expect(read(written({ ...someJam(), kept: once.kept })).kept).toEqual(kept);
  });

  it('loses one piece of history to a bad spot, not the jam', () => {
    const records = someRecords(4000);
    const input = { ...someJam(records), snapshot: null, thumbnail: null };
    expect(splitFrames(input.records).length).toBeGreaterThan(2);
    const bytes = written(input);
    const file = read(withFlip(bytes, Math.floor(bytes.length / 2)));
    const keys = recordKeys(file.records);
    expect(keys.length).toBeGreaterThan(2500);
    expect(keys.length).toBeLessThan(4000);
    expect(new Set(recordKeys(input.records))).toEqual(new Set([...keys, ...recordKeys(input.records)]));
    expect(file.lost).toHaveLength(1);
  });

  it('gives back what was written before a file was cut off, of its only piece too', () => {
    const input = { ...someJam(), snapshot: null, thumbnail: null };
    const bytes = written(input);
    const all = recordKeys(input.records);
    for (const share of [0.3, 0.6, 0.9]) {
      const file = read(bytes.slice(0, bytes.length * share));
      const keys = recordKeys(file.records);
      expect(keys).toEqual(all.slice(0, keys.length));
      expect(keys.length).toBeGreaterThan(all.length * (share - 0.2));
      expect(file.lost).toHaveLength(1);
    }
  });

  it('reads the label from its second copy, and opens without any under a fresh id', () => {
    const input = { ...someJam(), snapshot: null, thumbnail: null };
    // three sections: label, history, label again
    const firstLabel = HEADER_BYTES + 4 * ENTRY_BYTES;
    expect(read(withFlip(written(input), firstLabel + 3)).jam).toBe(input.jam);
    const without = writeContainer([{ type: 'log', bytes: input.records }]);
    if (!without.ok) throw new Error(without.sentence);
    const file = read(without.value);
    expect(file.jam).toBeNull();
    expect(file.lost).toEqual(['The label that names this jam is missing, so it opens as a jam of its own.']);
    expect(recordKeys(file.records)).toHaveLength(300);
  });

  it('refuses a container in which there is no jam', () => {
    const nothing = writeContainer([{ type: 'thumbnail', bytes: toUtf8('<svg/>') }]);
    if (!nothing.ok) throw new Error(nothing.sentence);
    expect(readJamFile(nothing.value)).toMatchObject({ ok: false, code: 'no-history' });
  });

  it('opens a jam that nobody has written in yet', () => {
    expect(read(written({ ...someJam(), records: noBytes })).records).toEqual(noBytes);
  });

  it('cuts the history at record boundaries only', () => {
    const records = someRecords(50);
    const framed = encodeRecords(records);
    const pieces = splitFrames(framed, 1000);
    expect(concatBytes(...pieces)).toEqual(framed);
    expect(pieces.flatMap((piece) => recordKeys(piece))).toEqual(recordKeys(framed));
    const torn = concatBytes(framed, Uint8Array.of(1, 2, 3));
    expect(concatBytes(...splitFrames(torn, 1000))).toEqual(torn);
  });
});

describe('the label of a jam file', () => {
  it('takes only an id that can safely name a folder', () => {
    const label = (jam: unknown) => readManifest(toUtf8(JSON.stringify({ jam, title: 'x' })));
    for (const jam of ['../../etc', 'a/b', '', 'c:\\x', 7, null, 'x'.repeat(65)])
      expect(label(jam)).toBeNull();
    expect(label('aZ_-9')?.jam).toBe('aZ_-9');
  });

  it('makes a fresh object without the keys that change prototypes', () => {
    const read = readManifest(
      toUtf8('{"jam":"a","title":"One\\nline","__proto__":{"polluted":true},"constructor":1}'),
    );
    expect(read).toEqual({ jam: 'a', title: 'One line', createdWith: '' });
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
    for (const text of ['', '[]', 'null', '"x"', '{"jam"', '\u0000'])
      expect(readManifest(toUtf8(text))).toBeNull();
  });
});
