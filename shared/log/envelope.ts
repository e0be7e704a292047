import * as encoding from 'lib0/encoding';
import { ok, type Result, refuse } from '../util/result.ts';
import { maxEnvelopeBytes } from './limits.ts';
import { createReader, readBytes, readFixed, readUint } from './reader.ts';
import { type SessionKey, sessionKeyBytes, sessionKeyFromBytes, sessionKeyToBytes } from './session.ts';

/**
 * What an envelope is for. Kinds that this version does not know (`kind-7`) are kept, passed on and counted in the
 * heads like any other; they are just not read.
 */
export type EnvelopeKind = 'hello' | 'edit' | 'seal' | `kind-${number}`;

/** One envelope of one session: that session's `seq`-th. */
export interface HeadRef {
  readonly session: SessionKey;
  readonly seq: number;
}

/** The unit of everything that is synced and stored: what one device did in one step. */
export interface Envelope {
  readonly kind: EnvelopeKind;
  /** 0 for the session's hello, then one more each time. */
  readonly seq: number;
  /** One more than the highest in this envelope's past; sorting by it keeps causes before effects. */
  readonly lamport: number;
  /**
   * What the author's document held besides the author's own envelopes: the heads that nothing else it held had
   * named yet, by ascending key. Together with `seq` this is the envelope's whole past.
   */
  readonly seen: readonly HeadRef[];
  /** The author's wall clock, ms since 1970. For people; nothing is ordered by it. */
  readonly wall: number;
  /** For `edit` a Yjs update (v1) of the jam document, for `hello` and `seal` see there. */
  readonly body: Uint8Array;
}

const kindNumbers: ReadonlyMap<string, number> = new Map([
  ['hello', 0],
  ['edit', 1],
  ['seal', 2],
]);
const kindNames: readonly EnvelopeKind[] = ['hello', 'edit', 'seal'];

/**
 * ```
 * envelope = kind:uint seq:uint lamport:uint wall:uint seen body rest
 * seen     = count:uint (session:16 bytes, seq:uint)*      ascending by session, none twice, never its own
 * body     = length:uint bytes
 * rest     = whatever a newer version adds; kept with the envelope, not read
 * uint     = lib0 varuint, at most 2^53 - 1
 * ```
 * Throws a RangeError on values that no honest caller has (a negative number, a malformed key).
 */
export function encodeEnvelope(envelope: Envelope): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kindToNumber(envelope.kind));
  for (const value of [envelope.seq, envelope.lamport, envelope.wall]) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a count: ${value}`);
    encoding.writeVarUint(encoder, value);
  }
  const seen = [...envelope.seen].sort((a, b) => compareKeys(a.session, b.session));
  encoding.writeVarUint(encoder, seen.length);
  for (const { session, seq } of seen) {
    const key = sessionKeyToBytes(session);
    if (!key) throw new RangeError(`Not a session key: ${session}`);
    encoding.writeUint8Array(encoder, key);
    encoding.writeVarUint(encoder, seq);
  }
  encoding.writeVarUint8Array(encoder, envelope.body);
  return encoding.toUint8Array(encoder);
}

/**
 * The envelope, its `body` a view into `bytes`. Refuses what is malformed or over 16 MiB; never throws and never
 * allocates by a claimed length.
 */
export function decodeEnvelope(bytes: Uint8Array): Result<Envelope> {
  if (bytes.length > maxEnvelopeBytes) {
    return refuse('envelope-too-large', 'A change is larger than any change can be, so it was left out.');
  }
  try {
    const reader = createReader(bytes);
    const kind = kindFromNumber(readUint(reader));
    const seq = readUint(reader);
    const lamport = readUint(reader);
    const wall = readUint(reader);
    const count = readUint(reader);
    const seen: HeadRef[] = [];
    for (let i = 0; i < count; i++) {
      const session = sessionKeyFromBytes(readFixed(reader, sessionKeyBytes));
      const before = seen[i - 1];
      if (before && compareKeys(before.session, session) >= 0) throw new RangeError('heads out of order');
      seen.push({ session, seq: readUint(reader) });
    }
    return ok({
      kind,
      seq,
      lamport,
      seen,
      wall,
      body: readBytes(reader, maxEnvelopeBytes),
    });
  } catch {
    return refuse('envelope-malformed', 'A change could not be read, so it was left out.');
  }
}

/** The `seq` of an encoded envelope without reading the rest, or null. */
export function peekSeq(bytes: Uint8Array): number | null {
  try {
    const reader = createReader(bytes);
    readUint(reader);
    return readUint(reader);
  } catch {
    return null;
  }
}

/** Order of session keys wherever one is needed: by code unit, the same on every machine. */
export function compareKeys(a: SessionKey, b: SessionKey): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function kindToNumber(kind: EnvelopeKind): number {
  const known = kindNumbers.get(kind);
  if (known !== undefined) return known;
  const number = Number(kind.slice('kind-'.length));
  if (!Number.isSafeInteger(number) || number < kindNames.length) throw new RangeError(`Not a kind: ${kind}`);
  return number;
}

function kindFromNumber(number: number): EnvelopeKind {
  return kindNames[number] ?? `kind-${number}`;
}
