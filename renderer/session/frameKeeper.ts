/** Writes a key frame of an open jam now and then: when much is new and the room is at rest, and when it closes. */
import type { createJam } from '../../shared/jam/createJam.ts';
import { type DigestBytes, sealKeyFrame } from '../../shared/log/keyFrame.ts';
import { type FrameStore, platformDigest } from './frameStore.ts';

export interface FrameKeeperOptions {
  readonly jam: Pick<ReturnType<typeof createJam>, 'id' | 'log' | 'keyFrame'>;
  readonly frames: FrameStore;
  /** Bytes of the envelopes that are not in the stored frame. */
  readonly replayed: number;
  /** Default: the platform's; null: no frames are kept. */
  readonly digest?: DigestBytes | null;
  /** How long nothing must have come. Default 3,000 ms. */
  readonly restMs?: number;
}

export interface FrameKeeper {
  /** Writes a last frame if it is worth it, then stops. Never rejects. */
  close(): Promise<void>;
}

/**
 * Bytes that are replayed quickly enough (an act has some 350); encoding a large document takes longer than one frame
 * on screen.
 */
const MANY_NEW = 200_000;
const SOME_NEW = 30_000;

export function createFrameKeeper(options: FrameKeeperOptions): FrameKeeper {
  const { jam, frames, digest = platformDigest(), restMs = 3_000 } = options;
  let fresh = options.replayed;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const write = async (least: number): Promise<void> => {
    const covered = fresh;
    if (digest === null || covered < least) return;
    const frame = jam.keyFrame();
    if (!frame.ok) return;
    const sealed = await sealKeyFrame(frame.value, jam.log.records(), digest).catch(() => null);
    if (sealed === null) return;
    fresh -= covered;
    await frames.write(jam.id, sealed);
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const rest = (): void => {
    stop();
    timer = setTimeout(() => void write(MANY_NEW), restMs);
  };
  const unsubscribe = jam.log.onRecords(({ envelopes }) => {
    for (const { bytes } of envelopes) fresh += bytes.length;
    rest();
  });
  rest();

  return {
    async close() {
      stop();
      unsubscribe();
      await write(SOME_NEW);
    },
  };
}
