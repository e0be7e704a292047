/**
 * Keeps what a person keeps to themselves, one text a jam, in IndexedDB on this laptop. Written a moment after each change,
 * so that half-typed words survive a crash.
 */
import {
  NOTHING_PRIVATE,
  type PrivateStore,
  readPrivatePart,
  writePrivatePart,
} from '../../../shared/conduct/privatePart.ts';
import type { JamId } from '../../../shared/model/ids.ts';
import { askTable } from '../askTable.ts';

export interface KeptPrivately extends PrivateStore {
  /** Waits until all is written. */
  flush(): Promise<void>;
}

const PARTS = { database: 'riffroom/private', table: 'parts' };
/** ms */
const WRITTEN_AFTER = 250;

/**
 * Never rejects, and waits no longer than told for a database that does not answer: without one it is kept for as long as
 * the window is open, and `onTrouble` says so once. What could not be read is not written over.
 */
export async function openPrivateStore(
  jam: JamId,
  onTrouble: () => void,
  patienceMs = 4_000,
): Promise<KeptPrivately> {
  let broken = false;
  let isRead = true;
  const trouble = (): void => {
    if (!broken) onTrouble();
    broken = true;
  };
  let part = NOTHING_PRIVATE;
  try {
    const kept = await inTime(
      patienceMs,
      askTable(PARTS, 'readonly', (store) => store.get(jam)),
    );
    if (typeof kept === 'string') part = readPrivatePart(kept);
  } catch {
    isRead = false;
    trouble();
  }
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isRead) return writing;
    const text = writePrivatePart(part);
    writing = writing
      .then(() =>
        inTime(
          patienceMs,
          askTable(PARTS, 'readwrite', (store) => store.put(text, jam)),
        ),
      )
      .then(() => undefined, trouble);
    return writing;
  };
  return {
    get: () => part,
    set(next) {
      part = next;
      timer ??= setTimeout(() => void write(), WRITTEN_AFTER);
    },
    flush: () => (timer === null ? writing : write()),
  };
}

function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
