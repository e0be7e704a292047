import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRecords, type LogRecord, readRecords } from '../../../shared/log/journalRecord.ts';
import { sessionKeyFromBytes } from '../../../shared/log/session.ts';
import { concatBytes } from '../../../shared/util/bytes.ts';

const record: fc.Arbitrary<LogRecord> = fc.record({
  session: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(sessionKeyFromBytes),
  bytes: fc.uint8Array({ maxLength: 40 }),
});
const records = fc.array(record, { maxLength: 8 });

describe('journal records', () => {
  it('are read as they were written, and journals can be put one behind another', () => {
    fc.assert(
      fc.property(records, records, (first, second) => {
        const journal = concatBytes(encodeRecords(first), encodeRecords(second));
        const read = readRecords(journal);
        expect(read).toEqual({ records: [...first, ...second], cleanLength: journal.length, damaged: null });
      }),
    );
  });

  it('yield what is whole when the tail is cut, and say so', () => {
    fc.assert(
      fc.property(records, fc.nat(), (all, at) => {
        const journal = encodeRecords(all);
        const cut = at % (journal.length + 1);
        const ends = all.map((_, i) => encodeRecords(all.slice(0, i + 1)).length);
        const whole = ends.filter((end) => end <= cut).length;
        const read = readRecords(journal.subarray(0, cut));
        expect(read.records).toEqual(all.slice(0, whole));
        expect(read.cleanLength).toBe(ends[whole - 1] ?? 0);
        expect(read.damaged === null).toBe(read.cleanLength === cut);
      }),
    );
  });

  it('lose only the record that a damaged byte lies in', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (all, at, flip) => {
          const journal = encodeRecords(all);
          const where = at % journal.length;
          journal[where] = (journal[where] as number) ^ flip;
          const hit = all.findIndex((_, i) => encodeRecords(all.slice(0, i + 1)).length > where);
          const read = readRecords(journal);
          expect(read.records).toEqual(all.filter((_, i) => i !== hit));
          expect(read.cleanLength).toBe(encodeRecords(all.slice(0, hit)).length);
          expect(read.damaged).not.toBeNull();
        },
      ),
    );
  });

  it('never throw on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(readRecords(bytes).cleanLength).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('look at a forged journal of overlapping giants a bounded number of times', () => {
    // Each 31 bytes claim to be a frame that reaches to the end; checking every claim would be quadratic.
    const frame = encodeRecords([{ session: 'AAAAAAAAAAAAAAAAAAAAAA', bytes: new Uint8Array(0) }]);
    const size = 31 * 30_000;
    const forged = new Uint8Array(size);
    const view = new DataView(forged.buffer);
    for (let at = 0; at < size; at += 31) {
      forged.set(frame, at);
      view.setUint32(at, size - at - 8, true);
    }
    // 30,000 claims of 0.5 MB would be 14 GB to check, and the runner's own time limit would end this test.
    expect(readRecords(forged).records).toEqual([]);
  });

  it('refuse to write a session that no reader would take', () => {
    expect(() => encodeRecords([{ session: 'short', bytes: new Uint8Array(1) }])).toThrow(RangeError);
  });
});
