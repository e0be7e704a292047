import type { Log } from '../log/log.ts';
import type { SessionKey } from '../log/session.ts';

export interface WaitingRecord {
  readonly session: SessionKey;
  readonly seq: number;
  readonly lamport: number;
  readonly bytes: Uint8Array;
}

/**
 * What somebody with so many envelopes of each session lacks, the latest first (`takeSlice` takes from the end):
 * causes before effects, so that whatever arrives can be shown at once.
 */
export function readBacklog(log: Log, have: ReadonlyMap<SessionKey, number>): WaitingRecord[] {
  const heads = new Map([...have].map(([session, count]) => [session, { seq: count - 1, hash: '' }]));
  const next = new Map<SessionKey, number>();
  const records = log.records(heads).map(({ session, bytes }) => {
    const seq = next.get(session) ?? have.get(session) ?? 0;
    next.set(session, seq + 1);
    return { session, seq, lamport: log.lamportAt(session, seq) ?? 0, bytes };
  });
  return records.sort((a, b) => b.lamport - a.lamport);
}

/** Takes at least one record, and more as long as they are no larger than `most` bytes together. */
export function takeSlice(backlog: WaitingRecord[], most: number): WaitingRecord[] {
  const slice: WaitingRecord[] = [];
  for (let bytes = 0; ; ) {
    const next = backlog.at(-1);
    if (!next) break;
    bytes += next.bytes.length;
    if (bytes > most && slice.length > 0) break;
    slice.push(next);
    backlog.pop();
  }
  return slice;
}
