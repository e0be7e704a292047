import { describe, expect, it } from 'vitest';
import { surviveMutations } from '../shared/file/surviveMutations.ts';

describe('the container', () => {
  it('survives 10,000 damaged files without a crash, a hang, a made-up record or a silent loss', () => {
    const counts = [1, 2, 3, 4, 5].map((seed) => surviveMutations(2000, seed));
    const sum = (key: 'whole' | 'damaged' | 'refused') =>
      counts.reduce((total, count) => total + count[key], 0);
    console.log(
      `damaged files: ${sum('whole')} still whole, ${sum('damaged')} read in part, ${sum('refused')} refused`,
    );
    expect(sum('whole') + sum('damaged') + sum('refused')).toBe(10_000);
  });
});
