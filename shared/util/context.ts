import { toBase64Url } from './bytes.ts';

/**
 * Where shared code gets time, randomness and identity from. Nothing in shared reads a clock or a random
 * source by itself, so any run can be replayed from a seed.
 */
export interface Context {
  /** Wall clock, in milliseconds since 1970. */
  now(): number;
  /** `n` fresh random bytes, unpredictable in the real context. */
  randomBytes(n: number): Uint8Array;
  /** A fresh random id: 22 url-safe characters holding 128 bits. */
  newId(): string;
}

/** A context for tests: everything follows from the seed, and time moves only when told to. */
export interface SeededContext extends Context {
  advance(ms: number): void;
}

const idBytes = 16;

/**
 * The real context. `getRandomValues` fills the given bytes (at most 65,536 at a time, as in every browser);
 * it is the one source that is there even where a page is no secure context.
 */
export function createContext(now: () => number, getRandomValues: (into: Uint8Array) => unknown): Context {
  const randomBytes = (n: number): Uint8Array => {
    const bytes = new Uint8Array(n);
    for (let at = 0; at < n; at += 65_536) getRandomValues(bytes.subarray(at, Math.min(n, at + 65_536)));
    return bytes;
  };
  return { now, randomBytes, newId: () => toBase64Url(randomBytes(idBytes)) };
}

/** `start` is the first answer of `now()`; by default 1 January 2026, so that a forgotten clock shows. */
export function createSeededContext(seed: number, start = Date.UTC(2026, 0, 1)): SeededContext {
  let time = start;
  const next = createMulberry32(seed);
  const randomBytes = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => next() & 0xff);
  return {
    now: () => time,
    randomBytes,
    newId: () => toBase64Url(randomBytes(idBytes)),
    advance(ms) {
      time += ms;
    },
  };
}

/** Mulberry32: a tiny seeded generator of uint32. For replays only, never for secrets. */
function createMulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
