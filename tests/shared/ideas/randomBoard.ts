import fc from 'fast-check';
import { MODULE } from '../../../shared/model/geometry.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { someGroup, someIdea, someJam, someRiff } from './someJam.ts';

/** A board as people leave it: up to 24 sheets, some off the grid, some long, some over others, with riffs and groups. */
export function randomBoard(): fc.Arbitrary<JamSnapshot> {
  const small = (max: number) => fc.integer({ min: 0, max });
  const sheet = fc.record({
    column: small(6),
    row: small(8),
    off: fc.boolean(),
    words: small(30),
    group: small(6),
    parent: small(23),
    bond: fc.constantFrom('build' as const, 'combine' as const, 'twist' as const),
    second: small(60),
    lock: small(9),
    bin: small(9),
  });
  return fc.array(sheet, { minLength: 3, maxLength: 24 }).map((sheets) =>
    someJam({
      ideas: sheets.map(({ column, row, off, words, group, lock, bin }, i) =>
        someIdea(`i${i}`, {
          text: 'heat wave '.repeat(words),
          lock: lock === 0,
          bin: bin === 0,
          born: { lamport: i },
          place: {
            group: group < 3 ? `g${group}` : null,
            x: column * MODULE.pitchX + (off ? 13 : 0),
            y: row * MODULE.pitchY + (group < 3 ? 44 : 0) + (off ? 7 : 0),
          },
        }),
      ),
      riffs: sheets.flatMap(({ parent, bond, second }, i) => [
        ...(parent < i ? [someRiff(`i${i}`, `i${parent}`, { lamport: i, bond })] : []),
        ...(second < i && second !== parent
          ? [someRiff(`i${i}`, `i${second}`, { lamport: i + 30, bond })]
          : []),
      ]),
      groups: [
        someGroup('g0', { x: 0, y: 92 * 10 - 44, role: 'fresh', w: 142 }),
        someGroup('g1', { x: 176 * 3, y: 92 * 10 - 44 }),
        someGroup('g2', { x: 176 * 8, y: -44 }),
      ],
    }),
  );
}
