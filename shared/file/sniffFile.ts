import { fromUtf8 } from '../util/bytes.ts';
import { MAGIC } from './format.ts';

/** What a file is, by its first bytes and then by its name. */
export type FileKind =
  | 'riffjam'
  | 'json-canvas'
  | 'markdown'
  | 'csv'
  | 'tsv'
  | 'text'
  | 'figjam'
  | 'miro'
  | 'excalidraw'
  | 'tldraw'
  | 'image'
  | 'pdf'
  | 'archive'
  | 'empty'
  | 'unknown';

export interface SniffedFile {
  readonly kind: FileKind;
  /** How it can be opened: as a jam, by an importer of the same id as the kind, or not at all. */
  readonly opens: 'jam' | 'import' | 'no';
  /** Where it can't be opened: why, and what to do instead. */
  readonly sentence: string | null;
}

const sentences: Partial<Record<FileKind, string>> = {
  figjam: 'FigJam files are closed to other programs; in FigJam, export the board as CSV and open that.',
  miro: 'Miro backups are closed to other programs; in Miro, export the board as CSV and open that.',
  excalidraw:
    'Riffroom can’t read Excalidraw drawings yet; copy the texts out of the drawing and paste them on the board.',
  tldraw:
    'Riffroom can’t read tldraw files yet; copy the texts out of the drawing and paste them on the board.',
  image: 'Pictures can’t be put on the board yet; write down what the picture says as ideas.',
  pdf: 'Riffroom can’t read PDF files; copy the text out of it and paste it on the board, one idea a line.',
  archive:
    'This is a packed file; unpack it first, then open what is inside. A spreadsheet: save it as CSV and open that.',
  empty: 'This file is empty; look for an earlier copy of it.',
  unknown:
    'Riffroom doesn’t know this kind of file; it opens .riffjam, JSON Canvas, Markdown, CSV, TSV and plain text.',
};

const textEndings: Readonly<Record<string, FileKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  txt: 'text',
  text: 'text',
};

const headBytes = 65_536;

/** Never throws; looks at the first 64 KiB at most. */
export function sniffFile(name: string, bytes: Uint8Array): SniffedFile {
  const kind = kindOf(endingOf(name), bytes);
  if (kind === 'riffjam') return { kind, opens: 'jam', sentence: null };
  const sentence = sentences[kind] ?? null;
  return { kind, opens: sentence === null ? 'import' : 'no', sentence };
}

function kindOf(ending: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  return kindByBytes(ending, bytes) ?? kindByText(ending, headText(bytes), bytes.length > headBytes);
}

function kindByBytes(ending: string, bytes: Uint8Array): FileKind | null {
  // The first eight bytes are enough: a jam that was mangled on its way gets the container's own words.
  if (startsWith(bytes, MAGIC.subarray(0, 8)) || ending === 'riffjam') return 'riffjam';
  if (startsWith(bytes, ascii('fig-jam.')) || startsWith(bytes, ascii('fig-kiwi'))) return 'figjam';
  if (startsWith(bytes, ascii('PK\x03\x04')))
    return ending === 'jam' ? 'figjam' : ending === 'rtb' ? 'miro' : 'archive';
  if (ending === 'rtb') return 'miro';
  if (startsWith(bytes, ascii('%PDF-'))) return 'pdf';
  if (isImage(bytes)) return 'image';
  if (
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, ascii('7z\xbc\xaf')) ||
    startsWith(bytes, ascii('Rar!'))
  )
    return 'archive';
  return null;
}

function kindByText(ending: string, text: string | null, goesOn: boolean): FileKind {
  if (text === null) return 'unknown';
  if (text.trim() === '' && !goesOn) return 'empty';
  const named = textEndings[ending];
  if (ending === 'canvas') return 'json-canvas';
  if (ending === 'excalidraw') return 'excalidraw';
  if (ending === 'tldr') return 'tldraw';
  if (named) return named;
  if (/^\s*\{/.test(text)) return kindOfJson(text);
  if (/^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text)) return 'image';
  // A name without an ending is what a pasted or piped text has.
  return ending === '' ? 'text' : 'unknown';
}

function kindOfJson(text: string): FileKind {
  if (/"type"\s*:\s*"excalidraw"/.test(text)) return 'excalidraw';
  if (/"tldrawFileFormatVersion"\s*:/.test(text)) return 'tldraw';
  return /"(nodes|edges)"\s*:\s*\[/.test(text) ? 'json-canvas' : 'unknown';
}

/** The first bytes as text, or null when they are not text. UTF-16 with its mark counts as text. */
function headText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, headBytes);
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]))
    return String.fromCharCode(...head.subarray(2, 2048).filter((byte) => byte !== 0));
  if (head.includes(0)) return null;
  // Cut inside a letter, or written in an old code page: still text for the importers' decoder.
  return fromUtf8(head) ?? String.fromCharCode(...head.subarray(0, 4096));
}

function isImage(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, ascii('GIF8')) ||
    (startsWith(bytes, ascii('BM')) && bytes.length > 14 && bytes[6] === 0 && bytes[7] === 0) ||
    (startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP')))
  );
}

function endingOf(name: string): string {
  return /\.([a-z0-9]{1,12})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, prefix: ArrayLike<number>): boolean {
  if (bytes.length < prefix.length) return false;
  for (let i = 0; i < prefix.length; i++) if (bytes[i] !== prefix[i]) return false;
  return true;
}
