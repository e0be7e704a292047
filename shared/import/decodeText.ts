import { fromUtf8 } from '../util/bytes.ts';
import { ok, type Result, refuse } from '../util/result.ts';

export interface DecodedText {
  readonly text: string;
  /** One sentence when the encoding had to be guessed, else null. */
  readonly note: string | null;
}

/** Windows-1252, 0x80 to 0x9f (WHATWG Encoding, index windows-1252); the rest of it is Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * UTF-8, UTF-16 with its mark (spreadsheets save "Unicode text" so), else Windows-1252 (they save CSV so). Bytes with
 * zeros that are no UTF-16 are no text.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok({ text: utf16(bytes, 0), note: null });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ok({ text: utf16(bytes, 1), note: null });
  if (bytes.includes(0))
    return refuse('not-text', 'This file is not text, so there are no ideas to be read from it.');
  const text = fromUtf8(bytes);
  if (text !== null) return ok({ text: text.replace(/^\ufeff/, ''), note: null });
  return ok({
    text: join(bytes.length, (i) => {
      const byte = bytes[i] as number;
      return byte >= 0x80 && byte < 0xa0 ? (windows1252.charCodeAt(byte - 0x80) as number) : byte;
    }),
    note: 'The file is in an old encoding (not UTF-8); accents were read as Windows writes them.',
  });
}

function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const count = (bytes.length >> 1) - 1;
  return join(count, (i) => {
    const at = 2 + 2 * i;
    return ((bytes[at + 1 - high] as number) << 8) | (bytes[at + high] as number);
  });
}

function join(count: number, code: (i: number) => number): string {
  const parts: string[] = [];
  for (let from = 0; from < count; from += 8192) {
    const codes = Array.from({ length: Math.min(8192, count - from) }, (_, i) => code(from + i));
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
