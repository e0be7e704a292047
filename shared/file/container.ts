/**
 * The `.riffjam` container: sections of bytes, each with its length and SHA-256. It knows no jam; `jamFile.ts` does.
 *
 *     header | table: one entry a section | (entry, stored bytes) for each section
 *
 * The table says what there should be, the entry before each section lets it be found when the table, or
 * anything before it, is damaged. Every bound stands in `format.ts`.
 */
import { deflateSync } from 'fflate';
import { concatBytes, noBytes } from '../util/bytes.ts';
import { crc32c } from '../util/crc32c.ts';
import { sha256 } from '../util/hash.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { type Entry, isSectionType, writeEntry } from './entry.ts';
import {
  ENTRY_BYTES,
  FLAG_DEFLATED,
  FORMAT,
  type FormatVersion,
  HEADER_BYTES,
  LIMITS,
  MAGIC,
  OLDEST_READER,
} from './format.ts';

export interface Section {
  /** `log`, `manifest`, ...; unknown ones of newer versions are carried from read to write. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Set when a newer version stored the bytes in a way unknown here: they are kept exactly as they stand in the file. */
  readonly opaque?: { readonly flags: number; readonly raw: number };
}

export interface WriteOptions {
  /** For tests of what newer versions might write. */
  readonly format?: FormatVersion;
  readonly oldestReader?: FormatVersion;
}

/** Refused when the sections are more or larger than a reader takes: then nothing is written, so nothing is lost later. */
export function writeContainer(sections: readonly Section[], options: WriteOptions = {}): Result<Uint8Array> {
  const total = sections.reduce((sum, section) => sum + section.bytes.length, 0);
  const largest = sections.reduce((most, section) => Math.max(most, section.bytes.length), 0);
  if (sections.length > LIMITS.sections || total > LIMITS.total || largest > LIMITS.section) {
    return refuse(
      'too-large',
      'This jam is too large for one file; duplicate it and delete what you no longer need, then save again.',
    );
  }
  const stored = sections.map(storeSection);
  const header = writeHeader(stored.length, options.format ?? FORMAT, options.oldestReader ?? OLDEST_READER);
  const table = new Uint8Array(stored.length * ENTRY_BYTES);
  const body: Uint8Array[] = [];
  stored.forEach(({ entry, bytes }, i) => {
    writeEntry(table, i * ENTRY_BYTES, entry);
    body.push(table.subarray(i * ENTRY_BYTES, (i + 1) * ENTRY_BYTES), bytes);
  });
  const whole = concatBytes(header, table, ...body);
  if (whole.length > LIMITS.file) return refuse('too-large', 'This jam is too large for one file.');
  return ok(whole);
}

function storeSection(section: Section): { entry: Entry; bytes: Uint8Array } {
  const { type, bytes: raw, opaque } = section;
  if (!isSectionType(type)) throw new RangeError(`not a section type: ${type}`);
  if (opaque)
    return {
      entry: { type, flags: opaque.flags, stored: raw.length, raw: opaque.raw, hash: sha256(raw) },
      bytes: raw,
    };
  const deflated = raw.length > 64 ? deflateSync(raw, { level: 6 }) : noBytes;
  const worth =
    deflated.length > 0 && deflated.length < raw.length && raw.length <= deflated.length * LIMITS.ratio;
  const bytes = worth ? deflated : raw;
  const flags = worth ? FLAG_DEFLATED : 0;
  return { entry: { type, flags, stored: bytes.length, raw: raw.length, hash: sha256(bytes) }, bytes };
}

function writeHeader(count: number, format: FormatVersion, oldest: FormatVersion): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(MAGIC);
  view.setUint16(12, format.major, true);
  view.setUint16(14, format.minor, true);
  view.setUint16(16, oldest.major, true);
  view.setUint16(18, oldest.minor, true);
  view.setUint32(20, count, true);
  view.setUint32(24, crc32c(header, 0, 24), true);
  return header;
}
