import * as encoding from 'lib0/encoding';
import { ok, type Result, refuse } from '../util/result.ts';
import { createReader, readBytes, readFixed, readText, readUint } from './reader.ts';
import { deriveSession, type Session, sessionIdBytes } from './session.ts';

/** The log's format. A reader keeps what newer versions append to a hello or an envelope. */
const logFormat = 1;

/** A session's first word: whose it is, and under which Yjs client it writes into the jam document. */
export interface Hello extends Session {
  readonly format: number;
  /** Empty for now; from the second laptop on, the device's signature over what stands before it. */
  readonly signature: Uint8Array;
}

const maxDeviceBytes = 64;
const maxIdBytes = 64;
const maxNameBytes = 400;
const maxSignatureBytes = 128;

/**
 * ```
 * hello = format:uint device:bytes session:16 bytes member:text name:text docClientId:uint signature:bytes rest
 * bytes = length:uint bytes,  text = bytes in UTF-8
 * ```
 * Throws a RangeError when a field is longer than `readHello` allows (names are cut by whoever asks for them).
 */
export function encodeHello(session: Session, signature: Uint8Array = new Uint8Array(0)): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, logFormat);
  encoding.writeVarUint8Array(encoder, session.device);
  encoding.writeUint8Array(encoder, session.id);
  encoding.writeVarString(encoder, session.memberId);
  encoding.writeVarString(encoder, session.memberName);
  encoding.writeVarUint(encoder, session.docClientId);
  encoding.writeVarUint8Array(encoder, signature);
  const body = encoding.toUint8Array(encoder);
  const read = readHello(body);
  if (!read.ok) throw new RangeError(read.sentence);
  return body;
}

/** Refuses what is malformed, and a `docClientId` that does not follow from (device, session). */
export function readHello(body: Uint8Array): Result<Hello> {
  try {
    const reader = createReader(body);
    const format = readUint(reader);
    const device = readBytes(reader, maxDeviceBytes).slice();
    const id = readFixed(reader, sessionIdBytes).slice();
    const memberId = readText(reader, maxIdBytes);
    const memberName = readText(reader, maxNameBytes);
    const docClientId = readUint(reader);
    const signature = readBytes(reader, maxSignatureBytes).slice();
    const derived = deriveSession(device, id);
    if (docClientId !== derived.docClientId) throw new RangeError('claims another client');
    return ok({
      format,
      device,
      id,
      memberId,
      memberName,
      signature,
      ...derived,
    });
  } catch {
    return refuse(
      'hello-malformed',
      'Somebody’s first record could not be read, so their changes were left out.',
    );
  }
}
