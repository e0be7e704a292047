import { describe, expect, it } from 'vitest';
import { distanceToLeg, hitTest } from '../../../renderer/input/hit.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

describe('what lies under the hand', () => {
  it('is the sheet before anything else', () => {
    const { board, lay } = createTestBoard();
    const a = lay(0, 0);
    expect(hitTest(board.scene, { x: 10, y: 10 }, 1)).toEqual({ type: 'idea', id: a });
    expect(hitTest(board.scene, { x: 400, y: 400 }, 1)).toEqual({ type: 'paper' });
  });

  it('is a cable within six pixels of it, however far away one looks', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(1, 0, a);
    const [cable] = session.view().layout.cables.values();
    const [from] = cable?.points ?? [];
    const point = { x: (from?.x ?? 0) + 8, y: (from?.y ?? 0) + 5 };
    expect(hitTest(board.scene, point, 1)).toEqual({ type: 'cable', id: `${b}:${a}` });
    expect(hitTest(board.scene, point, 4).type).toBe('paper');
  });

  it('is the heading of a group at its top, and its area below', () => {
    const { board, session } = createTestBoard();
    const made = session.run('group.add', {
      board: MAIN_BOARD,
      name: 'Doors',
      x: 0,
      y: 48,
      w: 318,
      h: 300,
      ideas: [],
    });
    const id = made.ok ? made.value.group : '';
    expect(hitTest(board.scene, { x: 100, y: 60 }, 1)).toEqual({ type: 'heading', id });
    expect(hitTest(board.scene, { x: 100, y: 200 }, 1)).toEqual({ type: 'area', id });
  });

  it('measures to the nearest point of a line, not of its prolongation', () => {
    expect(distanceToLeg({ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 5, y: 3 })).toBe(3);
    expect(distanceToLeg({ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 14, y: 3 })).toBe(5);
    expect(distanceToLeg({ x: 2, y: 2 }, { x: 2, y: 2 }, { x: 2, y: 6 })).toBe(4);
  });
});
