import { describe, expect, it } from 'vitest';
import { BOARD_ACTIONS } from '../../../renderer/input/actions/boardActions.ts';
import { NOTHING_SELECTED } from '../../../renderer/stores/uiStore.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
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

  it('takes back an arrow that was pressed again and again as one step, and a later press or another sheet’s apart', () => {
    const { jam, context, lay, placeOf, select, act } = someBoard();
    const [a, b] = [lay(0, 0), lay(4, 0)];
    select(a);
    act('nudge.down');
    context.advance(400);
    act('nudge.fineRight');
    context.advance(999);
    act('nudge.down');
    const once = placeOf(a);
    context.advance(1_000);
    act('nudge.down');
    const twice = placeOf(a);
    select(b);
    act('nudge.down');

    jam.undo();
    expect([placeOf(a), placeOf(b)]).toEqual([twice, { x: 4 * 176, y: 0 }]);
    jam.undo();
    expect(placeOf(a)).toEqual(once);
    jam.undo();
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
    jam.redo();
    expect(placeOf(a)).toEqual(once);
    // What was brought back is whole; a new press is a step of its own.
    act('nudge.down');
    jam.undo();
    expect(placeOf(a)).toEqual(once);
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

  it('an arrow key jumps over what lies there to the next free module, and a root takes its riffs along', () => {
    const { lay, placeOf, select, act, jam } = someBoard();
    const root = lay(0, 3);
    const riff = lay(1, 3, root);
    const other = lay(0, 2);
    select(root);
    act('nudge.up');
    expect([root, riff, other].map(placeOf)).toEqual([
      { x: 0, y: 0 },
      { x: 176, y: 0 },
      { x: 0, y: 184 },
    ]);
    jam.undo();
    expect([root, riff].map(placeOf)).toEqual([
      { x: 0, y: 276 },
      { x: 176, y: 276 },
    ]);
  });

  it('arrow keys take a sheet into a group and out of it again', () => {
    const { jam, lay, session, select, act } = someBoard();
    const area = { x: 352, y: 92 - 44, w: 142, h: 126 + 92 };
    const group = jam.run('group.add', { board: MAIN_BOARD, name: 'Here', ...area, ideas: [] });
    if (!group.ok) throw new Error(group.sentence);
    const a = lay(1, 1);
    const groupOf = () => session.view().snapshot.ideas.get(a)?.place.group;
    select(a);
    act('nudge.right');
    expect(groupOf()).toBe(group.value.group);
    act('nudge.right');
    expect(groupOf()).toBeNull();
  });

  it('says that a locked sheet has to be unlocked first, and leaves it where it is', () => {
    const { jam, lay, placeOf, select, act, said } = someBoard();
    const a = lay(0, 0);
    jam.run('idea.lock', { ideas: [a], lock: true });
    select(a);
    act('nudge.down');
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
    expect(said).toEqual(['A is locked. Unlock it first.']);
  });

  it('Enter names the group or the line that is selected, whatever has the focus', () => {
    const { jam, lay, session, act } = someBoard();
    const a = lay(0, 1);
    const group = jam.run('group.add', {
      board: MAIN_BOARD,
      name: '',
      x: 0,
      y: 48,
      w: 142,
      h: 126,
      ideas: [a],
    });
    if (!group.ok) throw new Error(group.sentence);
    session.set({ selection: { ...NOTHING_SELECTED, groups: new Set([group.value.group]) }, focus: a });
    act('idea.edit');
    expect(session.ui.getState()).toMatchObject({ editing: null, editingGroup: group.value.group });
  });

  it('turns a line round, and back again as one step', () => {
    const { session, jam, lay, act } = someBoard();
    const [a, b] = [lay(0, 0), lay(2, 0)];
    const line = jam.run('connector.add', {
      from: { type: 'idea', id: a },
      to: { type: 'idea', id: b },
      label: '',
    });
    if (!line.ok) throw new Error(line.sentence);
    session.set({ selection: { ...NOTHING_SELECTED, connectors: new Set([line.value.connector]) } });
    const from = () => session.view().snapshot.connectors.get(line.value.connector)?.from.id;
    act('line.turn');
    expect(from()).toBe(b);
    jam.undo();
    expect(from()).toBe(a);
  });

  it('groups sheets where they lie when nothing else is there', () => {
    const { session, lay, placeOf, select, act } = someBoard();
    const [a, b] = [lay(1, 1), lay(1, 2)];
    select(a, b);
    act('group.make');
    expect([a, b].map(placeOf)).toEqual([
      { x: 176, y: 92 },
      { x: 176, y: 184 },
    ]);
    const { editingGroup } = session.ui.getState();
    expect(session.view().layout.groups.get(editingGroup ?? '')).toMatchObject({ count: 2, y: 48 });
  });

  it('gathers scattered sheets into a group that covers no stranger, as one step', () => {
    const { session, jam, lay, placeOf, select, act } = someBoard();
    const grid = [0, 1, 2].map((row) => [0, 1, 2].map((column) => lay(column, row)));
    const before = grid.flat().map(placeOf);
    const chosen = [grid[0]?.[0], grid[1]?.[1], grid[2]?.[2]].flatMap((id) => id ?? []);
    select(...chosen);
    act('group.make');
    const { layout } = session.view();
    const area = layout.groups.get(session.ui.getState().editingGroup ?? '');
    for (const sheet of layout.sheets.values())
      expect(area !== undefined && rectsTouch(area, sheet)).toBe(chosen.includes(sheet.id));
    jam.undo();
    expect(grid.flat().map(placeOf)).toEqual(before);
    expect(session.view().layout.groups.size).toBe(0);
  });

  it('a group made inside a group stands in it and goes along with it', () => {
    const { session, jam, lay, placeOf, select, act } = someBoard();
    const [a, b] = [lay(1, 1), lay(1, 4)];
    select(a, b);
    act('group.make');
    const outer = session.ui.getState().editingGroup ?? '';
    select(b);
    act('group.make');
    const inner = session.ui.getState().editingGroup ?? '';
    expect(session.view().snapshot.groups.get(inner)?.parent).toBe(outer);
    const { x = 0, y = 0 } = session.view().snapshot.groups.get(outer) ?? {};
    const at = placeOf(b);
    jam.run('idea.move', { moves: [], areas: [{ group: outer, x: x + 176, y }] });
    expect(placeOf(b)).toEqual({ x: (at?.x ?? 0) + 176, y: at?.y });
  });
});
