import * as Y from 'yjs';
import { noBytes } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import type { EnvelopeKind } from './envelope.ts';
import { encodeHello } from './hello.ts';
import type { Log } from './log.ts';
import type { Materialiser } from './materialise.ts';
import { logOrigin } from './origins.ts';
import type { Session } from './session.ts';

/** Calls `run` after `ms` milliseconds, unless the answer is called before. */
export type Schedule = (ms: number, run: () => void) => () => void;

export interface RecorderOptions {
  readonly jamDoc: Y.Doc;
  readonly log: Log;
  /** Made with `localSession: session.key`. */
  readonly materialiser: Materialiser;
  readonly session: Session;
  readonly context: Context;
  /** Which transactions are this person's own, by origin. */
  readonly isLocal: (origin: unknown) => boolean;
  /** Which of these are typing, to be gathered up to `typingMs`. Default: none. */
  readonly isTyping?: (origin: unknown) => boolean;
  /** Without it, typing is gathered until the next other act or `flush`. */
  readonly schedule?: Schedule;
  /** Default 100. */
  readonly typingMs?: number;
}

/** Turns what this person does to the jam document into envelopes of the log. */
export interface Recorder {
  /** The lamport of the envelope in which a transaction running now will travel. */
  nextLamport(): number;
  /** Puts what was typed and not recorded yet into the log at once. */
  flush(): void;
  /** Puts a seal behind what is recorded (sealer.ts). */
  appendSeal(body: Uint8Array): void;
  /** Transactions that wrote under our client with an origin nobody declared. Above 0 it is a bug of the caller. */
  readonly strays: number;
  /** Flushes, then stops. */
  destroy(): void;
}

/**
 * Records by transaction *origin*, never by `transaction.local`: merging remote text formats starts local clean-up
 * transactions of Yjs' own, which every peer makes for itself. One transaction is one envelope. Typing is gathered:
 * the first key goes at once, what follows within `typingMs` goes together. The session's hello goes before its
 * first envelope, so that somebody who only looks leaves no trace.
 *
 * Gives the document the session's client. What is too large for an envelope throws out of the transaction.
 */
export function createRecorder(options: RecorderOptions): Recorder {
  const {
    jamDoc,
    log,
    materialiser,
    session,
    context,
    isLocal,
    isTyping,
    schedule,
    typingMs = 100,
  } = options;
  let typed: Uint8Array[] = [];
  let closeWindow: (() => void) | null = null;
  let strays = 0;
  jamDoc.clientID = session.docClientId;

  const append = (kind: EnvelopeKind, body: Uint8Array): void => {
    const seen = materialiser.frontier().filter((head) => head.session !== session.key);
    const wall = Math.max(0, Math.floor(context.now()));
    log.append(session.key, { kind, lamport: materialiser.lamport + 1, seen, wall, body }, session);
  };
  const record = (body: Uint8Array): void => {
    if (log.length(session.key) === 0) append('hello', encodeHello(session));
    append('edit', body);
  };

  const flush = (): void => {
    closeWindow?.();
    closeWindow = null;
    if (typed.length === 0) return;
    const body = typed.length === 1 ? (typed[0] ?? noBytes) : Y.mergeUpdates(typed);
    typed = [];
    record(body);
  };

  const openWindow = (): void => {
    closeWindow =
      schedule?.(typingMs, () => {
        closeWindow = null;
        if (typed.length === 0) return;
        flush();
        openWindow();
      }) ?? (() => undefined);
  };

  const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (isTyping?.(origin)) {
      typed.push(update);
      if (closeWindow) return;
      flush();
      openWindow();
    } else if (isLocal(origin)) {
      flush();
      record(update);
    } else if (writesOwn(transaction)) {
      // Left out, it would be a gap in our own elements, and everybody would wait for it before all our later work.
      strays += 1;
      flush();
      record(update);
    }
  };
  const writesOwn = ({ beforeState, afterState }: Y.Transaction): boolean =>
    (afterState.get(session.docClientId) ?? 0) > (beforeState.get(session.docClientId) ?? 0);
  // Yjs encodes every transaction that somebody listens to. What comes from the log would be encoded for nothing, so
  // we listen only from the moment before an update of another origin is told until the next transaction's.
  const listenFor = ({ origin }: Y.Transaction): void => {
    if (origin === logOrigin) jamDoc.off('update', onUpdate);
    else jamDoc.on('update', onUpdate);
  };
  jamDoc.on('afterTransactionCleanup', listenFor);

  return {
    nextLamport() {
      const before = (log.length(session.key) === 0 ? 1 : 0) + (typed.length > 0 ? 1 : 0);
      return materialiser.lamport + before + 1;
    },
    flush,
    appendSeal: (body) => append('seal', body),
    get strays() {
      return strays;
    },
    destroy() {
      flush();
      jamDoc.off('afterTransactionCleanup', listenFor);
      jamDoc.off('update', onUpdate);
    },
  };
}
