import { ed25519 } from '@noble/curves/ed25519.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import * as encoding from 'lib0/encoding';
import { createReader, readFixed, readText } from '../log/reader.ts';
import { deriveSession, type Session, type SessionKey, sessionIdBytes } from '../log/session.ts';
import { concatBytes, equalBytes, noBytes, toBase64Url, toUtf8 } from '../util/bytes.ts';
import { hashParts } from '../util/hash.ts';
import type { Role } from './carrier.ts';

/** Who stands at the other end. */
export interface LinkIdentity {
  /** Public key, base64url. */
  readonly device: string;
  readonly session: SessionKey;
  readonly member: string;
  readonly name: string;
}

/** What both ends know of this one meeting, as the end `role` sees it. */
export interface Meeting {
  readonly role: Role;
  readonly ownNonce: Uint8Array;
  readonly theirNonce: Uint8Array;
  readonly ownBinding: Uint8Array;
  readonly theirBinding: Uint8Array;
}

/**
 * Decides whether the two ends of a carrier may speak. Two steps, so that nobody learns who we are without having
 * proved to belong here. The circle will take the place of the one below: same steps, other grounds.
 */
export interface Authenticator {
  /** At most `maxProofBytes`. */
  prove(meeting: Meeting): Uint8Array;
  accepts(meeting: Meeting, proof: Uint8Array): boolean;
  /** At most `maxProofBytes`; rejects when the device's key can't be used. */
  identify(meeting: Meeting): Promise<Uint8Array>;
  /** null for whoever is not who they say, or not bound to this meeting. Never throws. */
  recognise(meeting: Meeting, identity: Uint8Array): LinkIdentity | null;
}

export interface LinkSelf {
  /** Public key, 32 bytes. */
  readonly device: Uint8Array;
  readonly member: string;
  readonly name: string;
  readonly session: Pick<Session, 'id' | 'key'>;
  /** Ed25519 by the device over utf8('riffroom link\0') ‖ message. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

const signedPrefix = toUtf8('riffroom link\0');
const deviceBytes = 32;
const signatureBytes = 64;
const macBytes = 32;
const maxIdBytes = 64;
const maxNameBytes = 400;

/**
 * Whoever knows the room's secret is let in. Proof and identity are HMACs with it over (topic, both nonces, both
 * bindings, who says it); the identity is signed by the device over the same. The session's key follows from device and
 * id, so nobody can be taken for a session of another device.
 *
 * ```
 * proof    = mac:32 bytes
 * identity = device:32 bytes id:16 bytes member:text name:text signature:64 bytes mac:32 bytes
 * ```
 */
export function createSecretAuthenticator(secret: Uint8Array, topic: string, self: LinkSelf): Authenticator {
  const macOver = (step: string, role: Role, meeting: Meeting, said: Uint8Array): Uint8Array =>
    hmac(sha256, secret, hashParts(step, role, hashMeeting(topic, meeting), said));
  return {
    prove: (meeting) => macOver('proof', meeting.role, meeting, noBytes),
    accepts: (meeting, proof) => equalBytes(proof, macOver('proof', otherRole(meeting), meeting, noBytes)),
    async identify(meeting) {
      const fields = writeFields(self);
      const signature = await self.sign(toSign(topic, meeting.role, meeting, fields));
      const said = concatBytes(fields, signature);
      return concatBytes(said, macOver('identity', meeting.role, meeting, said));
    },
    recognise(meeting, identity) {
      const said = identity.subarray(0, Math.max(0, identity.length - macBytes));
      const mac = identity.subarray(said.length);
      const role = otherRole(meeting);
      if (!equalBytes(mac, macOver('identity', role, meeting, said))) return null;
      try {
        const fields = said.subarray(0, said.length - signatureBytes);
        const { device, ...person } = readFields(fields);
        const signed = concatBytes(signedPrefix, toSign(topic, role, meeting, fields));
        if (!ed25519.verify(said.subarray(fields.length), signed, device)) return null;
        return { ...person, device: toBase64Url(device) };
      } catch {
        return null;
      }
    },
  };
}

function otherRole({ role }: Meeting): Role {
  return role === 'offerer' ? 'answerer' : 'offerer';
}

/** Alike for both ends: the offerer's side first. */
function hashMeeting(
  topic: string,
  { role, ownNonce, theirNonce, ownBinding, theirBinding }: Meeting,
): Uint8Array {
  const own = [ownNonce, ownBinding];
  const theirs = [theirNonce, theirBinding];
  const parts = role === 'offerer' ? [...own, ...theirs] : [...theirs, ...own];
  return hashParts('riffroom link 1', topic, ...parts);
}

function toSign(topic: string, role: Role, meeting: Meeting, fields: Uint8Array): Uint8Array {
  return hashParts('identity', role, hashMeeting(topic, meeting), fields);
}

function writeFields({ device, session, member, name }: LinkSelf): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, device);
  encoding.writeUint8Array(encoder, session.id);
  encoding.writeVarString(encoder, member);
  encoding.writeVarString(encoder, name);
  return encoding.toUint8Array(encoder);
}

function readFields(bytes: Uint8Array): Omit<LinkIdentity, 'device'> & { device: Uint8Array } {
  const reader = createReader(bytes);
  const device = readFixed(reader, deviceBytes).slice();
  const session = deriveSession(device, readFixed(reader, sessionIdBytes)).key;
  const member = readText(reader, maxIdBytes);
  const name = readText(reader, maxNameBytes);
  if (reader.pos !== bytes.length) throw new RangeError('more than an identity');
  return { device, session, member, name };
}
