import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { ShardedMap } from '../../shared/util/shardedMap.ts';

/** What a snapshot says, to compare: without the counters, which are each reader's own; as plain maps, whose order says nothing. */
export function contents({ revision: _revision, structure: _structure, ...rest }: JamSnapshot) {
  const plain = (value: unknown): unknown =>
    value instanceof Map || value instanceof ShardedMap
      ? new Map(value as Iterable<readonly [string, unknown]>)
      : value;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, plain(value)]));
}
