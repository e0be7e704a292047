/**
 * Things sealed to somebody: X25519 with a fresh key each time, HKDF-SHA-256, ChaCha20-Poly1305 (RFC 7748, 5869, 8439).
 * A box is `ephemeral public key: 32 bytes ‖ ciphertext with tag`. The nonce is zero: each key seals one box.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, toUtf8 } from './bytes.ts';

export interface BoxPair {
  readonly publicKey: Uint8Array;
  /** 32 bytes. Whoever has them opens every box that was sealed to the public half. */
  readonly secret: Uint8Array;
}

const keyBytes = 32;
const tagBytes = 16;
const nonce = new Uint8Array(12);
const purpose = toUtf8('riffroom sealed box 1');

/** `secret`: 32 unpredictable bytes. */
export function boxPair(secret: Uint8Array): BoxPair {
  return { secret, publicKey: x25519.getPublicKey(secret) };
}

/** Throws when `publicKey` is none (wrong length, a point of small order). */
export function sealBox(
  publicKey: Uint8Array,
  message: Uint8Array,
  randomBytes: (n: number) => Uint8Array,
): Uint8Array {
  const fresh = boxPair(randomBytes(keyBytes));
  const key = deriveKey(x25519.getSharedSecret(fresh.secret, publicKey), fresh.publicKey, publicKey);
  return concatBytes(fresh.publicKey, chacha20poly1305(key, nonce).encrypt(message));
}

/** null when it was not sealed to this pair, or is damaged. */
export function openBox(pair: BoxPair, box: Uint8Array): Uint8Array | null {
  if (box.length < keyBytes + tagBytes) return null;
  const theirs = box.subarray(0, keyBytes);
  try {
    const key = deriveKey(x25519.getSharedSecret(pair.secret, theirs), theirs, pair.publicKey);
    return chacha20poly1305(key, nonce).decrypt(box.subarray(keyBytes));
  } catch {
    // The libraries say "wrong key", "not a point" and "damaged" by throwing; to us they are one answer.
    return null;
  }
}

function deriveKey(shared: Uint8Array, fresh: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return hkdf(sha256, shared, concatBytes(fresh, publicKey), purpose, keyBytes);
}
