import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type JamFile, readJamFile } from '../../../shared/file/jamFile.ts';
import { sniffFile } from '../../../shared/file/sniffFile.ts';
import { type LogRecord, readRecords } from '../../../shared/log/journalRecord.ts';
import { openPerson } from '../../support/threePeople.ts';

function openFixture(name: string): { file: JamFile; records: LogRecord[] } {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)));
  expect(sniffFile(name, bytes).opens).toBe('jam');
  const file = readJamFile(bytes);
  if (!file.ok) throw new Error(file.sentence);
  const { records, damaged } = readRecords(file.value.records);
  expect(damaged).toBeNull();
  return { file: file.value, records };
}

describe('files of released formats', () => {
  it('open for ever: 1.0, the sample as nine people played it, all unsigned', () => {
    const { file, records } = openFixture('format-1.0.riffjam');
    expect(file).toMatchObject({
      jam: 'EightyMinutesFixture01',
      title: 'Eighty Minutes',
      kept: [],
      lost: [],
      readOnly: null,
    });
    expect(records.length).toBeGreaterThan(100);
    const { jam } = openPerson('reader', 1);
    expect(jam.merge(records).refused).toBeNull();
    expect(jam.snapshot().ideas.size).toBe(63);
    expect(jam.log.sessions()).toHaveLength(9);
    for (const session of jam.log.sessions()) expect(jam.log.hello(session)?.signature).toHaveLength(0);
  });

  it('open for ever: 1.1, signed and sealed, with one who did not sign and one whose seals are wrong', () => {
    const { file, records } = openFixture('format-1.1.riffjam');
    expect(file).toMatchObject({ jam: 'SignedAndSealedFixture', kept: [], lost: [], readOnly: null });
    const { jam } = openPerson('reader', 1);
    expect(jam.merge(records).refused).toBe(
      'Part of it is not by the device that it names and was left out.',
    );
    const texts = [...jam.snapshot().ideas.values()].map(({ text }) => text).sort();
    // What stands before the first wrong seal is shown.
    expect(texts).toEqual([
      ...['Alice 1', 'Alice 2', 'Alice 3', 'Bob 1', 'Bob 2', 'Bob 3', 'Carol 1', 'Carol 2', 'Carol 3'],
      'Mallory 1',
    ]);
    const signatures = jam.log.sessions().map((session) => jam.log.hello(session)?.signature.length);
    expect(signatures.sort()).toEqual([0, 64, 64, 64]);
  });
});
