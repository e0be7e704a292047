import { fromUtf8, toUtf8 } from '../util/bytes.ts';
import { crc32c } from '../util/crc32c.ts';
import { maxEnvelopeBytes } from './limits.ts';
import { type SessionKey, sessionKeyToBytes } from './session.ts';

/** One envelope as it travels outside a Yjs document: in the journal, in a file, on a stick. */
export interface LogRecord {
  readonly session: SessionKey;
  /** The encoded envelope. */
  readonly bytes: Uint8Array;
}

export interface ReadRecords {
  /** Everything that is whole, in the order written; the bytes are views into what was read. */
  readonly records: LogRecord[];
  /** Bytes up to the first damage: where a journal may be cut so that appending goes on cleanly. */
  readonly cleanLength: number;
  /** What was lost, in one sentence for people, or null when everything was whole. */
  readonly damaged: string | null;
}

const headBytes = 8;
const keyBytes = 22;
const maxPayloadBytes = 1 + keyBytes + maxEnvelopeBytes;

/**
 * ```
 * frame   = length:uint32 LE  crc32c(payload):uint32 LE  payload            length counts the payload
 * payload = key length:uint8 (22)  session key:ASCII  envelope:bytes
 * ```
 * Frames stand one behind another without anything between, so encodings can be concatenated.
 */
export function encodeRecords(records: Iterable<LogRecord>): Uint8Array {
  const list = [...records];
  const whole = new Uint8Array(
    list.reduce((sum, { bytes }) => sum + headBytes + 1 + keyBytes + bytes.length, 0),
  );
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const { session, bytes } of list) {
    if (sessionKeyToBytes(session) === null) throw new RangeError(`Not a session key: ${session}`);
    const payload = at + headBytes;
    const end = payload + 1 + keyBytes + bytes.length;
    whole[payload] = keyBytes;
    whole.set(toUtf8(session), payload + 1);
    whole.set(bytes, payload + 1 + keyBytes);
    view.setUint32(at, end - payload, true);
    view.setUint32(at + 4, crc32c(whole, payload, end), true);
    at = end;
  }
  return whole;
}

/**
 * Reads what is whole. A torn tail is left out; after damage in the middle the next whole frame is searched for.
 * Never throws, allocates nothing by a claimed length, and looks at each byte a bounded number of times.
 */
export function readRecords(bytes: Uint8Array): ReadRecords {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: LogRecord[] = [];
  const budget = { bytes: 4 * bytes.length };
  let at = 0;
  let cleanLength = 0;
  let lost = 0;
  while (at < bytes.length) {
    const frame = readFrame(bytes, view, at, budget);
    if (frame) {
      records.push(frame.record);
      at = frame.end;
      if (lost === 0) cleanLength = at;
    } else {
      const next = findFrame(bytes, view, at + 1, budget);
      lost += next - at;
      at = next;
    }
  }
  return {
    records,
    cleanLength,
    damaged: lost === 0 ? null : describeLoss(lost, cleanLength + lost === bytes.length),
  };
}

type Budget = { bytes: number };

function readFrame(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  budget: Budget,
): { record: LogRecord; end: number } | null {
  const payload = at + headBytes;
  if (payload + 1 + keyBytes > bytes.length || bytes[payload] !== keyBytes) return null;
  const length = view.getUint32(at, true);
  const end = payload + length;
  if (length < 1 + keyBytes || length > maxPayloadBytes || end > bytes.length) return null;
  const session = fromUtf8(bytes.subarray(payload + 1, payload + 1 + keyBytes));
  if (session === null || sessionKeyToBytes(session) === null) return null;
  // Made-up heads inside a damaged stretch could claim megabytes each; the budget keeps the search linear.
  if (length > budget.bytes) return null;
  budget.bytes -= length;
  if (crc32c(bytes, payload, end) !== view.getUint32(at + 4, true)) return null;
  return {
    record: { session, bytes: bytes.subarray(payload + 1 + keyBytes, end) },
    end,
  };
}

/** Where the next whole frame begins, or the end. */
function findFrame(bytes: Uint8Array, view: DataView, from: number, budget: Budget): number {
  for (let at = from; at < bytes.length; at++) if (readFrame(bytes, view, at, budget)) return at;
  return bytes.length;
}

function describeLoss(lost: number, atTheEnd: boolean): string {
  const amount = lost === 1 ? '1 byte' : `${lost.toLocaleString('en')} bytes`;
  return atTheEnd
    ? `The very end of this jam’s history was cut off (${amount}); everything before it is there.`
    : `A part of this jam’s history is damaged (${amount}); open a saved copy of the jam to fill the gap.`;
}
