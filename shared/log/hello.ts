import * as encoding from 'lib0/encoding';
import type { Context } from '../util/context.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { type Sign, verifySignature } from '../util/signature.ts';
import { createReader, readBytes, readFixed, readText, readUint } from './reader.ts';
import { createSession, deriveSession, type Session, type SessionOwner, sessionIdBytes } from './session.ts';

/** The log's format. A reader keeps what newer versions append to a hello or an envelope. */
const logFormat = 1;

/** A session's first word: whose it is, and under which Yjs client it writes into the jam document. */
export interface Hello extends Session {
  readonly format: number;
  /** Bytes before the signature. */
  readonly signedLength: number;
}

/** A session and what its device signs with, for the seals to come. */
export interface SignedSession {
  readonly session: Session;
  readonly sign: Sign;
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
 * `signature` is the device's over all bytes before it, for the purpose 'hello', or empty.
 * Throws a RangeError when a field is longer than `readHello` allows (names are cut by whoever asks for them).
 */
export function encodeHello(session: Session): Uint8Array {
  const encoder = writeUnsigned(session);
  encoding.writeVarUint8Array(encoder, session.signature);
  const body = encoding.toUint8Array(encoder);
  const read = readHello(body);
  if (!read.ok) throw new RangeError(read.sentence);
  return body;
}

/** What a session's device signs, so that its hello can be made before anything happens. */
export function helloMessage(session: Session): Uint8Array {
  return encoding.toUint8Array(writeUnsigned(session));
}

/** A fresh session that its device vouches for. Refused when signing is. */
export async function createSignedSession(
  context: Context,
  owner: SessionOwner,
  sign: Sign,
): Promise<Result<SignedSession>> {
  const session = createSession(context, owner);
  const signed = await sign('hello', helloMessage(session));
  return signed.ok ? ok({ session: { ...session, signature: signed.value }, sign }) : signed;
}

function writeUnsigned(session: Session): encoding.Encoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, logFormat);
  encoding.writeVarUint8Array(encoder, session.device);
  encoding.writeUint8Array(encoder, session.id);
  encoding.writeVarString(encoder, session.memberId);
  encoding.writeVarString(encoder, session.memberName);
  encoding.writeVarUint(encoder, session.docClientId);
  return encoder;
}

/** `readHello`, and the signature checked when there is one: about a millisecond. */
export function checkHello(body: Uint8Array): Result<Hello> {
  const read = readHello(body);
  if (!read.ok || read.value.signature.length === 0) return read;
  const { device, signature } = read.value;
  if (verifySignature(device, 'hello', body.subarray(0, read.value.signedLength), signature)) return read;
  return refuse(
    'hello-forged',
    'Somebody’s first record was not signed by the device that it names, so their changes were left out.',
  );
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
    const signedLength = reader.pos;
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
      signedLength,
      ...derived,
    });
  } catch {
    return refuse(
      'hello-malformed',
      'Somebody’s first record could not be read, so their changes were left out.',
    );
  }
}
