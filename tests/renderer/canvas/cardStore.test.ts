import { describe, expect, it } from 'vitest';
import { chooseCards, createCardStore, MOST_CARDS } from '../../../renderer/canvas/cardStore.ts';
import { detailAt, showsCards } from '../../../renderer/canvas/detail.ts';
import type { Sheet } from '../../../shared/model/layout.ts';

const sheets = Array.from(
  { length: 400 },
  (_, i) => ({ id: `i${i}`, x: (i % 20) * 176, y: Math.floor(i / 20) * 92, w: 142, h: 82 }) as Sheet,
);
const all = { x: 0, y: 0, w: 4000, h: 2000 };

describe('which sheets are real elements', () => {
  it('are at most so many, nearest to the middle, and always the one in focus', () => {
    const chosen = chooseCards(() => sheets, all, { x: 0, y: 0 }, ['i399']);
    expect(chosen.size).toBe(MOST_CARDS);
    expect(chosen.has('i0')).toBe(true);
    expect(chosen.has('i399')).toBe(true);
    expect(chosen.has('i398')).toBe(false);
  });

  it('are made a few in a frame, and the list stays the same object while nothing changes', () => {
    const store = createCardStore();
    const wanted = new Set(sheets.slice(0, 30).map(({ id }) => id));
    expect(store.towards(wanted)).toBe(true);
    expect(store.ids().length).toBe(24);
    expect(store.towards(wanted)).toBe(false);
    const ids = store.ids();
    expect(ids.length).toBe(30);
    store.towards(wanted);
    expect(store.ids()).toBe(ids);
  });

  it('are there from 45 % on, where words can be read', () => {
    expect([0.44, 0.45, 1].map(showsCards)).toEqual([false, true, true]);
    expect([1, 0.61, 0.6, 0.45, 0.4, 0.3, 0.2, 0.12, 0.09].map(detailAt)).toEqual([
      'full',
      'full',
      'text',
      'text',
      'words',
      'words',
      'cut',
      'cut',
      'mark',
    ]);
  });
});
