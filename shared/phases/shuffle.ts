import { toBase64Url } from '../util/bytes.ts';
import { hashParts } from '../util/hash.ts';

/**
 * The items in an order that follows from the seed alone: the same for everybody who knows it, unrelated to who wrote
 * what and when. By SHA-256 of seed and id.
 */
export function shuffle<T>(items: Iterable<T>, seed: string, idOf: (item: T) => string): T[] {
  const keyed = [...items].map((item) => ({
    item,
    key: toBase64Url(hashParts('shuffle', seed, idOf(item))),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
