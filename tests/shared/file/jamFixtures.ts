/** Records and files for tests; what stands in an envelope does not matter to a container. */
import type { JamFileInput } from '../../../shared/file/jamFile.ts';
import { encodeRecords, type LogRecord, readRecords } from '../../../shared/log/journalRecord.ts';
import { toBase64Url } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';

/** `count` records of two sessions, each of 1 to `most` bytes that hardly deflate. */
export function someRecords(count: number, most = 400, seed = 1): LogRecord[] {
  const context = createSeededContext(seed);
  const sessions = [1, 2].map(() => toBase64Url(context.randomBytes(16)));
  return Array.from({ length: count }, (_, i) => ({
    session: sessions[i % 2] as string,
    bytes: context.randomBytes(1 + ((context.randomBytes(1)[0] as number) * most) / 256),
  }));
}

export function someJam(records = someRecords(300)): JamFileInput {
  return {
    jam: 'AbCdEfGhIjKlMnOpQrStUv',
    title: 'The last bus',
    createdWith: 'Riffroom 0.1.0',
    records: encodeRecords(records),
    snapshot: JSON.stringify({
      ideas: Array.from({ length: 60 }, (_, i) => ({ id: `idea${i}`, text: `Idea number ${i}` })),
    }),
    thumbnail: '<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>',
  };
}

export function recordKeys(framed: Uint8Array): string[] {
  return readRecords(framed).records.map(({ session, bytes }) => `${session}:${toBase64Url(bytes)}`);
}

/** The same bytes with one changed. */
export function withFlip(bytes: Uint8Array, at: number, mask = 0x10): Uint8Array {
  const changed = bytes.slice();
  changed[at] = (changed[at] as number) ^ mask;
  return changed;
}
