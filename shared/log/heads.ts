import * as encoding from 'lib0/encoding';
import { fromBase64Url, noBytes, toBase64Url } from '../util/bytes.ts';
import { sha256 } from '../util/hash.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { compareKeys } from './envelope.ts';
import { createReader, readFixed, readUint } from './reader.ts';
import { type SessionKey, sessionKeyBytes, sessionKeyFromBytes, sessionKeyToBytes } from './session.ts';

/**
 * The latest envelope of a session, and the hash of the chain up to it: h(n) = sha256(h(n-1) ‖ envelope n), with
 * nothing before the first. Equal heads mean equal envelopes, all the way down.
 */
export interface Head {
  readonly seq: number;
  /** 32 bytes, base64url. */
  readonly hash: string;
}

/** What somebody holds, in full. */
export type Heads = ReadonlyMap<SessionKey, Head>;

export interface HeadsComparison {
  readonly equal: boolean;
  /** Sessions of which `a` lacks later envelopes that `b` holds, and the other way round. */
  readonly aLacks: readonly SessionKey[];
  readonly bLacks: readonly SessionKey[];
  /** Sessions with two different envelopes under one number: somebody's session went on under its old name. */
  readonly forked: readonly SessionKey[];
}

/**
 * What two peers have to send each other. From heads alone a fork shows where both have the same number; with
 * `hashOfA` (a's own chain, `log.hashAt`) also where b is behind a.
 */
export function compareHeads(
  a: Heads,
  b: Heads,
  hashOfA?: (session: SessionKey, seq: number) => string | null,
): HeadsComparison {
  const aLacks: SessionKey[] = [];
  const bLacks: SessionKey[] = [];
  const forked: SessionKey[] = [];
  for (const [session, mine] of a) {
    const theirs = b.get(session);
    if (!theirs) bLacks.push(session);
    else if (theirs.seq > mine.seq) aLacks.push(session);
    else if (theirs.seq === mine.seq ? theirs.hash !== mine.hash : isOffChain(session, theirs, hashOfA)) {
      forked.push(session);
    } else if (theirs.seq < mine.seq) bLacks.push(session);
  }
  for (const session of b.keys()) if (!a.has(session)) aLacks.push(session);
  return {
    equal: aLacks.length + bLacks.length + forked.length === 0,
    aLacks,
    bLacks,
    forked,
  };
}

function isOffChain(
  session: SessionKey,
  theirs: Head,
  hashOfA: ((session: SessionKey, seq: number) => string | null) | undefined,
): boolean {
  return hashOfA !== undefined && hashOfA(session, theirs.seq) !== theirs.hash;
}

/**
 * ```
 * heads = count:uint (session:16 bytes, seq:uint, hash:32 bytes)*     ascending by session
 * ```
 * Equal heads give equal bytes.
 */
export function encodeHeads(heads: Heads): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, heads.size);
  for (const [session, head] of [...heads].sort((a, b) => compareKeys(a[0], b[0]))) {
    encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? noBytes);
    encoding.writeVarUint(encoder, head.seq);
    encoding.writeUint8Array(encoder, fromHash(head.hash));
  }
  return encoding.toUint8Array(encoder);
}

/** Refuses what is malformed; never throws. */
export function decodeHeads(bytes: Uint8Array): Result<Heads> {
  try {
    const reader = createReader(bytes);
    const count = readUint(reader);
    const heads = new Map<SessionKey, Head>();
    for (let i = 0; i < count; i++) {
      const session = sessionKeyFromBytes(readFixed(reader, sessionKeyBytes));
      const seq = readUint(reader);
      heads.set(session, { seq, hash: toBase64Url(readFixed(reader, 32)) });
    }
    return ok(heads);
  } catch {
    return refuse('heads-malformed', 'The list of what somebody holds could not be read.');
  }
}

/** 43 characters that are equal exactly when two peers hold the same. */
export function digestHeads(heads: Heads): string {
  return toBase64Url(sha256(encodeHeads(heads)));
}

function fromHash(hash: string): Uint8Array {
  const bytes = fromBase64Url(hash);
  if (bytes?.length !== 32) throw new RangeError(`Not a hash: ${hash}`);
  return bytes;
}
