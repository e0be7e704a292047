import type * as Y from 'yjs';
import type { Refusal } from '../util/result.ts';
import type { StoredEnvelope } from './chain.ts';
import type { Envelope } from './envelope.ts';
import type { Heads } from './heads.ts';
import type { Hello } from './hello.ts';
import type { LogRecord } from './journalRecord.ts';
import type { SessionKey } from './session.ts';

/** An envelope to be: the log gives it its number. */
type EnvelopeDraft = Omit<Envelope, 'seq'>;

export interface RefusedRecord extends Refusal {
  readonly session: SessionKey;
  readonly seq: number | null;
}

/** What became of records that were offered. */
export interface AddReport {
  readonly added: number;
  /** Those of them that change the jam: no hello, no seal. */
  readonly edits: number;
  /** Already here, byte for byte. */
  readonly duplicates: number;
  /** Waiting for an earlier envelope of their session. */
  readonly held: number;
  /** Too many were waiting already; comparing heads brings them back. */
  readonly dropped: number;
  readonly refused: readonly RefusedRecord[];
  /** Sessions that hold something else under the same number. The first that came stays. */
  readonly forked: readonly SessionKey[];
}

export interface LogEvent {
  /** In an order in which each session's envelopes ascend. */
  readonly envelopes: readonly StoredEnvelope[];
  /** As given to `append` or `addEnvelopes`, or the origin of the transaction that brought them. */
  readonly origin: unknown;
}

/** What all devices did: it only grows, and a union of two logs never doubles anything. */
export interface Log {
  /**
   * The same log as a Y.Doc, for y-webrtc and y-indexeddb: one root array per session. Write to it through this
   * interface. What else is applied to it (a store's own records) is indexed as far as it is well-formed; what a
   * stranger sent passes the gate first. What was vouched for is put into it when it is first asked for.
   */
  readonly doc: Y.Doc;
  readonly size: number;
  /** The highest lamport held; what comes next is one more than the highest *applied* (materialise.ts). */
  readonly lamport: number;
  /** Records waiting for an earlier envelope of their session. */
  readonly held: number;
  /**
   * Adds the next envelope of a session of ours: from then on nobody else can add to it. Throws a RangeError when the
   * checks for strangers refuse it.
   */
  append(session: SessionKey, draft: EnvelopeDraft, origin?: unknown): StoredEnvelope;
  /** A union with records from anywhere: checked, in any order, harmless when repeated. Never throws. */
  addEnvelopes(records: Iterable<LogRecord>, origin: unknown): AddReport;
  /**
   * Takes in what this laptop has checked when it came and holds in a document already (a key frame). Each session's
   * records ascend. Bodies and signatures are not looked into again: `docClockOf` tells how far that document holds a
   * client. Nobody is told. Stops a session at the first record that does not follow; never throws.
   */
  vouch(records: Iterable<LogRecord>, docClockOf: (client: number) => number): void;
  /** Everything, or what somebody with these heads lacks; each session's records ascend. */
  records(from?: Heads): LogRecord[];
  sessions(): SessionKey[];
  hello(session: SessionKey): Hello | null;
  /** Number of envelopes of a session. */
  length(session: SessionKey): number;
  /** Where a session's seals are, ascending. By form only; `createSealJudge` tells which are right. */
  seals(session: SessionKey): readonly number[];
  /** How many elements a session has written into the jam document, as far as the log holds it. */
  docClock(session: SessionKey): number;
  /** Read again from its bytes; null when it is not held. */
  stored(session: SessionKey, seq: number): StoredEnvelope | null;
  lamportAt(session: SessionKey, seq: number): number | null;
  heads(): Heads;
  /** The chain's hash up to `seq`, or null. Each envelope is hashed once; asking for an earlier one costs at most 64 more. */
  hashAt(session: SessionKey, seq: number): string | null;
  /** Called after each transaction that added something. Returns the unsubscriber. */
  onRecords(listener: (event: LogEvent) => void): () => void;
  destroy(): void;
}
