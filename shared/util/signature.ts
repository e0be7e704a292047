import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes, toUtf8 } from './bytes.ts';
import type { Result } from './result.ts';

/**
 * What a device may sign. The purpose is part of what is signed, so a signature given for one can't be shown for
 * another: a session's first word, a seal over its changes, the proof on a link, the seed of the key that things are sealed to.
 */
export const SIGN_PURPOSES = ['hello', 'seal', 'link', 'box'] as const;
export type SignPurpose = (typeof SIGN_PURPOSES)[number];

/** Bytes of a message; whoever has more to sign signs its hash. */
export const maxSignedBytes = 4096;
export const signatureBytes = 64;

/** Signs with the device's key wherever that is kept: often in another process, therefore asynchronous. */
export type Sign = (purpose: SignPurpose, message: Uint8Array) => Promise<Result<Uint8Array>>;

/** A device's key pair. The secret half stays inside. */
export interface Signer {
  /** The public key, 32 bytes. */
  readonly device: Uint8Array;
  /** Ed25519 (RFC 8032), 64 bytes. Throws a RangeError above `maxSignedBytes`. */
  sign(purpose: SignPurpose, message: Uint8Array): Uint8Array;
}

/** `secret`: 32 random bytes. */
export function createSigner(secret: Uint8Array): Signer {
  return {
    device: ed25519.getPublicKey(secret),
    sign: (purpose, message) => ed25519.sign(signedBytes(purpose, message), secret),
  };
}

/**
 * Whether `device` signed this message for this purpose; false for anything malformed, never throws. Strict, as in
 * RFC 8032 and in one implementation for all, so that everybody comes to the same answer. About a millisecond.
 */
export function verifySignature(
  device: Uint8Array,
  purpose: SignPurpose,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return ed25519.verify(signature, signedBytes(purpose, message), device, { zip215: false });
  } catch {
    return false;
  }
}

/** `utf8('riffroom ' + purpose + '\0') ‖ message` */
function signedBytes(purpose: SignPurpose, message: Uint8Array): Uint8Array {
  if (message.length > maxSignedBytes) throw new RangeError('Too much to sign at once.');
  return concatBytes(toUtf8(`riffroom ${purpose}\0`), message);
}
