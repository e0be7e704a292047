import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layNames, type NamedSegment } from '../../../renderer/wall/layNames.ts';

/** Phases of these widths one after the other, each with the width of its name. */
function line(...phases: readonly (readonly [phase: number, name: number])[]): NamedSegment[] {
  let at = 0;
  return phases.map(([phase, width]) => {
    const from = at;
    at += phase;
    return { from, to: at, width };
  });
}

describe('names on the Wall’s setlist', () => {
  it('stand on their phase where they fit, above it where they don’t', () => {
    expect(layNames(line([60, 120], [190, 100], [120, 150], [200, 90]), 570, 1)).toEqual([
      { row: 1, from: 0 },
      { row: 0, from: 60 },
      { row: 1, from: 250 },
      { row: 0, from: 370 },
    ]);
  });

  it('run on over the next phase only while no name and no hair is there', () => {
    const laid = layNames(line([100, 120], [60, 120], [300, 50]), 460, -1);
    expect(laid).toEqual([{ row: 1, from: 0 }, null, { row: 0, from: 160 }]);
    expect(layNames(line([100, 120], [60, 120], [300, 350]), 460, -1)[1]).toEqual({ row: 0, from: 100 });
  });

  it('always name what is now, and the last one before the edge', () => {
    const crowded = line([50, 120], [50, 120], [50, 120], [50, 120]);
    for (const now of [0, 1, 2, 3]) expect(layNames(crowded, 200, now)[now]).not.toBeNull();
    expect(layNames(crowded, 200, 3)[3]).toEqual({ row: 1, from: 80 });
  });

  it('never lie over each other, nor under the hair of one above', () => {
    const phase = fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 40, max: 200 }));
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 12 }), fc.nat(11), (phases, now) => {
        const segments = line(...phases);
        const names = layNames(segments, segments.at(-1)?.to ?? 0, now).flatMap((name, i) =>
          name === null ? [] : [{ ...name, to: name.from + (segments[i]?.width ?? 0) }],
        );
        for (const one of names)
          for (const other of names) {
            if (one === other) continue;
            if (one.row === other.row) expect(one.to <= other.from || other.to <= one.from).toBe(true);
            else if (one.row === 1) expect(one.from <= other.from || other.to <= one.from).toBe(true);
          }
      }),
    );
  });
});
