import * as Y from 'yjs';
import { noBytes } from '../util/bytes.ts';
import type { Refusal } from '../util/result.ts';
import { decodeEnvelope, peekSeq } from './envelope.ts';
import { type Hello, readHello } from './hello.ts';
import type { LogRecord } from './journalRecord.ts';
import { maxUpdateBytes } from './limits.ts';
import type { AddReport, Log } from './log.ts';
import type { SessionKey } from './session.ts';

/** Something in an update that is no log item, and why. */
interface RefusedItem extends Refusal {
  readonly client: number | null;
  readonly clock: number | null;
}

const noLogItem: Refusal = {
  code: 'no-log-item',
  sentence: 'Something that is no change of this jam was left out.',
};
const unsigned: Refusal = {
  code: 'unsigned',
  sentence: 'Changes came without the signature of the device that they name, so they were left out.',
};

interface ReadUpdate {
  /** What is a log item by form; each session's records ascend. The envelopes are still to be judged. */
  readonly records: LogRecord[];
  readonly refused: RefusedItem[];
  /** Items of sessions whose hello is not known yet. Comparing heads brings them back with it. */
  readonly unplaced: number;
}

interface GateReport extends AddReport {
  readonly refusedItems: readonly RefusedItem[];
  readonly unplaced: number;
}

/** Stands before a log: nothing that a stranger sends reaches its document, except what the gate made itself. */
export interface Gate {
  /**
   * Reads a remote Yjs update (v1) of the log document, adds what is a well-formed append of its own session, and
   * says what it refused. The update's own bytes are never applied. Never throws.
   */
  admit(update: Uint8Array, origin: unknown): GateReport;
  /** Items and envelopes refused since the gate was made; a peer with many is no honest one. */
  readonly refused: number;
}

export interface GateOptions {
  /** A session whose hello is unsigned does not get in unless it is in the log already. For what comes from a live peer. */
  readonly refuseUnsigned?: boolean;
}

export function createGate(log: Log, { refuseUnsigned = false }: GateOptions = {}): Gate {
  let refusedSoFar = 0;
  return {
    admit(update, origin) {
      const sessionOf = new Map<number, SessionKey>();
      for (const session of log.sessions()) sessionOf.set(log.hello(session)?.logClientId ?? 0, session);
      const { records, refused, unplaced } = readLogUpdate(update, sessionOf, refuseUnsigned);
      const report = log.addEnvelopes(records, origin);
      refusedSoFar += refused.length + report.refused.length;
      return { ...report, refusedItems: refused, unplaced };
    },
    get refused() {
      return refusedSoFar;
    },
  };
}

/**
 * Reads an update of the log document as records. Refused as a whole: what can't be decoded, is too large, or
 * deletes. Refused, with all that follows of the same client: GC and Skip, content other than one binary, an item
 * that is not to the right of its predecessor or whose envelope has another number, a first item that is not its own
 * session's hello in its own root, and with `refuseUnsigned` a hello without a signature that is not known yet.
 * `known` are the sessions by log client.
 */
function readLogUpdate(
  update: Uint8Array,
  known: ReadonlyMap<number, SessionKey>,
  refuseUnsigned: boolean,
): ReadUpdate {
  const decoded = decode(update);
  if ('code' in decoded)
    return {
      records: [],
      refused: [{ client: null, clock: null, ...decoded }],
      unplaced: 0,
    };
  const sessions = new Map(known);
  const records: LogRecord[] = [];
  const refused: RefusedItem[] = [];
  const barred = new Set<number>();
  let unplaced = 0;
  for (const struct of decoded.structs) {
    const { client, clock } = struct.id;
    if (barred.has(client)) continue;
    const bytes = readItem(struct);
    const hello = clock === 0 && bytes ? readFirst(struct, bytes) : null;
    const key = hello?.key ?? (clock > 0 ? (sessions.get(client) ?? null) : null);
    const isUnsigned = hello?.signature.length === 0 && !known.has(client);
    if (bytes && key !== null && !(refuseUnsigned && isUnsigned)) {
      if (clock === 0) sessions.set(client, key);
      records.push({ session: key, bytes });
    } else if (bytes && clock > 0) unplaced += 1;
    else {
      barred.add(client);
      refused.push({ client, clock, ...(hello ? unsigned : noLogItem) });
    }
  }
  return { records, refused, unplaced };
}

function decode(update: Uint8Array): { structs: readonly (Y.Item | Y.GC | Y.Skip)[] } | Refusal {
  if (update.length > maxUpdateBytes) {
    return {
      code: 'update-too-large',
      sentence: 'Somebody sent more at once than can be taken.',
    };
  }
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    if (ds.clients.size > 0)
      return {
        code: 'deletes',
        sentence: 'Somebody tried to delete from the log.',
      };
    return { structs };
  } catch {
    return {
      code: 'update-malformed',
      sentence: 'What somebody sent could not be read.',
    };
  }
}

/** The envelope's bytes, or null when the struct has not the form of a log item. */
function readItem(struct: Y.Item | Y.GC | Y.Skip): Uint8Array | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentBinary)) return null;
  const { origin, rightOrigin, parent, parentSub, id } = struct;
  if (rightOrigin !== null || parentSub !== null) return null;
  const isFirst = id.clock === 0 && origin === null && typeof parent === 'string';
  const isNext = id.clock > 0 && origin?.client === id.client && origin.clock === id.clock - 1;
  const { content } = struct.content;
  return (isFirst || isNext) && peekSeq(content) === id.clock ? content : null;
}

/** A first item's hello: it names the session, whose client and root follow from it. */
function readFirst(struct: Y.Item | Y.GC | Y.Skip, bytes: Uint8Array): Hello | null {
  const envelope = decodeEnvelope(bytes);
  const hello = readHello(envelope.ok ? envelope.value.body : noBytes);
  if (!hello.ok || hello.value.logClientId !== struct.id.client) return null;
  return struct instanceof Y.Item && String(struct.parent) === hello.value.key ? hello.value : null;
}
