import { describe, expect, it } from 'vitest';
import { placeFlag } from '../../../renderer/canvas/live/placeFlag.ts';

const visible = { x: 0, y: 0, w: 800, h: 600 };
const size = { w: 100, h: 20 };
const gap = { x: 10, y: 16 };
const place = (at: { x: number; y: number }, ...words: { x: number; y: number; w: number; h: number }[]) =>
  placeFlag({ at, size, gap, visible, words });

describe('the flag of a pointer', () => {
  it('stands below to the right where nothing speaks against it', () => {
    expect(place({ x: 300, y: 300 })).toEqual({ x: 310, y: 316, covers: 0 });
  });

  it('turns before an edge, in each direction', () => {
    expect(place({ x: 780, y: 300 })).toMatchObject({ x: 670, y: 316 });
    expect(place({ x: 300, y: 590 })).toMatchObject({ x: 310, y: 554 });
    expect(place({ x: 780, y: 590 })).toMatchObject({ x: 670, y: 554 });
  });

  it('turns off the words', () => {
    expect(place({ x: 300, y: 300 }, { x: 300, y: 310, w: 200, h: 60 })).toMatchObject({ x: 190, covers: 0 });
    expect(place({ x: 300, y: 300 }, { x: 150, y: 310, w: 400, h: 60 })).toMatchObject({ y: 264, covers: 0 });
  });

  it('does not turn for a corner of a word', () => {
    expect(place({ x: 300, y: 300 }, { x: 405, y: 320, w: 50, h: 40 })).toMatchObject({ x: 310, y: 316 });
  });

  it('says how much it covers where there is no free place', () => {
    expect(place({ x: 300, y: 300 }, visible).covers).toBe(1);
  });

  it('stays by its pointer in a view that is smaller than itself', () => {
    const small = { x: 0, y: 0, w: 40, h: 15 };
    expect(placeFlag({ at: { x: 5, y: 5 }, size, gap, visible: small, words: [] })).toMatchObject({ x: 15 });
  });
});
