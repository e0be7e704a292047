import * as encoding from 'lib0/encoding';
import { ok, type Result, refuse } from '../util/result.ts';
import type { HeadRef } from './envelope.ts';
import { decodeHeads, encodeHeads, type Heads } from './heads.ts';
import { createReader, readBytes, readFixed, readUint } from './reader.ts';
import { sessionKeyBytes, sessionKeyFromBytes, sessionKeyToBytes } from './session.ts';

/**
 * The jam document as it was at some heads, so that opening need not replay everything before them. A cache and
 * nothing more: it can be thrown away, and one from a stranger must be, for only a replay would show a lie in it.
 */
export interface KeyFrame {
  /** Y.encodeStateAsUpdateV2 of the jam document. */
  readonly state: Uint8Array;
  readonly heads: Heads;
  /** Those of the heads that no envelope in the frame names. Left out: all of them, which costs bytes later. */
  readonly frontier?: readonly HeadRef[];
}

/**
 * ```
 * key frame = format:uint (1)  heads:bytes  frontier  state:bytes
 * frontier  = count:uint (session:16 bytes, seq:uint)*
 * ```
 */
export function encodeKeyFrame({ state, heads, frontier = [] }: KeyFrame): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encodeHeads(heads));
  encoding.writeVarUint(encoder, frontier.length);
  for (const { session, seq } of frontier) {
    encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? new Uint8Array(sessionKeyBytes));
    encoding.writeVarUint(encoder, seq);
  }
  encoding.writeVarUint8Array(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** Refuses what is malformed; never throws. The state is a view into `bytes`. */
export function decodeKeyFrame(bytes: Uint8Array): Result<KeyFrame> {
  const refusal = refuse(
    'key-frame-malformed',
    'A saved shortcut could not be read; the jam is replayed instead.',
  );
  try {
    const reader = createReader(bytes);
    if (readUint(reader) !== 1) return refusal;
    const heads = decodeHeads(readBytes(reader, bytes.length));
    if (!heads.ok) return refusal;
    const count = readUint(reader);
    const frontier: HeadRef[] = [];
    for (let i = 0; i < count; i++) {
      const session = sessionKeyFromBytes(readFixed(reader, sessionKeyBytes));
      frontier.push({ session, seq: readUint(reader) });
    }
    const state = readBytes(reader, bytes.length);
    return ok(frontier.length > 0 ? { state, heads: heads.value, frontier } : { state, heads: heads.value });
  } catch {
    return refusal;
  }
}
