import * as encoding from 'lib0/encoding';
import { signatureBytes } from '../util/signature.ts';
import { createReader, readFixed, readUint } from './reader.ts';

/** A device's word for all that its session wrote: a signature over the hash of the session's chain. */
export interface Seal {
  /** The last envelope that is covered, with all before it. */
  readonly upTo: number;
  readonly signature: Uint8Array;
}

/**
 * ```
 * seal   = upTo:uint signature:64 bytes rest
 * signed = session:16 bytes upTo:uint hash:32 bytes          for the purpose 'seal'; hash: of the chain (heads.ts)
 * ```
 */
export function encodeSeal({ upTo, signature }: Seal): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, upTo);
  encoding.writeUint8Array(encoder, signature);
  return encoding.toUint8Array(encoder);
}

/** Null when malformed; never throws. */
export function readSeal(body: Uint8Array): Seal | null {
  try {
    const reader = createReader(body);
    return { upTo: readUint(reader), signature: readFixed(reader, signatureBytes).slice() };
  } catch {
    return null;
  }
}
