import * as Y from 'yjs';
import { equalBytes } from '../util/bytes.ts';
import { ok, refuse } from '../util/result.ts';
import { type GuardBody, inspectBody } from './body.ts';
import { advanceChain, createJudge, type Judge, type StoredEnvelope } from './chain.ts';
import { decodeEnvelope, encodeEnvelope, peekSeq } from './envelope.ts';
import type { Head } from './heads.ts';
import { createHeldBack } from './heldBack.ts';
import { readHello } from './hello.ts';
import { createItemWriter } from './itemWriter.ts';
import type { LogRecord } from './journalRecord.ts';
import { maxEnvelopeBytes } from './limits.ts';
import type { AddReport, Log, LogEvent, RefusedRecord } from './log.ts';
import { readLogItems } from './readLogItems.ts';
import { type SessionKey, sessionKeyToBytes } from './session.ts';
import { createSessionLog, type SessionLog } from './sessionLog.ts';

export interface LogOptions {
  /** A schema's own rule for bodies, on top of those of form. */
  readonly guardBody?: GuardBody;
}

const unplaceable = refuse('record-malformed', 'A record could not be read, so it was left out.');
const notOurs = refuse('own-session', 'Somebody wrote in this laptop’s own name, so that was left out.');

/** An empty log. See `Log`. */
export function createLog({ guardBody }: LogOptions = {}): Log {
  const doc = new Y.Doc({ gc: false });
  const sessions = new Map<SessionKey, SessionLog>();
  const sessionOfClient = new Map<number, SessionKey>();
  const listeners = new Set<(event: LogEvent) => void>();
  const heldBack = createHeldBack();
  /** Those that `append` writes: what comes from elsewhere under their name is made up, and would take their next place. */
  const own = new Set<SessionKey>();
  let size = 0;
  let lamport = 0;
  const judge = createJudge(guardBody);
  const items = createItemWriter(doc, (session) => sessions.get(session));

  /** Judges the next envelope of a session and, when it passes, takes it into the index. */
  const accept = (
    session: SessionKey,
    bytes: Uint8Array,
    by: Judge = judge,
  ): ReturnType<typeof advanceChain> => {
    const known = sessions.get(session);
    const step = advanceChain(known?.chain ?? null, session, bytes, by);
    if (!step.ok) return step;
    const { chain } = step.value;
    if (known) known.push(chain, bytes, chain.lamport);
    else {
      // 53 bits of a hash: never by chance. Two sessions under one client would overwrite each other.
      if (sessionOfClient.has(chain.hello.logClientId))
        return refuse('client-taken', 'Two sessions collide.');
      sessions.set(session, createSessionLog(chain, bytes));
      sessionOfClient.set(chain.hello.logClientId, session);
    }
    size += 1;
    lamport = Math.max(lamport, chain.lamport);
    return step;
  };

  /** Puts what the index has just taken into the document, in one transaction, and tells the listeners. */
  const publish = (envelopes: readonly StoredEnvelope[], origin: unknown): void => {
    if (envelopes.length === 0) return;
    items.write(envelopes, origin);
    tell({ envelopes, origin });
  };

  /** Every listener hears of it, also when one of them fails: the journal must not miss what a view chokes on. */
  const tell = (event: LogEvent): void => {
    const errors: unknown[] = [];
    for (const listener of [...listeners]) {
      try {
        listener(event);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  };

  const addEnvelopes = (records: Iterable<LogRecord>, origin: unknown): AddReport => {
    const taken: StoredEnvelope[] = [];
    const refused: RefusedRecord[] = [];
    const forked = new Set<SessionKey>();
    const report = { duplicates: 0, held: 0, dropped: 0 };
    const offer = (session: SessionKey, seq: number, bytes: Uint8Array): boolean => {
      const step = accept(session, bytes);
      if (step.ok) taken.push(step.value.stored);
      else
        refused.push({
          session,
          seq,
          code: step.code,
          sentence: step.sentence,
        });
      return step.ok;
    };
    for (const { session, bytes } of records) {
      const present = sessions.get(session)?.bytes ?? [];
      const seq = peekSeq(bytes);
      const same = seq === null ? undefined : present[seq];
      if (same) {
        if (equalBytes(same, bytes)) report.duplicates += 1;
        else forked.add(session);
      } else if (own.has(session)) {
        refused.push({ session, seq, code: notOurs.code, sentence: notOurs.sentence });
      } else if (sessionKeyToBytes(session) === null || bytes.length > maxEnvelopeBytes) {
        refused.push({
          session,
          seq,
          code: unplaceable.code,
          sentence: unplaceable.sentence,
        });
      } else if (seq !== null && seq > present.length) {
        report[heldBack.hold(session, seq, bytes) ? 'held' : 'dropped'] += 1;
      } else if (offer(session, seq ?? 0, bytes)) {
        // The successors that came early. Whatever waited under this very number has lost its place.
        let next = (seq ?? 0) + 1;
        heldBack.take(session, next - 1);
        for (let early = heldBack.take(session, next); early; early = heldBack.take(session, ++next)) {
          if (!offer(session, next, early)) break;
        }
      }
    }
    publish(taken, origin);
    const edits = taken.filter(({ envelope }) => envelope.kind === 'edit').length;
    return { added: taken.length, edits, ...report, refused, forked: [...forked] };
  };

  const takeNextHeld = (session: SessionKey): LogRecord[] => {
    const bytes = heldBack.take(session, sessions.get(session)?.bytes.length ?? 0);
    return bytes ? [{ session, bytes }] : [];
  };

  // Somebody else wrote to the document: y-indexeddb from its own store, or y-webrtc behind the gate.
  const onTransaction = (transaction: Y.Transaction): void => {
    if (items.isWriting) return;
    const envelopes: StoredEnvelope[] = [];
    for (const { session, bytes, seq } of readLogItems(transaction, sessionOfClient)) {
      if (own.has(session) || seq !== (sessions.get(session)?.bytes.length ?? 0)) continue;
      const step = accept(session, bytes);
      if (step.ok) envelopes.push(step.value.stored);
    }
    if (envelopes.length === 0) return;
    tell({ envelopes, origin: transaction.origin });
    const freed = new Set(envelopes.map(({ session }) => session));
    addEnvelopes([...freed].flatMap(takeNextHeld), transaction.origin);
  };
  doc.on('afterTransaction', onTransaction);

  return {
    get doc() {
      items.writeBacklog();
      return doc;
    },
    get size() {
      return size;
    },
    get lamport() {
      return lamport;
    },
    get held() {
      return heldBack.size;
    },
    append(session, draft, origin) {
      own.add(session);
      const bytes = encodeEnvelope({
        ...draft,
        seq: sessions.get(session)?.bytes.length ?? 0,
      });
      const step = accept(session, bytes);
      if (!step.ok) throw new RangeError(`${step.code}: ${step.sentence}`);
      publish([step.value.stored], origin);
      return step.value.stored;
    },
    addEnvelopes,
    vouch(records, docClockOf) {
      const trusting: Judge = {
        hello: readHello,
        body: (_body, { hello }) => ok({ docClock: docClockOf(hello.docClientId), needs: [] }),
      };
      for (const { session, bytes } of records) {
        const step = accept(session, bytes, trusting);
        if (step.ok) items.writeLater(step.value.stored);
      }
    },
    records(from) {
      const records: LogRecord[] = [];
      for (const [session, log] of sessions) {
        const start = (from?.get(session)?.seq ?? -1) + 1;
        for (let seq = start; seq < log.bytes.length; seq++) {
          records.push({ session, bytes: log.bytes[seq] as Uint8Array });
        }
      }
      return records;
    },
    sessions: () => [...sessions.keys()],
    hello: (session) => sessions.get(session)?.chain.hello ?? null,
    length: (session) => sessions.get(session)?.bytes.length ?? 0,
    seals: (session) => sessions.get(session)?.seals ?? [],
    docClock: (session) => sessions.get(session)?.chain.docClock ?? 0,
    stored(session, seq) {
      const log = sessions.get(session);
      const bytes = log?.bytes[seq];
      const read = bytes ? decodeEnvelope(bytes) : null;
      if (!log || !bytes || !read?.ok) return null;
      const envelope = read.value;
      const shape =
        envelope.kind === 'edit' ? inspectBody(envelope.body, log.chain.hello.docClientId, null) : null;
      return {
        session,
        envelope,
        bytes,
        needs: shape?.ok ? shape.value.needs : [],
      };
    },
    lamportAt: (session, seq) => sessions.get(session)?.lamportAt(seq) ?? null,
    heads() {
      const heads = new Map<SessionKey, Head>();
      for (const [session, log] of sessions) heads.set(session, log.head());
      return heads;
    },
    hashAt: (session, seq) => sessions.get(session)?.hashAt(seq) ?? null,
    onRecords(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      doc.off('afterTransaction', onTransaction);
      listeners.clear();
      doc.destroy();
    },
  };
}
