import { expect } from 'vitest';
import { readJamFile, writeJamFile } from '../../../shared/file/jamFile.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { recordKeys, someJam, someRecords } from './jamFixtures.ts';
import { type Dice, MUTATIONS } from './mutateFile.ts';

export interface MutationCounts {
  whole: number;
  damaged: number;
  refused: number;
}

/**
 * Damages a jam file `count` times and reads each. Oracle: it never throws; every record that comes out is one that
 * went in; whenever a record is missing the reader says so; a refusal has a sentence.
 */
export function surviveMutations(count: number, seed: number): MutationCounts {
  const context = createSeededContext(seed);
  const dice: Dice = {
    roll: (below) => new DataView(context.randomBytes(4).buffer).getUint32(0) % Math.max(1, below),
    bytes: (n) => context.randomBytes(n),
  };
  const input = someJam(someRecords(120, 300, seed));
  const written = writeJamFile({ ...input, kept: [{ type: 'x-later', bytes: context.randomBytes(200) }] });
  if (!written.ok) throw new Error(written.sentence);
  const originals = new Set(recordKeys(input.records));
  const mutations = Object.entries(MUTATIONS);
  const counts: MutationCounts = { whole: 0, damaged: 0, refused: 0 };
  for (let i = 0; i < count; i++) {
    const [name, mutate] = mutations[i % mutations.length] as (typeof mutations)[number];
    const file = readJamFile(mutate(written.value.slice(), dice));
    if (!file.ok) {
      counts.refused++;
      expect(file.sentence, name).toMatch(/^[A-Z].*\.$/);
      continue;
    }
    const keys = recordKeys(file.value.records);
    for (const key of keys)
      if (!originals.has(key)) throw new Error(`mutation ${i} (${name}) made up a record`);
    const lost = file.value.lost.length > 0;
    if (!lost)
      expect(new Set(keys).size, `mutation ${i} (${name}) lost records in silence`).toBe(originals.size);
    counts[lost ? 'damaged' : 'whole']++;
  }
  return counts;
}
