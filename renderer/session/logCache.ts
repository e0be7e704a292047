/**
 * The second copy of the log, in IndexedDB. Either it or the journal alone restores the jam. y-indexeddb never
 * settles when the database cannot be opened or holds a damaged record, so nothing waits for it longer than told,
 * and the jam goes on without it.
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

export function openLogCache(jam: JamId, log: Log, patienceMs = 4_000): LogCache {
  let store: IndexeddbPersistence | null = null;
  let added = 0;
  const count = (): void => {
    added++;
    if (added % COMPACT_EVERY === 0 && store !== null) void storeState(store).catch(() => undefined);
  };
  try {
    store = new IndexeddbPersistence(`riffroom/${jam}`, log.doc);
    log.doc.on('update', count);
    store.on('error', () => undefined);
  } catch {
    store = null;
  }
  const opened = store;
  const ready =
    opened === null
      ? Promise.resolve('absent' as const)
      : Promise.race([
          opened.whenSynced.then(
            () => 'ready' as const,
            () => 'absent' as const,
          ),
          new Promise<'absent'>((resolve) => setTimeout(() => resolve('absent'), patienceMs)),
        ]);
  return {
    ready,
    async dispose() {
      log.doc.off('update', count);
      // destroy() waits for a database that may never open.
      await Promise.race([
        opened?.destroy().catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 500)),
      ]);
    },
  };
}
