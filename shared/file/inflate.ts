import { Inflate } from 'fflate';
import { concatBytes } from '../util/bytes.ts';

/** Bytes fed to the inflater at a time: 32 KiB become 33 MiB at the very most, so a bomb is noticed early; less is slow. */
const feedBytes = 32 * 1024;

export interface Inflated {
  /** What came out: all of it, or the part before the trouble. */
  readonly bytes: Uint8Array;
  readonly trouble: 'damaged' | 'too-large' | null;
}

/**
 * Inflates a raw deflate stream (RFC 1951) up to `limit` bytes, and stops there. Nothing is allocated by a claimed
 * length: memory follows what really comes out. Damage leaves the bytes before it.
 */
export function inflateBounded(stored: Uint8Array, limit: number): Inflated {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let finished = false;
  const inflater = new Inflate((chunk, final) => {
    chunks.push(chunk);
    length += chunk.length;
    finished ||= final;
  });
  let trouble: Inflated['trouble'] = null;
  try {
    for (let at = 0; !finished && length <= limit; at += feedBytes) {
      const end = Math.min(stored.length, at + feedBytes);
      inflater.push(stored.subarray(at, end), end === stored.length);
      if (end === stored.length) break;
    }
  } catch {
    trouble = 'damaged';
  }
  if (length > limit) trouble = 'too-large';
  const bytes = concatBytes(...chunks);
  return { bytes: trouble === 'too-large' ? bytes.subarray(0, limit) : bytes, trouble };
}
