import { Inflate } from 'fflate';
import { concatBytes } from '../util/bytes.ts';

/** Bytes fed to the inflater at a time: 32 KiB become 33 MiB at the very most, so a bomb is noticed early; less is slow. */
const feedBytes = 32 * 1024;
/** Pieces that may bring nothing one after the other: the inflater waits for a stored block of 64 KiB to be whole. */
const mostSilentPieces = 2;

/**
 * Inflates a raw deflate stream (RFC 1951) up to `limit` bytes, and stops there. Nothing is allocated by a claimed
 * length: memory follows what really comes out. Of a damaged or cut stream the bytes before the damage come out; what
 * stands behind the stream's end costs nothing.
 */
export function inflateBounded(stored: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let silent = 0;
  const inflater = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    silent = chunk.length === 0 ? silent + 1 : 0;
  });
  try {
    for (let at = 0; at < stored.length && length <= limit && silent <= mostSilentPieces; at += feedBytes) {
      // Never as the last piece: of a stream that is cut off the inflater would then throw that whole piece away.
      inflater.push(stored.subarray(at, at + feedBytes));
    }
  } catch {
    // Damaged here: what came before is whole.
  }
  const bytes = concatBytes(...chunks);
  return length > limit ? bytes.subarray(0, limit) : bytes;
}
