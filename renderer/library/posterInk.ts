/** A jam's colour in the library: from its id alone, so it is the same for ever and on every laptop. */

import type { JamId } from '../../shared/model/ids.ts';
import type { Ink } from '../../shared/model/layout.ts';

/** Those that carry black print and white marks alike; cobalt does not. */
const POSTER_INKS: readonly Ink[] = ['sun', 'sky', 'leaf', 'pink', 'clay'];

export function posterInk(jam: JamId): Ink {
  // FNV-1a over the id's characters: short, and it spreads ids that differ in one letter.
  let hash = 0x811c9dc5;
  for (let i = 0; i < jam.length; i++) hash = Math.imul(hash ^ jam.charCodeAt(i), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return POSTER_INKS[((hash ^ (hash >>> 13)) >>> 0) % POSTER_INKS.length] as Ink;
}
