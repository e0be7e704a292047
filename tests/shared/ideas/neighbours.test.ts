import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { neighbourOf, readingOrder } from '../../../shared/ideas/neighbours.ts';
import { MODULE } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { randomBoard } from './randomBoard.ts';
import { someIdea, someJam, someRiff } from './someJam.ts';

/** post has baker and scarf beside it, baker has bread; church is another tree, to the right of the first row. */
const places = {
  post: [0, 0],
  baker: [1, 0],
  scarf: [1, 2],
  bread: [2, 0],
  church: [4, 0],
  alone: [0, 5],
} as const;
const jam = someJam({
  ideas: Object.entries(places).map(([id, [column, row]], i) =>
    someIdea(id, { born: { lamport: i }, place: { x: column * MODULE.pitchX, y: row * MODULE.pitchY } }),
  ),
  riffs: [someRiff('baker', 'post'), someRiff('scarf', 'post'), someRiff('bread', 'baker')],
});
const layout = layoutFromScratch(jam, MAIN_BOARD);

describe('the focus', () => {
  test('moves to the sheet that lies ahead', () => {
    expect(neighbourOf(layout, 'post', 'right')).toBe('baker');
    expect(neighbourOf(layout, 'baker', 'right')).toBe('bread');
    expect(neighbourOf(layout, 'bread', 'right')).toBe('church');
    expect(neighbourOf(layout, 'baker', 'down')).toBe('scarf');
    expect(neighbourOf(layout, 'scarf', 'up')).toBe('baker');
    expect(neighbourOf(layout, 'scarf', 'left')).toBe('post');
    expect(neighbourOf(layout, 'post', 'down')).toBe('alone');
    expect(neighbourOf(layout, 'post', 'left')).toBeNull();
    expect(neighbourOf(layout, 'nobody', 'left')).toBeNull();
  });

  test('finds the parent of a riff far below it', () => {
    const far = someIdea('far', { place: { x: MODULE.pitchX, y: 12 * MODULE.pitchY } });
    const wide = someJam({ ideas: [someIdea('post'), far], riffs: [someRiff('far', 'post')] });
    const laid = layoutFromScratch(wide, MAIN_BOARD);
    expect([neighbourOf(laid, 'far', 'left'), neighbourOf(laid, 'post', 'right')]).toEqual(['post', 'far']);
    expect(neighbourOf(laid, 'far', 'right')).toBeNull();
  });

  test('reads tree by tree, each branch to its end', () => {
    expect(readingOrder(layout)).toEqual(['post', 'baker', 'bread', 'scarf', 'church', 'alone']);
  });

  test('reads every sheet once, however people linked them', () => {
    fc.assert(
      fc.property(randomBoard(), (jam) => {
        const layout = layoutFromScratch(jam, MAIN_BOARD);
        const order = readingOrder(layout);
        expect([...order].sort()).toEqual([...layout.sheets.keys()].sort());
      }),
    );
  }, 60_000);
});
