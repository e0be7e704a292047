/**
 * Frames on a carrier that others can read and change: a hub's relay. Sealed with keys that only the two ends have
 * (X25519 between the nonces, which the proofs cover), so that whoever carries them sees lengths and can only lose them.
 * A direct channel has DTLS for that.
 *
 * ```
 * sealed frame = ChaCha20-Poly1305(key, nonce = lane:u8 0:u24 number:u64 LE, frame)       number: 0, 1, 2 … by position
 * sealed loose = number:u32 LE ChaCha20-Poly1305(key, nonce with that number, bytes)
 * key          = HKDF-SHA256(shared secret, salt = hash of the meeting, 'riffroom relay' role)
 * ```
 * RFC 7748, RFC 8439, RFC 5869.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, toUtf8 } from '../util/bytes.ts';
import { hashParts } from '../util/hash.ts';
import type { Meeting } from './authenticator.ts';
import type { Role } from './carrier.ts';

export interface FrameSeal {
  seal(frame: Uint8Array): Uint8Array;
  /** Throws a RangeError on what the other end did not seal, or not in this place. */
  open(sealed: Uint8Array): Uint8Array;
  sealLoose(bytes: Uint8Array): Uint8Array;
  /** null for what the other end did not seal. */
  openLoose(sealed: Uint8Array): Uint8Array | null;
}

/** One end's key pair, for one meeting: its public half is the nonce. */
export interface MeetingKeys {
  readonly secret: Uint8Array;
  readonly nonce: Uint8Array;
}

const ordered = 0;
const loose = 1;
const numberBytes = 4;

export function createMeetingKeys(random: Uint8Array): MeetingKeys {
  return { secret: random, nonce: x25519.getPublicKey(random) };
}

/** Throws a RangeError when the other nonce is no key. */
export function createFrameSeal(secret: Uint8Array, meeting: Meeting): FrameSeal {
  const shared = agree(secret, meeting.theirNonce);
  const salt = hashMeeting(meeting);
  const keyOf = (role: Role): Uint8Array => hkdf(sha256, shared, salt, toUtf8(`riffroom relay ${role}`), 32);
  const own = keyOf(meeting.role);
  const theirs = keyOf(meeting.role === 'offerer' ? 'answerer' : 'offerer');
  let sealed = 0;
  let opened = 0;
  let sealedLoose = 0;

  return {
    seal: (frame) => chacha20poly1305(own, nonceOf(ordered, sealed++)).encrypt(frame),
    open(frame) {
      try {
        return chacha20poly1305(theirs, nonceOf(ordered, opened++)).decrypt(frame);
      } catch {
        throw new RangeError('a frame that the other end did not seal');
      }
    },
    sealLoose(bytes) {
      const number = sealedLoose++;
      const head = new Uint8Array(numberBytes);
      new DataView(head.buffer).setUint32(0, number, true);
      return concatBytes(head, chacha20poly1305(own, nonceOf(loose, number)).encrypt(bytes));
    },
    openLoose(bytes) {
      if (bytes.length < numberBytes) return null;
      const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
      try {
        return chacha20poly1305(theirs, nonceOf(loose, number)).decrypt(bytes.subarray(numberBytes));
      } catch {
        return null;
      }
    },
  };
}

function agree(secret: Uint8Array, theirs: Uint8Array): Uint8Array {
  try {
    return x25519.getSharedSecret(secret, theirs);
  } catch {
    throw new RangeError('a nonce that is no key');
  }
}

function nonceOf(lane: number, number: number): Uint8Array {
  const nonce = new Uint8Array(12);
  nonce[0] = lane;
  new DataView(nonce.buffer).setBigUint64(4, BigInt(number), true);
  return nonce;
}

/** Alike for both ends: the offerer's side first. */
function hashMeeting({ role, ownNonce, theirNonce, ownBinding, theirBinding }: Meeting): Uint8Array {
  const own = [ownNonce, ownBinding];
  const theirs = [theirNonce, theirBinding];
  return hashParts('riffroom relay 1', ...(role === 'offerer' ? [...own, ...theirs] : [...theirs, ...own]));
}
