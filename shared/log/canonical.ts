import * as encoding from 'lib0/encoding';
import type { SessionKey } from './session.ts';

/** Envelopes `from`, `from + 1`, … of one session. */
export interface LogRun {
  readonly session: SessionKey;
  readonly logClientId: number;
  readonly from: number;
  readonly envelopes: readonly Uint8Array[];
}

const contentBinary = 3;
const hasOrigin = 0x80;

/**
 * Log items are canonical: the item of a session's envelope n has the id (logClientId, n), the envelope before it
 * as its left neighbour, and the encoded envelope as its only content. So whoever holds an envelope builds the
 * identical item, and a union never doubles one. A Y.Doc makes items only under its own client; therefore the
 * Yjs update (v1) is written by hand:
 *
 * ```
 * update  = sessions:uint session* 0                     the 0 is the delete set: nothing is ever deleted
 * session = items:uint client:uint from:uint item*
 * item    = 0x03 1 name:text content:bytes               n = 0: first of the root array of that name
 *         | 0x83 client:uint (n-1):uint content:bytes    n > 0: to the right of n - 1
 * ```
 */
export function writeLogUpdate(runs: readonly LogRun[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, runs.length);
  for (const { session, logClientId, from, envelopes } of runs) {
    encoding.writeVarUint(encoder, envelopes.length);
    encoding.writeVarUint(encoder, logClientId);
    encoding.writeVarUint(encoder, from);
    for (const [i, envelope] of envelopes.entries()) {
      const seq = from + i;
      if (seq === 0) {
        encoding.writeUint8(encoder, contentBinary);
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, session);
      } else {
        encoding.writeUint8(encoder, contentBinary | hasOrigin);
        encoding.writeVarUint(encoder, logClientId);
        encoding.writeVarUint(encoder, seq - 1);
      }
      encoding.writeVarUint8Array(encoder, envelope);
    }
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
