import { describe, expect, it } from 'vitest';
import { patchFor } from '../../../renderer/canvas/forgetGone.ts';
import { createUiStore } from '../../../renderer/stores/uiStore.ts';
import { createTestBoard } from './testBoard.ts';

describe('the scene of a board', () => {
  it('tells where a sheet was and where it is when it moves, and nothing else', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    lay(5, 5);
    const before = session.view().layout;
    const { scene } = board;
    session.run('idea.move', { moves: [{ idea: a, x: 352, y: 0, group: null, auto: false }] });
    // The scene took it in already; going back and forth shows the difference once more.
    const { rects } = scene.update(before, null);
    expect(rects.length).toBe(2);
    expect(rects.every(({ y, h }) => y <= 0 && y + h < 120)).toBe(true);
  });

  it('finds the sheet that was moved last on top of another', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(1, 0);
    session.run('idea.move', { moves: [{ idea: a, x: 190, y: 10, group: null, auto: false }] });
    expect(board.scene.sheetAt({ x: 200, y: 20 })?.id).toBe(a);
    expect(board.scene.sheetAt({ x: 180, y: 5 })?.id).toBe(b);
    expect(board.scene.sheetAt({ x: 20, y: 20 })).toBeNull();
  });
});

describe('what left the board', () => {
  it('is not selected or in focus any more, and what stayed is the same object', () => {
    const state = {
      ...createUiStore(null).getState(),
      selection: { ideas: new Set(['a', 'b']), groups: new Set<string>(), connectors: new Set<string>() },
      focus: 'b',
    };
    const there = { sheets: new Map([['a', 1]]), groups: new Map(), connectors: new Map() };
    const patch = patchFor(state, there);
    expect([...(patch?.selection?.ideas ?? [])]).toEqual(['a']);
    expect(patch?.focus).toBeNull();
    expect(patchFor({ ...state, ...patch }, there)).toBeNull();
  });
});
