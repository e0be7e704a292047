/**
 * The second copy of the log, in IndexedDB. Either it or the journal alone restores the jam. y-indexeddb never
 * settles when the database cannot be opened or holds a damaged record, and throws when it is closed under it, so nothing
 * waits for it longer than told, and the jam goes on without it.
 */
import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import type { Log } from '../../shared/log/log.ts';
import type { JamId } from '../../shared/model/ids.ts';

export interface LogCache {
  /** 'ready' once the cache's records are in the log; 'absent' when it did not open in time. Never rejects. */
  readonly ready: Promise<'ready' | 'absent'>;
  dispose(): Promise<void>;
}

/** y-indexeddb compacts only when a session pauses; in a long jam we ask for it. */
const COMPACT_EVERY = 500;
/** Each opening stores the whole log once more; a few copies are put up with before they are made one. */
const MOST_RECORDS = 3;
/** The first paint comes first: filling the log's document and reading the store take as long as all the rest. */
const OPEN_AFTER_MS = 1_500;

export function openLogCache(
  jam: JamId,
  log: Log,
  patienceMs = 4_000 + OPEN_AFTER_MS,
  openAfterMs = OPEN_AFTER_MS,
): LogCache {
  let store: IndexeddbPersistence | null = null;
  let disposed = false;
  let added = 0;
  const keep = (update: Uint8Array, origin: unknown): void => {
    if (store === null) return;
    try {
      store._storeUpdate(update, origin);
    } catch {
      // Left alone it throws at whoever writes, before the journal hears of it: a full disk would cost the words.
      retire();
    }
    added++;
    if (added % COMPACT_EVERY === 0 && store !== null) storeState(store).catch(goOnWithout);
  };
  const retire = (): void => {
    log.doc.off('update', keep);
    void store?.destroy().catch(goOnWithout);
    store = null;
  };

  const open = async (): Promise<'ready' | 'absent'> => {
    // y-indexeddb leaves a failed opening as an unhandled rejection, so ask with a database of our own first.
    await new Promise((resolve) => setTimeout(resolve, openAfterMs));
    if (disposed || !(await canOpenDatabases()) || disposed) return 'absent';
    store = new IndexeddbPersistence(`riffroom/${jam}`, log.doc);
    log.doc.off('update', store._storeUpdate);
    log.doc.on('update', keep);
    await store.whenSynced;
    if (store._dbsize > MOST_RECORDS) storeState(store).catch(goOnWithout);
    return 'ready';
  };
  const patience = new Promise<'absent'>((resolve) => setTimeout(() => resolve('absent'), patienceMs));

  return {
    ready: Promise.race([open().catch((): 'absent' => 'absent'), patience]),
    async dispose() {
      disposed = true;
      log.doc.off('update', keep);
      // destroy() waits for the database, which may never answer.
      const closed = store?.destroy().catch(goOnWithout);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 500))]);
    },
  };
}

/** The journal has it all; a cache that fails costs nothing but the second copy. */
function goOnWithout(): void {}

function canOpenDatabases(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('riffroom/probe');
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => resolve(false);
      request.onblocked = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
