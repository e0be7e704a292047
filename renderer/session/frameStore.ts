/**
 * Key frames of the jams on this laptop, in IndexedDB beside the log's second copy: the document as it was, so that
 * opening need not replay the log. A cache: whatever fails here, the jam is opened by replay.
 */
import type { DigestBytes } from '../../shared/log/keyFrame.ts';
import type { JamId } from '../../shared/model/ids.ts';

export interface FrameStore {
  /** The sealed frame, or null: none, or no answer in time. Never rejects. */
  read(jam: JamId): Promise<Uint8Array | null>;
  /** Never rejects. */
  write(jam: JamId, sealed: Uint8Array): Promise<void>;
}

const DATABASE = 'riffroom/frames';
const FRAMES = 'frames';

export function createFrameStore(patienceMs = 1_000): FrameStore {
  const inTime = <T>(work: Promise<T>): Promise<T | null> =>
    Promise.race([
      work.catch(() => null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs)),
    ]);
  return {
    async read(jam) {
      const found = await inTime(inStore('readonly', (store) => store.get(jam)));
      return found instanceof Uint8Array ? found : null;
    },
    async write(jam, sealed) {
      await inTime(inStore('readwrite', (store) => store.put(sealed, jam)));
    },
  };
}

/** The platform's SHA-256, or null on a page that has none (a guest's, over plain http on the local network). */
export function platformDigest(): DigestBytes | null {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return null;
  return async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes.slice()));
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(FRAMES, mode);
      const request = ask(transaction.objectStore(FRAMES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(FRAMES);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}
