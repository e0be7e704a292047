import * as decoding from 'lib0/decoding';
import { fromUtf8 } from '../util/bytes.ts';

/**
 * Reads what a stranger wrote. lib0's own `readUint8Array` trusts a claimed length as far as the underlying
 * ArrayBuffer goes, so on a view into a larger buffer it would hand out the neighbour's bytes; these stay
 * inside the view. Everything throws on malformed input and is caught by the one function that decodes.
 */
export type Reader = decoding.Decoder;

export function createReader(bytes: Uint8Array): Reader {
  return decoding.createDecoder(bytes);
}

export function readUint(reader: Reader): number {
  return decoding.readVarUint(reader);
}

/** Exactly `length` bytes, as a view. */
export function readFixed(reader: Reader, length: number): Uint8Array {
  const end = reader.pos + length;
  if (end > reader.arr.length) throw new RangeError('claims more bytes than there are');
  const bytes = reader.arr.subarray(reader.pos, end);
  reader.pos = end;
  return bytes;
}

/** A length and as many bytes, at most `most`, as a view. */
export function readBytes(reader: Reader, most: number): Uint8Array {
  const length = readUint(reader);
  if (length > most) throw new RangeError('longer than allowed');
  return readFixed(reader, length);
}

/** UTF-8 text of at most `most` bytes. */
export function readText(reader: Reader, most: number): string {
  const text = fromUtf8(readBytes(reader, most));
  if (text === null) throw new RangeError('not UTF-8');
  return text;
}
