import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoardLayout } from '../../../shared/ideas/boardLayout.ts';
import { importText } from '../../../shared/import/importFile.ts';
import { toBatch } from '../../../shared/import/toBatch.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import { openPerson } from '../../support/threePeople.ts';

function importOutline(outline: string) {
  const { jam } = openPerson('alice', 1);
  const imported = importText(outline);
  if (!imported.ok) throw new Error(imported.sentence);
  const empty = createBoardLayout('main').update(jam.snapshot(), null);
  const done = jam.run('jam.import', toBatch(imported.value, 'main', empty));
  if (!done.ok) throw new Error(done.sentence);
  return { jam, layout: createBoardLayout('main').update(jam.snapshot(), null) };
}

/** A random outline: each item one level deeper than the one before at most. */
const outline = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.lorem({ maxCount: 12 }), fc.boolean()), {
    minLength: 1,
    maxLength: 60,
  })
  .map((items) => {
    let depth = 0;
    return items
      .map(([wanted, text, heading], index) => {
        if (heading && index % 7 === 3) {
          depth = -1;
          return `\n## ${text}\n`;
        }
        depth = Math.min(wanted, depth + 1);
        return `${'  '.repeat(Math.max(0, depth))}- ${text}`;
      })
      .join('\n');
  });

describe('an imported outline', () => {
  it('is laid so that no sheet covers another', () => {
    fc.assert(
      fc.property(outline, (text) => {
        const { layout } = importOutline(text);
        const sheets = [...layout.sheets.values()];
        for (const [index, a] of sheets.entries()) {
          for (const b of sheets.slice(index + 1))
            expect(rectsTouch(a, b), `${a.label} on ${b.label}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('becomes riff trees, numbered as if written one by one', () => {
    const { jam, layout } = importOutline(
      '- Shade\n  - Sails over the square\n    - Who stores them?\n- Water',
    );
    const labels = [...layout.sheets.values()].map(
      ({ id, label }) => `${label} ${jam.snapshot().ideas.get(id)?.text}`,
    );
    expect(labels.sort()).toEqual(['A Shade', 'A2 Sails over the square', 'A3 Who stores them?', 'B Water']);
  });
});
