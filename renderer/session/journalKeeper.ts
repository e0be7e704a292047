/**
 * Keeps the journal up with the log: what the log takes in goes to the disk in order, at most a second late, one
 * append at a time. "Kept" is said only after the disk has it.
 */
import type { Shell } from '../../shared/ipc/shell.ts';
import { encodeRecords, type LogRecord } from '../../shared/log/journalRecord.ts';
import type { Log } from '../../shared/log/log.ts';
import type { JamId } from '../../shared/model/ids.ts';
import type { KeptState } from '../stores/uiStore.ts';

export interface JournalKeeper {
  /** Waits until all that is in the log now is on the disk, or says why not. */
  flush(): Promise<string | null>;
  dispose(): void;
}

export interface JournalKeeperOptions {
  readonly jam: JamId;
  readonly log: Log;
  readonly shell: Pick<Shell, 'appendJournal'>;
  readonly onState: (state: KeptState, sentence: string | null) => void;
  /** Gathers what comes within so many ms into one append. Default 40. */
  readonly gatherMs?: number;
  /** After a refusal the same records are tried again so much later. Default 2,000 ms. */
  readonly retryMs?: number;
}

/** Bytes of one append, unless a single record is larger; no process takes everything at once. */
const partBytes = 32 * 1024 * 1024;

export function createJournalKeeper(options: JournalKeeperOptions): JournalKeeper {
  const { jam, log, shell, onState, gatherMs = 40, retryMs = 2_000 } = options;
  let waiting: LogRecord[] = [];
  let trouble: string | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let disposed = false;

  const appendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = takePart();
      trouble = await append(batch);
      if (trouble !== null) {
        waiting = [...batch, ...waiting];
        onState('trouble', trouble);
        return;
      }
    }
    onState('kept', null);
  };
  const takePart = (): LogRecord[] => {
    let bytes = 0;
    const end = waiting.findIndex((record, n) => {
      bytes += record.bytes.length;
      return n > 0 && bytes > partBytes;
    });
    return waiting.splice(0, end < 0 ? waiting.length : end);
  };
  const append = async (batch: readonly LogRecord[]): Promise<string | null> => {
    try {
      const answer = await shell.appendJournal(jam, encodeRecords(batch));
      return answer.ok ? null : answer.sentence;
    } catch {
      return 'This laptop did not answer when the jam was to be kept. It is tried again.';
    }
  };
  const start = (): Promise<void> => {
    running ??= appendAll().finally(() => {
      running = null;
      if (waiting.length > 0 && !disposed) schedule(trouble === null ? 0 : retryMs);
    });
    return running;
  };
  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      void start();
    }, ms);
  };

  const stop = log.onRecords(({ envelopes }) => {
    for (const { session, bytes } of envelopes) waiting.push({ session, bytes });
    // A seal is kept like all else, but it is nobody's work: it does not unsettle who reads "Kept".
    const isWork = envelopes.some(({ envelope }) => envelope.kind !== 'seal');
    if (trouble === null && isWork) onState('keeping', null);
    schedule(trouble === null ? gatherMs : retryMs);
  });

  return {
    async flush() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
      await start();
      return waiting.length > 0 ? trouble : null;
    },
    dispose() {
      disposed = true;
      if (timer !== null) clearTimeout(timer);
      stop();
    },
  };
}
