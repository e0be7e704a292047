import * as encoding from 'lib0/encoding';
import { concatBytes, equalBytes } from '../util/bytes.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { compareKeys, type HeadRef, peekSeq } from './envelope.ts';
import type { LogRecord } from './journalRecord.ts';
import { createReader, readBytes, readFixed, readUint } from './reader.ts';
import { type SessionKey, sessionKeyBytes, sessionKeyFromBytes, sessionKeyToBytes } from './session.ts';

/**
 * The jam document as it was at some heads, so that opening need not replay everything before them. A cache and
 * nothing more: it can be thrown away, and one from a stranger must be, for only a replay would show a lie in it.
 */
export interface KeyFrame {
  /** Y.encodeStateAsUpdateV2 of the jam document. */
  readonly state: Uint8Array;
  /** The last envelope of each session that is in it. */
  readonly heads: readonly HeadRef[];
  /** Those of the heads that no envelope in the frame names. */
  readonly frontier: readonly HeadRef[];
}

/** SHA-256, 32 bytes. The platform's own: megabytes are hashed, and before anything can be seen. */
export type DigestBytes = (bytes: Uint8Array) => Promise<Uint8Array>;

const format = 2;
const digestBytes = 32;

/**
 * ```
 * sealed key frame = frame  digest:32 bytes
 * frame            = format:uint (2)  heads  frontier  state:bytes
 * heads, frontier  = count:uint (session:16 bytes, seq:uint)*          ascending by session
 * digest           = sha256(frame ‖ every envelope it stands for, by session, then seq)
 * ```
 * So one that is torn, damaged, or made for other envelopes shows as such. `records` holds at least those that the
 * frame stands for; null when it does not.
 */
export async function sealKeyFrame(
  frame: KeyFrame,
  records: Iterable<LogRecord>,
  digest: DigestBytes,
): Promise<Uint8Array | null> {
  const bytes = encodeKeyFrame(frame);
  const covered = coveredRecords(frame, records);
  return covered === null ? null : concatBytes(bytes, await digest(hashedBytes(bytes, covered)));
}

/** The frame, if it is whole and stands for envelopes that are all among `records`. Never throws. */
export async function openKeyFrame(
  sealed: Uint8Array,
  records: Iterable<LogRecord>,
  digest: DigestBytes,
): Promise<Result<KeyFrame>> {
  const bytes = sealed.subarray(0, Math.max(0, sealed.length - digestBytes));
  const frame = decodeKeyFrame(bytes);
  if (!frame.ok) return frame;
  const covered = coveredRecords(frame.value, records);
  const isWhole =
    covered !== null && equalBytes(await digest(hashedBytes(bytes, covered)), sealed.subarray(bytes.length));
  if (isWhole) return frame;
  return refuse(
    'key-frame-foreign',
    'The saved state does not belong to these changes; they are replayed instead.',
  );
}

function hashedBytes(frame: Uint8Array, covered: readonly LogRecord[]): Uint8Array {
  return concatBytes(frame, ...covered.map(({ bytes }) => bytes));
}

function encodeKeyFrame({ state, heads, frontier }: KeyFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, format);
  for (const refs of [heads, frontier]) {
    encoding.writeVarUint(encoder, refs.length);
    for (const { session, seq } of [...refs].sort((a, b) => compareKeys(a.session, b.session))) {
      encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? new Uint8Array(sessionKeyBytes));
      encoding.writeVarUint(encoder, seq);
    }
  }
  encoding.writeVarUint8Array(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** The state is a view into `bytes`. */
function decodeKeyFrame(bytes: Uint8Array): Result<KeyFrame> {
  const refusal = refuse(
    'key-frame-malformed',
    'The saved state could not be read; the jam is replayed instead.',
  );
  try {
    const reader = createReader(bytes);
    if (readUint(reader) !== format) return refusal;
    const readRefs = (): HeadRef[] => {
      const refs: HeadRef[] = [];
      for (let left = readUint(reader); left > 0; left--) {
        refs.push({
          session: sessionKeyFromBytes(readFixed(reader, sessionKeyBytes)),
          seq: readUint(reader),
        });
      }
      return refs;
    };
    return ok({ heads: readRefs(), frontier: readRefs(), state: readBytes(reader, bytes.length) });
  } catch {
    return refusal;
  }
}

/** The records that a frame stands for, by session and seq, or null when one of them is not there. */
export function coveredRecords({ heads }: KeyFrame, records: Iterable<LogRecord>): LogRecord[] | null {
  const lengths = new Map<SessionKey, number>(heads.map(({ session, seq }) => [session, seq + 1]));
  const found = new Map<SessionKey, LogRecord[]>(heads.map(({ session }) => [session, []]));
  for (const record of records) {
    const seq = found.has(record.session) ? peekSeq(record.bytes) : null;
    const list = found.get(record.session);
    // Records of a session ascend in whatever laptops keep; one that doesn't makes the frame useless, nothing worse.
    if (list?.length === seq && list.length < (lengths.get(record.session) ?? 0)) list.push(record);
  }
  const covered: LogRecord[] = [];
  for (const { session, seq } of [...heads].sort((a, b) => compareKeys(a.session, b.session))) {
    const list = found.get(session) ?? [];
    if (list.length !== seq + 1) return null;
    for (const record of list) covered.push(record);
  }
  return covered;
}
