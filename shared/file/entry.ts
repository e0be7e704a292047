/** One section's entry: 76 bytes, the same in the table and right before the section's own bytes. */
import { crc32c } from '../util/crc32c.ts';
import { ENTRY_BYTES, MARKER, TYPE_BYTES } from './format.ts';

export interface Entry {
  readonly type: string;
  readonly flags: number;
  /** Bytes in the file. */
  readonly stored: number;
  /** Bytes when inflated. */
  readonly raw: number;
  /** SHA-256 of the stored bytes. */
  readonly hash: Uint8Array;
}

const crcAt = ENTRY_BYTES - 4;

/** A type's name: 1 to 16 of a-z, 0-9, `-` and `.`, a letter first. */
export function isSectionType(name: string): boolean {
  return /^[a-z][a-z0-9.-]{0,15}$/.test(name);
}

export function writeEntry(into: Uint8Array, at: number, entry: Entry): void {
  const view = new DataView(into.buffer, into.byteOffset + at, ENTRY_BYTES);
  into.set(MARKER, at);
  for (let i = 0; i < entry.type.length; i++) view.setUint8(4 + i, entry.type.charCodeAt(i));
  view.setUint32(20, entry.flags, true);
  writeUint64(view, 24, entry.stored);
  writeUint64(view, 32, entry.raw);
  into.set(entry.hash, at + 40);
  view.setUint32(crcAt, crc32c(into, at, at + crcAt), true);
}

/** The entry at `at`, or null when there is none or its checksum is wrong. */
export function readEntry(bytes: Uint8Array, at: number): Entry | null {
  if (at + ENTRY_BYTES > bytes.length) return null;
  for (let i = 0; i < MARKER.length; i++) if (bytes[at + i] !== MARKER[i]) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, ENTRY_BYTES);
  if (view.getUint32(crcAt, true) !== crc32c(bytes, at, at + crcAt)) return null;
  let type = '';
  for (let i = 0; i < TYPE_BYTES; i++) {
    const code = view.getUint8(4 + i);
    if (code !== 0) type += String.fromCharCode(code);
  }
  if (!isSectionType(type)) return null;
  return {
    type,
    flags: view.getUint32(20, true),
    stored: readUint64(view, 24),
    raw: readUint64(view, 32),
    hash: bytes.slice(at + 40, at + 72),
  };
}

function writeUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

/** Above 2^53 the value is inexact, and far beyond every limit. */
function readUint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
}
