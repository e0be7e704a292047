/** The numbers and bounds of the `.riffjam` container; docs/file-format.md has the picture. */

export interface FormatVersion {
  readonly major: number;
  readonly minor: number;
}

/** What this version writes. A new major means that older readers would misunderstand the file. */
export const FORMAT: FormatVersion = { major: 1, minor: 1 };
/** The oldest version that can read what this one writes. */
export const OLDEST_READER: FormatVersion = { major: 1, minor: 0 };

/** `\x89riffjam\r\n\x1a\n`: not text, and a transfer that mends line ends breaks it (as in PNG, section 5.2). */
export const MAGIC: Uint8Array = Uint8Array.of(
  0x89,
  0x72,
  0x69,
  0x66,
  0x66,
  0x6a,
  0x61,
  0x6d,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
);

/** magic 12, versions 4 x uint16, count uint32, crc32c uint32 */
export const HEADER_BYTES = 28;
/** marker 4, type 16, flags uint32, stored uint64, raw uint64, SHA-256 32, crc32c uint32 */
export const ENTRY_BYTES = 76;
export const TYPE_BYTES = 16;
/** `RJs\x1a` before each entry, in the table and before the section itself. */
export const MARKER: Uint8Array = Uint8Array.of(0x52, 0x4a, 0x73, 0x1a);

export const FLAG_DEFLATED = 1;

/** Bounds of a reader. A writer keeps to them, so nothing that was saved is ever refused. */
export const LIMITS = {
  /** Bytes of the whole file. */
  file: 256 * 1024 * 1024,
  sections: 8192,
  /** Bytes of one section, inflated. */
  section: 64 * 1024 * 1024,
  /** Bytes of all sections together, inflated. */
  total: 512 * 1024 * 1024,
  /** Inflated to stored. A writer stores what would deflate better than this as it is. */
  ratio: 200,
} as const;

export function formatName(version: FormatVersion): string {
  return `${version.major}.${version.minor}`;
}
