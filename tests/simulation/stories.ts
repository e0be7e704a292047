import { describe, it } from 'vitest';
import { simulate } from './simulate.ts';

/** Stories from these seeds. A failing one says how to see it act by act. */
export function describeStories(seeds: readonly number[]): void {
  describe('a room from a seed', () => {
    it.each(seeds)('%i: tells the truth all the while, and ends the same everywhere', async (seed) => {
      try {
        await simulate(seed);
      } catch (error) {
        throw new Error(`To replay: npm run simulate -- ${seed}`, {
          cause: error,
        });
      }
    });
  });
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
