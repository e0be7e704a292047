/**
 * What two ends of a link say to each other. `proof` and before: to anybody; `identity`: to whoever has proved that
 * they know the room's secret; the rest: to whoever has said who they are.
 *
 * ```
 * message  = kind:u8 body
 * nonce    = version:u8 nonce:32 bytes
 * proof    = mac:32 bytes                                  authenticator.ts
 * identity = the authenticator's own
 * beat     = number echo held digest:16 bytes taken        held: ms since `echo` came; digest: of all that I hold;
 *                                                          taken: records from you that I have kept
 * heads    = heads of the log
 * want     = count (session:16 bytes have)*                what changed since my heads; opens or reopens the stream
 * records  = count update                                  update: Yjs update v1 of the log document
 * done     =                                               you have all that I have; what follows comes as it happens
 * covers   = count (session:16 bytes)*                     whom I tell everything myself
 * presence = awareness update of one client
 * bye      = reason:u8
 * ```
 * Numbers are lib0 varuints. All readers throw a RangeError on what is malformed.
 */
import * as encoding from 'lib0/encoding';
import { createReader, type Reader, readFixed, readUint } from '../log/reader.ts';
import { type SessionKey, sessionKeyBytes, sessionKeyFromBytes, sessionKeyToBytes } from '../log/session.ts';
import { noBytes } from '../util/bytes.ts';
import { maxHeadsBytes, maxMessageBytes, maxPresenceBytes, maxProofBytes } from './limits.ts';

export const kinds = {
  nonce: 0,
  proof: 1,
  identity: 2,
  beat: 3,
  heads: 4,
  want: 5,
  records: 6,
  done: 7,
  covers: 8,
  presence: 9,
  bye: 10,
} as const;

export const digestBytes = 16;
export const nonceBytes = 32;
const version = 1;
const maxCovers = 256;

/** Bytes that a message of this kind may have. */
export function limitOfKind(kind: number): number {
  if (kind === kinds.records) return maxMessageBytes;
  if (kind === kinds.heads || kind === kinds.want) return maxHeadsBytes;
  if (kind === kinds.presence) return maxPresenceBytes + 32;
  if (kind === kinds.covers) return 8 + maxCovers * sessionKeyBytes;
  return maxProofBytes;
}

export interface Beat {
  readonly number: number;
  readonly echo: number;
  readonly held: number;
  readonly digest: Uint8Array;
  readonly taken: number;
}

export function writeNonce(nonce: Uint8Array): Uint8Array {
  return write(kinds.nonce, (encoder) => {
    encoding.writeUint8(encoder, version);
    encoding.writeUint8Array(encoder, nonce);
  });
}

export function readNonce(body: Uint8Array): Uint8Array {
  return read(body, (reader) => {
    if (readFixed(reader, 1)[0] !== version) throw new RangeError('another version');
    return readFixed(reader, nonceBytes).slice();
  });
}

export function writeBeat({ number, echo, held, digest, taken }: Beat): Uint8Array {
  return write(kinds.beat, (encoder) => {
    for (const value of [number, echo, held]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8Array(encoder, digest);
    encoding.writeVarUint(encoder, taken);
  });
}

export function readBeat(body: Uint8Array): Beat {
  return read(body, (reader) => {
    const number = readUint(reader);
    const echo = readUint(reader);
    const held = readUint(reader);
    const digest = readFixed(reader, digestBytes).slice();
    return { number, echo, held, digest, taken: readUint(reader) };
  });
}

export function writeWant(have: ReadonlyMap<SessionKey, number>): Uint8Array {
  return write(kinds.want, (encoder) => {
    encoding.writeVarUint(encoder, have.size);
    for (const [session, count] of have) {
      encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? noBytes);
      encoding.writeVarUint(encoder, count);
    }
  });
}

export function readWant(body: Uint8Array): Map<SessionKey, number> {
  return read(body, (reader) => {
    const have = new Map<SessionKey, number>();
    for (let left = readUint(reader); left > 0; left--) {
      const session = sessionKeyFromBytes(readFixed(reader, sessionKeyBytes));
      have.set(session, readUint(reader));
    }
    return have;
  });
}

export function writeRecords(count: number, update: Uint8Array): Uint8Array {
  return write(kinds.records, (encoder) => {
    encoding.writeVarUint(encoder, count);
    encoding.writeUint8Array(encoder, update);
  });
}

export function readRecords(body: Uint8Array): { count: number; update: Uint8Array } {
  // A copy: Yjs reads claimed lengths as far as the underlying buffer goes, and would find our own memory there.
  return read(body, (reader) => ({ count: readUint(reader), update: body.slice(reader.pos) }));
}

export function writeCovers(sessions: Iterable<SessionKey>): Uint8Array {
  const keys = [...sessions].slice(0, maxCovers);
  return write(kinds.covers, (encoder) => {
    encoding.writeVarUint(encoder, keys.length);
    for (const key of keys) encoding.writeUint8Array(encoder, sessionKeyToBytes(key) ?? noBytes);
  });
}

export function readCovers(body: Uint8Array): Set<SessionKey> {
  return read(body, (reader) => {
    const sessions = new Set<SessionKey>();
    for (let left = readUint(reader); left > 0; left--) {
      sessions.add(sessionKeyFromBytes(readFixed(reader, sessionKeyBytes)));
    }
    return sessions;
  });
}

export function writeMessage(kind: number, body: Uint8Array = noBytes): Uint8Array {
  return write(kind, (encoder) => encoding.writeUint8Array(encoder, body));
}

function read<T>(body: Uint8Array, take: (reader: Reader) => T): T {
  try {
    return take(createReader(body));
  } catch {
    throw new RangeError('a malformed message');
  }
}

function write(kind: number, fill: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, kind);
  fill(encoder);
  return encoding.toUint8Array(encoder);
}
