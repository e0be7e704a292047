import { fromBase64Url, noBytes, toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { hash53, hashParts } from '../util/hash.ts';

/**
 * A session's name everywhere: 22 url-safe characters holding the first 128 bits of a hash over (device, session
 * id). Because it is derived, nobody can put another device's hello under a session that exists.
 */
export type SessionKey = string;

/**
 * One run of the app on one device. Fresh at every start and never resumed: a session that was killed and went on
 * under its old name would fork (two different envelopes with the same number).
 */
export interface Session {
  readonly key: SessionKey;
  /** 16 random bytes. */
  readonly id: Uint8Array;
  /** The device's public key (Ed25519, 32 bytes). */
  readonly device: Uint8Array;
  readonly memberId: string;
  readonly memberName: string;
  /** The Yjs client of this session's envelopes in the log document. */
  readonly logClientId: number;
  /** The Yjs client of everything this session writes into the jam document. */
  readonly docClientId: number;
  /** The device's, over the session's hello. Empty: unsigned, as all sessions were before format 1.1. */
  readonly signature: Uint8Array;
}

export interface SessionOwner {
  readonly device: Uint8Array;
  readonly memberId: string;
  readonly memberName: string;
}

export const sessionIdBytes = 16;
export const sessionKeyBytes = 16;

/** An unsigned one; see `createSignedSession`. */
export function createSession(context: Context, owner: SessionOwner): Session {
  const id = context.randomBytes(sessionIdBytes);
  return { ...owner, id, ...deriveSession(owner.device, id), signature: noBytes };
}

/** What follows from (device, session id), alike for everybody who knows them. */
export function deriveSession(
  device: Uint8Array,
  id: Uint8Array,
): Pick<Session, 'key' | 'logClientId' | 'docClientId'> {
  return {
    key: toBase64Url(hashParts('session', device, id).subarray(0, sessionKeyBytes)),
    logClientId: hash53('log', device, id),
    docClientId: hash53('doc', device, id),
  };
}

/** The 16 bytes behind a key, or null when the text is no session key. */
export function sessionKeyToBytes(key: SessionKey): Uint8Array | null {
  const bytes = key.length === 22 ? fromBase64Url(key) : null;
  return bytes?.length === sessionKeyBytes ? bytes : null;
}

export function sessionKeyFromBytes(bytes: Uint8Array): SessionKey {
  return toBase64Url(bytes);
}
