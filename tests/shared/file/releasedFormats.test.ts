import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJamFile } from '../../../shared/file/jamFile.ts';
import { sniffFile } from '../../../shared/file/sniffFile.ts';
import { readRecords } from '../../../shared/log/journalRecord.ts';

describe('files of released formats', () => {
  it('open for ever: 1.0, the sample as nine people played it', () => {
    const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/format-1.0.riffjam', import.meta.url)));
    expect(sniffFile('format-1.0.riffjam', bytes).opens).toBe('jam');
    const file = readJamFile(bytes);
    if (!file.ok) throw new Error(file.sentence);
    expect(file.value).toMatchObject({
      jam: 'EightyMinutesFixture01',
      title: 'Eighty Minutes',
      kept: [],
      lost: [],
      readOnly: null,
    });
    const { records, damaged } = readRecords(file.value.records);
    expect(damaged).toBeNull();
    expect(records.length).toBeGreaterThan(100);
  });
});
