/**
 * Key frames of the jams on this laptop, in IndexedDB beside the log's second copy: the document as it was, so that
 * opening need not replay the log. A cache: whatever fails here, the jam is opened by replay.
 */
import type { DigestBytes } from '../../shared/log/keyFrame.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { askTable } from './askTable.ts';

export interface FrameStore {
  /** The sealed frame, or null: none, or no answer in time. Never rejects. */
  read(jam: JamId): Promise<Uint8Array | null>;
  /** Never rejects. */
  write(jam: JamId, sealed: Uint8Array): Promise<void>;
}

const FRAMES = { database: 'riffroom/frames', table: 'frames' };

export function createFrameStore(patienceMs = 1_000): FrameStore {
  const inTime = <T>(work: Promise<T>): Promise<T | null> =>
    Promise.race([
      work.catch(() => null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs)),
    ]);
  return {
    async read(jam) {
      const found = await inTime(askTable(FRAMES, 'readonly', (store) => store.get(jam)));
      return found instanceof Uint8Array ? found : null;
    },
    async write(jam, sealed) {
      await inTime(askTable(FRAMES, 'readwrite', (store) => store.put(sealed, jam)));
    },
  };
}

/** The platform's SHA-256, or null on a page that has none (a guest's, over plain http on the local network). */
export function platformDigest(): DigestBytes | null {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return null;
  return async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes.slice()));
}
