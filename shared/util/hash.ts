import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { concatBytes, toUtf8 } from './bytes.ts';

/** SHA-256, 32 bytes. In plain JavaScript, because a guest's page has no crypto.subtle. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes);
}

/**
 * SHA-256 over the parts, each behind its length (uint32 BE), so that ('ab', 'c') and ('a', 'bc') differ.
 * Text counts as its UTF-8 bytes.
 */
export function hashParts(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const framed: Uint8Array[] = [];
  for (const part of parts) {
    const bytes = typeof part === 'string' ? toUtf8(part) : part;
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, bytes.length);
    framed.push(length, bytes);
  }
  return sha256(concatBytes(...framed));
}

/**
 * A positive safe integer of 53 bits derived from the parts: an identity that everybody who knows the parts
 * computes alike, of the size that Yjs allows for a client.
 */
export function hash53(...parts: readonly (string | Uint8Array)[]): number {
  const digest = hashParts(...parts);
  const view = new DataView(digest.buffer, digest.byteOffset);
  const high = view.getUint32(0) & 0x1fffff;
  // Zero stands for "nobody" in too many places to be given to somebody.
  return high * 2 ** 32 + view.getUint32(4) || 1;
}
