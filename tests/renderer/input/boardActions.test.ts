import { describe, expect, it } from 'vitest';
import { BOARD_ACTIONS } from '../../../renderer/input/actions/boardActions.ts';
import { NOTHING_SELECTED } from '../../../renderer/stores/uiStore.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { createTestBoard } from '../canvas/testBoard.ts';

function someBoard() {
  const test = createTestBoard();
  const select = (...ideas: string[]): void =>
    test.session.set({
      selection: { ...NOTHING_SELECTED, ideas: new Set(ideas) },
      focus: ideas.at(-1) ?? null,
    });
  const act = (id: string): void => BOARD_ACTIONS[id]?.run(test.session);
  return { ...test, select, act };
}

describe('actions on the board', () => {
  it('tidies a group that stands far from the corner where it stands', () => {
    const { session, jam, lay, placeOf, act } = someBoard();
    const area = { x: 880, y: 920 - 44, w: 142, h: 126 };
    const group = jam.run('group.add', { board: MAIN_BOARD, name: 'Far', ...area, ideas: [] });
    if (!group.ok) throw new Error(group.sentence);
    const a = lay(0, 1, undefined, { group: group.value.group });
    session.set({ selection: { ...NOTHING_SELECTED, groups: new Set([group.value.group]) } });
    act('board.tidy');
    expect(placeOf(a)).toEqual({ x: 880, y: 920 });
  });

  it('bins lines, groups and ideas that are selected together as one step', () => {
    const { session, jam, lay, act } = someBoard();
    const [a, b] = [lay(0, 0), lay(2, 0)];
    const line = jam.run('connector.add', {
      from: { type: 'idea', id: a },
      to: { type: 'idea', id: b },
      label: '',
    });
    if (!line.ok) throw new Error(line.sentence);
    const { connector } = line.value;
    session.set({
      selection: { ...NOTHING_SELECTED, ideas: new Set([a]), connectors: new Set([connector]) },
    });
    act('edit.bin');
    expect(session.view().layout.sheets.has(a)).toBe(false);
    jam.undo();
    expect(session.view().layout.sheets.has(a)).toBe(true);
    expect(session.view().layout.connectors.has(connector)).toBe(true);
  });

  it('bins only the line that is selected, not the idea where the focus still is', () => {
    const { session, jam, lay, act } = someBoard();
    const [a, b] = [lay(0, 0), lay(2, 0)];
    const line = jam.run('connector.add', {
      from: { type: 'idea', id: a },
      to: { type: 'idea', id: b },
      label: '',
    });
    if (!line.ok) throw new Error(line.sentence);
    session.set({
      selection: { ...NOTHING_SELECTED, connectors: new Set([line.value.connector]) },
      focus: a,
    });
    act('edit.bin');
    expect(session.view().layout.connectors.size).toBe(0);
    expect(session.view().layout.sheets.has(a)).toBe(true);
  });
});
