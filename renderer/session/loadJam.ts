/** A jam from what this laptop kept: from its key frame where that can be trusted, otherwise by replay. */
import { createJam } from '../../shared/jam/createJam.ts';
import type { LogRecord } from '../../shared/log/journalRecord.ts';
import { coveredRecords, type DigestBytes, openKeyFrame } from '../../shared/log/keyFrame.ts';
import type { SessionOwner } from '../../shared/log/session.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { createBrowserContext } from './browserContext.ts';
import { platformDigest } from './frameStore.ts';

export interface LoadOptions {
  readonly id: JamId;
  readonly owner: SessionOwner;
  readonly records: readonly LogRecord[];
  /** From the frame store; null: none. */
  readonly sealed: Uint8Array | null;
  /** Default: the platform's; null where it has none, and then no frame can be checked. */
  readonly digest?: DigestBytes | null;
}

export interface LoadedJam {
  readonly jam: ReturnType<typeof createJam>;
  /** Bytes of the envelopes that the frame did not spare. */
  readonly replayed: number;
}

/** Whatever is wrong with the frame, the jam is the same: it only takes longer. */
export async function loadJam(options: LoadOptions): Promise<LoadedJam> {
  const { id, owner, records, sealed, digest = platformDigest() } = options;
  const opened =
    sealed === null || digest === null ? null : await openKeyFrame(sealed, records, digest).catch(() => null);
  const frame = opened?.ok ? opened.value : null;
  const jam = newJam(id, owner);
  if (jam.load(records, frame).ok) {
    return {
      jam,
      replayed: countBytes(records) - countBytes((frame && coveredRecords(frame, records)) ?? []),
    };
  }
  jam.dispose();
  const replayed = newJam(id, owner);
  replayed.load(records, null);
  return { jam: replayed, replayed: countBytes(records) };
}

function countBytes(records: readonly LogRecord[]): number {
  return records.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function newJam(id: JamId, owner: SessionOwner): ReturnType<typeof createJam> {
  return createJam({
    id,
    owner,
    context: createBrowserContext(),
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}
