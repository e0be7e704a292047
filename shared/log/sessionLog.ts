import { concatBytes, noBytes, toBase64Url } from '../util/bytes.ts';
import { sha256 } from '../util/hash.ts';
import type { Chain } from './chain.ts';
import type { Head } from './heads.ts';

/** What the log holds of one session. */
export interface SessionLog {
  readonly chain: Chain;
  /** By seq, as stored. */
  readonly bytes: readonly Uint8Array[];
  push(chain: Chain, bytes: Uint8Array, lamport: number): void;
  /** Lets go of the caller's buffer once the document holds a copy of the same bytes. */
  share(seq: number, bytes: Uint8Array): void;
  lamportAt(seq: number): number | null;
  head(): Head;
  hashAt(seq: number): string | null;
}

export function createSessionLog(first: Chain, firstBytes: Uint8Array): SessionLog {
  let chain = first;
  const bytes = [firstBytes];
  const lamports = [first.lamport];
  // The chain's hash so far. It is brought up to date when somebody asks, not at every envelope.
  let hashed = 0;
  let hash = noBytes;

  const extendHash = (from: number, start: Uint8Array, end: number): Uint8Array => {
    let current = start;
    for (let seq = from; seq < end; seq++) current = sha256(concatBytes(current, bytes[seq] ?? noBytes));
    return current;
  };
  const hashAt = (seq: number): string | null => {
    if (seq < 0 || seq >= bytes.length) return null;
    if (seq + 1 < hashed) return toBase64Url(extendHash(0, noBytes, seq + 1));
    hash = extendHash(hashed, hash, seq + 1);
    hashed = seq + 1;
    return toBase64Url(hash);
  };

  return {
    get chain() {
      return chain;
    },
    bytes,
    push(next, added, lamport) {
      chain = next;
      bytes.push(added);
      lamports.push(lamport);
    },
    share(seq, same) {
      bytes[seq] = same;
    },
    lamportAt: (seq) => lamports[seq] ?? null,
    head: () => ({
      seq: bytes.length - 1,
      hash: hashAt(bytes.length - 1) ?? '',
    }),
    hashAt,
  };
}
