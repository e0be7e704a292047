import { maxHeldBytes, maxHeldRecords } from './limits.ts';
import type { SessionKey } from './session.ts';

/** Envelopes that came before their predecessor, outside Yjs (whose own pending list is quadratic). */
export interface HeldBack {
  /** False when the queue is full: the record is dropped, and asked for again when heads are compared. */
  hold(session: SessionKey, seq: number, bytes: Uint8Array): boolean;
  /** Hands out the envelope `seq` if it is waiting. */
  take(session: SessionKey, seq: number): Uint8Array | null;
  readonly size: number;
}

export function createHeldBack(mostRecords = maxHeldRecords, mostBytes = maxHeldBytes): HeldBack {
  const bySession = new Map<SessionKey, Map<number, Uint8Array>>();
  let size = 0;
  let held = 0;
  return {
    hold(session, seq, bytes) {
      const waiting = bySession.get(session);
      if (waiting?.has(seq)) return true;
      if (size + 1 > mostRecords || held + bytes.length > mostBytes) return false;
      if (waiting) waiting.set(seq, bytes);
      else bySession.set(session, new Map([[seq, bytes]]));
      size += 1;
      held += bytes.length;
      return true;
    },
    take(session, seq) {
      const waiting = bySession.get(session);
      const bytes = waiting?.get(seq);
      if (!waiting || !bytes) return null;
      waiting.delete(seq);
      if (waiting.size === 0) bySession.delete(session);
      size -= 1;
      held -= bytes.length;
      return bytes;
    },
    get size() {
      return size;
    },
  };
}
