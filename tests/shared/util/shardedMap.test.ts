import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShardedMap } from '../../../shared/util/shardedMap.ts';

const key = fc.string({ maxLength: 4 });
const change = fc.tuple(key, fc.option(fc.integer(), { nil: null }));

describe('a sharded map', () => {
  it('holds what a Map holds after the same changes, and leaves older copies as they were', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (changes, step) => {
        const oracle = new Map<string, number>();
        let sharded = ShardedMap.from<number>([]);
        for (let at = 0; at < changes.length; at += step) {
          const part = new Map(changes.slice(at, at + step));
          const before = new Map(sharded);
          const next = sharded.with(part.keys(), (name) => part.get(name) ?? null);
          for (const [name, value] of part) value === null ? oracle.delete(name) : oracle.set(name, value);
          expect(new Map(sharded)).toEqual(before);
          sharded = next;
          expect(new Map(sharded)).toEqual(oracle);
          expect(sharded.size).toBe(oracle.size);
          for (const [name] of changes) {
            expect(sharded.get(name)).toBe(oracle.get(name));
            expect(sharded.has(name)).toBe(oracle.has(name));
          }
        }
      }),
    );
  });
});
