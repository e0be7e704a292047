/** A jam from what this laptop kept: from its key frame where that can be trusted, otherwise by replay. */
import { createJam } from '../../shared/jam/createJam.ts';
import type { SignedSession } from '../../shared/log/hello.ts';
import type { LogRecord } from '../../shared/log/journalRecord.ts';
import { coveredRecords, type DigestBytes, openKeyFrame } from '../../shared/log/keyFrame.ts';
import type { SessionOwner } from '../../shared/log/session.ts';
import type { JamId } from '../../shared/model/ids.ts';
import type { Context } from '../../shared/util/context.ts';
import { platformDigest } from './frameStore.ts';

export interface LoadOptions {
  readonly id: JamId;
  readonly owner: SessionOwner;
  readonly context: Context;
  /** The owner's session as their device signed it; without it nothing is signed: tests. */
  readonly signed?: SignedSession;
  readonly records: readonly LogRecord[];
  /** As the frame store keeps it; null: none. */
  readonly frame: Uint8Array | null;
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
  const { records, digest = platformDigest() } = options;
  const opened =
    options.frame === null || digest === null
      ? null
      : await openKeyFrame(options.frame, records, digest).catch(() => null);
  const frame = opened?.ok ? opened.value : null;
  const jam = newJam(options);
  if (jam.load(records, frame).ok) {
    return {
      jam,
      replayed: countBytes(records) - countBytes((frame && coveredRecords(frame, records)) ?? []),
    };
  }
  jam.dispose();
  const replayed = newJam(options);
  replayed.load(records, null);
  return { jam: replayed, replayed: countBytes(records) };
}

function countBytes(records: readonly LogRecord[]): number {
  return records.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function newJam({ id, owner, context, signed }: LoadOptions): ReturnType<typeof createJam> {
  return createJam({
    id,
    owner,
    context,
    ...(signed ? { signed } : null),
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}
