import { concatBytes, noBytes, toBase64Url } from '../util/bytes.ts';
import { sha256 } from '../util/hash.ts';
import type { Chain } from './chain.ts';
import type { Head } from './heads.ts';

/** What the log holds of one session. */
export interface SessionLog {
  readonly chain: Chain;
  /** By seq, as stored. */
  readonly bytes: readonly Uint8Array[];
  /** Where its seals are, ascending. */
  readonly seals: readonly number[];
  push(chain: Chain, bytes: Uint8Array, lamport: number): void;
  /** Lets go of the caller's buffer once the document holds a copy of the same bytes. */
  share(seq: number, bytes: Uint8Array): void;
  lamportAt(seq: number): number | null;
  head(): Head;
  hashAt(seq: number): string | null;
}

/** Envelopes from one kept hash to the next. */
const markEvery = 64;

export function createSessionLog(first: Chain, firstBytes: Uint8Array): SessionLog {
  let chain = first;
  const bytes = [firstBytes];
  const lamports = [first.lamport];
  const seals: number[] = [];
  // The chain's hash so far. It is brought up to date when somebody asks, not at every envelope.
  let hashed = 0;
  let hash = noBytes;

  // And on the way there, so that an earlier one need not be hashed from the start: a seal reaches back a little.
  const marks = [noBytes];

  const extendHash = (from: number, start: Uint8Array, end: number): Uint8Array => {
    let current = start;
    for (let seq = from; seq < end; seq++) {
      if (seq === marks.length * markEvery) marks.push(current);
      current = sha256(concatBytes(current, bytes[seq] ?? noBytes));
    }
    return current;
  };
  const hashAt = (seq: number): string | null => {
    if (seq < 0 || seq >= bytes.length) return null;
    if (seq + 1 < hashed) {
      const mark = Math.floor((seq + 1) / markEvery);
      return toBase64Url(extendHash(mark * markEvery, marks[mark] ?? noBytes, seq + 1));
    }
    hash = extendHash(hashed, hash, seq + 1);
    hashed = seq + 1;
    return toBase64Url(hash);
  };

  return {
    get chain() {
      return chain;
    },
    bytes,
    seals,
    push(next, added, lamport) {
      if (next.sealed > chain.sealed) seals.push(next.sealed);
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
