import * as Y from 'yjs';
import { ok, type Result, refuse } from '../util/result.ts';
import { type CausalQueue, type CutSession, createCausalQueue } from './causalQueue.ts';
import type { StoredEnvelope } from './chain.ts';
import type { HeadRef } from './envelope.ts';
import type { LogRecord } from './journalRecord.ts';
import type { KeyFrame } from './keyFrame.ts';
import type { Log, LogEvent } from './log.ts';
import { logOrigin } from './origins.ts';
import type { SessionKey } from './session.ts';

export interface MaterialiserOptions {
  /** The session that writes into this very document: its envelopes are in it before they are in the log. */
  readonly localSession?: SessionKey;
  /** At most so many envelopes in one transaction. Default 200. */
  readonly sliceSize?: number;
  /** With `now`: a slice ends early once it has taken so many ms. */
  readonly maxSliceMs?: number;
  readonly now?: () => number;
  /**
   * Gives the event loop a turn. With it, what the log takes in beyond one slice is applied in slices with a turn
   * between them; without it, everything at once.
   */
  readonly yield?: () => Promise<void>;
  /** Apply what the log takes in as it comes. Default true; when false, call `settle`. */
  readonly follow?: boolean;
  /** Where an error goes that an observer of the document throws while slices run by themselves. */
  readonly onError?: (error: unknown) => void;
}

/** Keeps the jam document what the log says: the one writer of `logOrigin` transactions. */
export interface Materialiser {
  /** Applies everything that is ready, now; answers how many envelopes that were. */
  settle(): number;
  /** The same with a turn of the event loop between slices; also waits for a run that is under way. */
  settleInSlices(): Promise<void>;
  /**
   * Starts from a saved state instead of from nothing; only while nothing is applied. `records` are those that the
   * frame stands for, as `openKeyFrame` has found; the log takes them in without looking into each again. With code
   * 'key-frame-broken' the document is spoilt: begin anew with a fresh one.
   */
  loadKeyFrame(frame: KeyFrame, records: Iterable<LogRecord>): Result<null>;
  /** The present as a key frame. Flush the recorder first; refused with 'unrecorded' if that was forgotten. */
  keyFrame(): Result<KeyFrame>;
  /** What the next envelope of this document's author names as `seen` (besides the author's own). */
  frontier(): HeadRef[];
  /** The highest lamport applied. */
  readonly lamport: number;
  /** Envelopes applied, and held by the log but still waiting for others. */
  readonly applied: number;
  readonly waiting: number;
  readonly visits: number;
  readonly cuts: readonly CutSession[];
  appliedOf(session: SessionKey): number;
  destroy(): void;
}

export function createMaterialiser(log: Log, jamDoc: Y.Doc, options: MaterialiserOptions = {}): Materialiser {
  const { localSession, sliceSize = 200, maxSliceMs, now, yield: giveTurn, follow = true, onError } = options;
  const queue: CausalQueue = createCausalQueue(log, (client) => Y.getState(jamDoc.store, client));
  let begun = false;
  let destroyed = false;
  let running: Promise<void> | null = null;
  // Says the same as `running`, and already while the first slice of a run is being applied.
  let active = false;

  const take = (stored: StoredEnvelope): void => {
    if (stored.session !== localSession) queue.arrive(stored);
    else if (stored.envelope.seq === queue.appliedOf(localSession)) queue.markApplied(stored);
  };

  /** What the log held before there was a materialiser. Not at creation: a key frame may be loaded first. */
  const begin = (): void => {
    if (begun) return;
    begun = true;
    for (const session of log.sessions()) {
      if (session !== localSession) queue.wake(session);
      else {
        for (let seq = 0; seq < log.length(session); seq++) {
          const stored = log.stored(session, seq);
          if (stored) queue.markApplied(stored);
        }
      }
    }
  };

  const apply = (stored: StoredEnvelope): void => {
    try {
      if (stored.envelope.kind === 'edit') Y.applyUpdate(jamDoc, stored.envelope.body, logOrigin);
    } catch {
      // Well-formed and yet impossible (a parent that is no container, say): the rest of its session stays out.
      queue.cut(stored, 'not-applicable');
      return;
    }
    queue.markApplied(stored);
  };

  /** One transaction. Observers see it whole. */
  const applySlice = (): number => {
    if (queue.ready === 0) return 0;
    let count = 0;
    const end = now && maxSliceMs !== undefined ? now() + maxSliceMs : Number.POSITIVE_INFINITY;
    const run = (): void => {
      while (count < sliceSize && (count === 0 || !now || now() < end)) {
        const stored = queue.next();
        if (!stored) return;
        apply(stored);
        count += 1;
      }
    };
    Y.transact(jamDoc, run, logOrigin, false);
    return count;
  };

  const settle = (): number => {
    begin();
    let count = 0;
    while (queue.ready > 0) count += applySlice();
    return count;
  };

  const runSlices = async (): Promise<void> => {
    active = true;
    try {
      begin();
      while (!destroyed && queue.ready > 0) {
        applySlice();
        if (queue.ready > 0) await giveTurn?.();
      }
    } finally {
      active = false;
      running = null;
    }
  };

  const settleInSlices = async (): Promise<void> => {
    if (active) return running ?? undefined;
    const run = runSlices();
    if (active) running = run;
    return run;
  };

  const onRecords = ({ envelopes }: LogEvent): void => {
    begin();
    for (const stored of envelopes) take(stored);
    if (!follow) return;
    if (giveTurn) settleInSlices().catch(onError ?? rethrow);
    else settle();
  };
  const stopListening = log.onRecords(onRecords);

  const loadKeyFrame = (frame: KeyFrame, records: Iterable<LogRecord>): Result<null> => {
    if (begun || queue.applied > 0 || jamDoc.store.clients.size > 0) {
      return refuse('key-frame-late', 'The saved state came too late to start from it.');
    }
    const broken = refuse(
      'key-frame-broken',
      'The saved state is damaged; the changes are replayed instead.',
    );
    try {
      Y.applyUpdateV2(jamDoc, frame.state, logOrigin);
    } catch {
      return broken;
    }
    if (jamDoc.store.pendingStructs || jamDoc.store.pendingDs) return broken;
    log.vouch(records, (client) => Y.getState(jamDoc.store, client));
    if (frame.heads.some(({ session, seq }) => log.length(session) !== seq + 1)) return broken;
    queue.jumpTo(frame.heads, frame.frontier);
    return ok(null);
  };

  const keyFrame = (): Result<KeyFrame> => {
    const recorded = localSession === undefined ? 0 : log.docClock(localSession);
    if (localSession !== undefined && Y.getState(jamDoc.store, jamDoc.clientID) > recorded) {
      return refuse('unrecorded', 'The latest keystrokes are not in the log yet.');
    }
    return ok({
      state: Y.encodeStateAsUpdateV2(jamDoc),
      heads: queue.appliedSessions().map((session) => ({ session, seq: queue.appliedOf(session) - 1 })),
      frontier: queue.frontier(),
    });
  };

  return {
    settle,
    settleInSlices,
    loadKeyFrame,
    keyFrame,
    frontier: queue.frontier,
    get lamport() {
      return queue.lamport;
    },
    get applied() {
      return queue.applied;
    },
    get waiting() {
      return log.size - queue.applied;
    },
    get visits() {
      return queue.visits;
    },
    get cuts() {
      return queue.cuts;
    },
    appliedOf: queue.appliedOf,
    destroy() {
      destroyed = true;
      stopListening();
    },
  };
}

function rethrow(error: unknown): void {
  throw error;
}
