import { equalBytes, toHex } from '../util/bytes.ts';
import { crc32c } from '../util/crc32c.ts';
import { sha256 } from '../util/hash.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import type { Section } from './container.ts';
import { type Entry, readEntry } from './entry.ts';
import {
  ENTRY_BYTES,
  FLAG_DEFLATED,
  FORMAT,
  type FormatVersion,
  HEADER_BYTES,
  LIMITS,
  MAGIC,
  MARKER,
} from './format.ts';
import { inflateBounded } from './inflate.ts';
import { type Loss, lostSentences, readOnlySentence, tooNewSentence } from './lostSentences.ts';

export interface Container {
  readonly version: FormatVersion;
  /** One sentence when the file must not be written back by this version, else null. */
  readonly readOnly: string | null;
  /** The whole ones, in the file's order. */
  readonly sections: readonly Section[];
  /** Of damaged `log` sections, the bytes before the damage. Unverified: only records that check out may be used. */
  readonly partial: readonly Section[];
  /** What was lost, in sentences. Not empty: never overwrite this file. */
  readonly lost: readonly string[];
}

interface Header {
  readonly version: FormatVersion;
  readonly oldestReader: FormatVersion;
  readonly count: number;
}

const notAJam = 'This is not a jam file, or nothing in it is whole any more; look for an earlier copy of it.';

/**
 * Reads what is whole. Refuses what is no container at all ('not-a-jam'), 'empty', 'too-large' and 'too-new'.
 * Time and memory are linear in the file and bounded by `LIMITS`, whatever the file claims.
 */
export function readContainer(bytes: Uint8Array): Result<Container> {
  if (bytes.length === 0) return refuse('empty', 'This file is empty; look for an earlier copy of it.');
  if (bytes.length > LIMITS.file)
    return refuse('too-large', 'This file is larger than any jam; it was not opened.');
  const header = readHeader(bytes);
  if (header && header.count > LIMITS.sections) {
    return refuse('too-large', 'This file claims more parts than any jam has; it was not opened.');
  }
  if (header && isNewer(header.oldestReader, FORMAT))
    return refuse('too-new', tooNewSentence(header.oldestReader));
  const reader = new SectionReader(bytes, header?.count ?? null);
  reader.readAll();
  if (reader.sections.length === 0 && reader.partial.length === 0) return refuse('not-a-jam', notAJam);
  const version = header?.version ?? FORMAT;
  return ok({
    version,
    readOnly: version.major > FORMAT.major ? readOnlySentence(version) : null,
    sections: reader.sections,
    partial: reader.partial,
    lost: lostSentences(reader.losses(), !reader.tableWhole),
  });
}

/** The header, or null when it is damaged or there is none. */
function readHeader(bytes: Uint8Array): Header | null {
  if (bytes.length < HEADER_BYTES || !equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (view.getUint32(24, true) !== crc32c(bytes, 0, 24)) return null;
  return {
    version: { major: view.getUint16(12, true), minor: view.getUint16(14, true) },
    oldestReader: { major: view.getUint16(16, true), minor: view.getUint16(18, true) },
    count: view.getUint32(20, true),
  };
}

function isNewer(a: FormatVersion, b: FormatVersion): boolean {
  return a.major > b.major || (a.major === b.major && a.minor > b.minor);
}

/**
 * Walks the sections by the entries before them; after damage it goes on at the next entry that checks out. Where
 * the table is whole only what it names counts, so that a jam file stored inside a damaged section is not taken
 * for a part of this one.
 */
class SectionReader {
  readonly sections: Section[] = [];
  readonly partial: Section[] = [];
  readonly tableWhole: boolean;
  private readonly bytes: Uint8Array;
  private readonly start: number;
  private readonly expected = new Map<string, Entry>();
  private readonly found = new Set<string>();
  /** Bytes that may still be hashed and inflated: a file of lies costs a bounded time. */
  private hashBudget: number;
  private inflateBudget: number = LIMITS.total;

  constructor(bytes: Uint8Array, count: number | null) {
    this.bytes = bytes;
    this.hashBudget = 4 * bytes.length;
    let whole = count !== null;
    let at = HEADER_BYTES;
    for (let i = 0; i < (count ?? 0) && at + ENTRY_BYTES <= bytes.length; i++, at += ENTRY_BYTES) {
      const entry = readEntry(bytes, at);
      if (entry) this.expected.set(entryKey(entry), entry);
      else whole = false;
    }
    if (count !== null && HEADER_BYTES + count * ENTRY_BYTES > bytes.length) whole = false;
    this.tableWhole = whole;
    this.start = count === null ? 0 : at;
  }

  readAll(): void {
    let at = this.start;
    while (at + ENTRY_BYTES <= this.bytes.length) {
      const entry = readEntry(this.bytes, at);
      if (!entry) at = this.nextMarker(at + 1);
      else if (this.take(entry, at + ENTRY_BYTES)) at += ENTRY_BYTES + entry.stored;
      else at += ENTRY_BYTES;
    }
  }

  losses(): Loss[] {
    const losses = new Map<string, { type: string; damaged: number; expected: number }>();
    for (const [key, entry] of this.expected) {
      const loss = losses.get(entry.type) ?? { type: entry.type, damaged: 0, expected: 0 };
      loss.expected++;
      if (!this.found.has(key)) loss.damaged++;
      losses.set(entry.type, loss);
    }
    return [...losses.values()];
  }

  /** Whether the section's bytes are whole, so that the walk may go on behind them. */
  private take(entry: Entry, at: number): boolean {
    const key = entryKey(entry);
    if (this.tableWhole && !this.expected.has(key)) return false;
    this.expected.set(key, entry);
    const stored = this.bytes.subarray(at, Math.min(this.bytes.length, at + entry.stored));
    if (stored.length < entry.stored || !this.hashMatches(stored, entry.hash)) {
      this.salvage(entry, stored);
      return false;
    }
    if (this.sections.length < LIMITS.sections) this.open(entry, stored, key);
    return true;
  }

  private hashMatches(stored: Uint8Array, hash: Uint8Array): boolean {
    if (stored.length > this.hashBudget) return false;
    this.hashBudget -= stored.length;
    return equalBytes(sha256(stored), hash);
  }

  private open(entry: Entry, stored: Uint8Array, key: string): void {
    if ((entry.flags & ~FLAG_DEFLATED) !== 0) {
      this.sections.push({
        type: entry.type,
        bytes: stored.slice(),
        opaque: { flags: entry.flags, raw: entry.raw },
      });
      this.found.add(key);
      return;
    }
    const bytes = this.rawBytes(entry, stored);
    if (!bytes || bytes.length !== entry.raw) return;
    this.sections.push({ type: entry.type, bytes });
    this.found.add(key);
  }

  /** Only the log is worth it: its records carry checksums of their own. */
  private salvage(entry: Entry, stored: Uint8Array): void {
    if (entry.type !== 'log' || entry.flags > FLAG_DEFLATED || this.partial.length >= LIMITS.sections) return;
    const bytes = this.rawBytes(entry, stored);
    if (bytes && bytes.length > 0) this.partial.push({ type: entry.type, bytes });
  }

  /** At most what the entry claims, and only where the claim keeps the limits. */
  private rawBytes(entry: Entry, stored: Uint8Array): Uint8Array | null {
    const limit = entry.raw;
    if (limit > LIMITS.section || limit > this.inflateBudget || limit > entry.stored * LIMITS.ratio)
      return null;
    const bytes =
      entry.flags & FLAG_DEFLATED
        ? inflateBounded(stored, limit)
        : stored.slice(0, Math.min(stored.length, limit));
    this.inflateBudget -= bytes.length;
    return bytes;
  }

  private nextMarker(from: number): number {
    const first = MARKER[0] as number;
    for (let at = this.bytes.indexOf(first, from); at >= 0; at = this.bytes.indexOf(first, at + 1)) {
      if (equalBytes(this.bytes.subarray(at, at + MARKER.length), MARKER)) return at;
    }
    return this.bytes.length;
  }
}

function entryKey(entry: Entry): string {
  return `${entry.type}:${entry.stored}:${entry.raw}:${toHex(entry.hash)}`;
}
