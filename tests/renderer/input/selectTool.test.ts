import { describe, expect, it } from 'vitest';
import { selectTool } from '../../../renderer/input/tools/select.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { createTestBoard, handAt, stroke } from '../canvas/testBoard.ts';

const selected = (board: ReturnType<typeof createTestBoard>) => [
  ...board.session.ui.getState().selection.ideas,
];

describe('the select tool', () => {
  it('selects what is clicked, adds with Shift, takes out with Shift again, and lets go on bare paper', () => {
    const test = createTestBoard();
    const a = test.lay(0, 0);
    const b = test.lay(1, 0);
    stroke(test.board, selectTool, [handAt(20, 20)]);
    expect(selected(test)).toEqual([a]);
    stroke(test.board, selectTool, [handAt(200, 20, { shift: true })]);
    expect(selected(test)).toEqual([a, b]);
    stroke(test.board, selectTool, [handAt(20, 20, { shift: true })]);
    expect(selected(test)).toEqual([b]);
    stroke(test.board, selectTool, [handAt(600, 600)]);
    expect(selected(test)).toEqual([]);
  });

  it('drags a sheet to the module nearest to where it is let go, as one step', () => {
    const { board, jam, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    stroke(board, selectTool, [handAt(20, 20), handAt(200, 100), handAt(395, 190)]);
    expect(placeOf(a)).toEqual({ x: 352, y: 184 });
    jam.undo();
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
  });

  it('covers nothing: where a sheet lies already it takes the nearest free module', () => {
    const { board, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(2, 0);
    stroke(board, selectTool, [handAt(20, 20), handAt(372, 22)]);
    expect(placeOf(b)).toEqual({ x: 352, y: 0 });
    expect(placeOf(a)).not.toEqual({ x: 352, y: 0 });
    expect(placeOf(a)).toEqual({ x: 352, y: 92 });
  });

  it('leaves the grid with Ctrl, and keeps to one axis with Shift', () => {
    const { board, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    stroke(board, selectTool, [handAt(20, 20), handAt(57, 61, { mod: true })]);
    expect(placeOf(a)).toEqual({ x: 37, y: 41 });
    const b = lay(3, 3);
    stroke(board, selectTool, [handAt(540, 290), handAt(740, 330, { shift: true })]);
    expect(placeOf(b)).toEqual({ x: 704, y: 276 });
  });

  it('takes the riffs along that the app had laid, not those that a hand had moved', () => {
    const { board, lay, placeOf } = createTestBoard();
    const root = lay(0, 0);
    const laid = lay(1, 0, root);
    const byHand = lay(1, 3, root, { auto: false });
    stroke(board, selectTool, [handAt(20, 20), handAt(20, 580)]);
    expect(placeOf(root)).toEqual({ x: 0, y: 552 });
    expect(placeOf(laid)).toEqual({ x: 176, y: 552 });
    expect(placeOf(byHand)).toEqual({ x: 176, y: 276 });
  });

  it('does not move a locked sheet, and says so', () => {
    const { board, session, said, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    session.run('idea.lock', { ideas: [a], lock: true });
    stroke(board, selectTool, [handAt(20, 20), handAt(400, 400)]);
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
    expect(said).toEqual(['A is locked. Unlock it first.']);
  });

  it('writes nothing before the hand lets go, and nothing at all when the gesture is called off', () => {
    const { board, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    const gesture = selectTool.press(board, handAt(20, 20), { type: 'idea', id: a });
    gesture?.move(handAt(400, 400));
    expect(board.live.get().lift?.ideas.has(a)).toBe(true);
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
    gesture?.cancel();
    expect(board.live.get().lift).toBeNull();
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
  });

  it('goes into the group it is dropped on, and out of it again', () => {
    const { board, session, lay, placeOf } = createTestBoard();
    const made = session.run('group.add', {
      board: MAIN_BOARD,
      name: 'Doors',
      x: 352,
      y: 48,
      w: 318,
      h: 400,
      ideas: [],
    });
    const group = made.ok ? made.value.group : '';
    const a = lay(0, 0);
    stroke(board, selectTool, [handAt(20, 20), handAt(400, 240)]);
    expect(session.view().snapshot.ideas.get(a)?.place).toMatchObject({ group, x: 0, y: 136 });
    expect(placeOf(a)).toEqual({ x: 352, y: 184 });
    stroke(board, selectTool, [handAt(400, 240), handAt(40, 20)]);
    expect(session.view().snapshot.ideas.get(a)?.place.group).toBeNull();
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
  });

  it('moves a group by its heading, with all that lies in it, in one write', () => {
    const { board, session, lay, placeOf } = createTestBoard();
    const a = lay(0, 1);
    const made = session.run('group.add', {
      board: MAIN_BOARD,
      name: 'Doors',
      x: 0,
      y: 48,
      w: 318,
      h: 300,
      ideas: [a],
    });
    const group = made.ok ? made.value.group : '';
    stroke(board, selectTool, [handAt(50, 60), handAt(240, 150)]);
    expect(session.view().snapshot.groups.get(group)).toMatchObject({ x: 176, y: 140 });
    expect(placeOf(a)).toEqual({ x: 176, y: 184 });
  });

  it('draws a marquee over paper that selects what it touches, and gives back the old selection when called off', () => {
    const test = createTestBoard();
    const a = test.lay(0, 1);
    const b = test.lay(1, 1);
    test.lay(4, 4);
    const gesture = selectTool.press(test.board, handAt(300, 400), { type: 'paper' });
    gesture?.move(handAt(60, 120));
    expect(new Set(selected(test))).toEqual(new Set([a, b]));
    gesture?.cancel();
    expect(selected(test)).toEqual([]);
    expect(test.board.live.get().marquee).toBeNull();
  });

  it('leaves the sheets and lays copies with Alt, riffs between them included', () => {
    const { board, session, lay, placeOf } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(1, 0, a);
    session.set({ selection: { ideas: new Set([a, b]), groups: new Set(), connectors: new Set() } });
    stroke(board, selectTool, [handAt(20, 20), handAt(20, 300, { alt: true })]);
    expect(placeOf(a)).toEqual({ x: 0, y: 0 });
    const copies = [...session.ui.getState().selection.ideas];
    expect(copies.map(placeOf)).toEqual([
      { x: 0, y: 276 },
      { x: 176, y: 276 },
    ]);
    expect(session.view().lineage.parents(copies[1] ?? '')).toEqual([copies[0]]);
  });

  it('writes on the sheet that is pressed twice, and lays one where nothing is', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    selectTool.pressTwice?.(board, handAt(20, 20), { type: 'idea', id: a });
    expect(session.ui.getState().editing).toBe(a);
    selectTool.pressTwice?.(board, handAt(400, 300), { type: 'paper' });
    const { editing } = session.ui.getState();
    expect(editing).not.toBe(a);
    expect(session.view().layout.sheets.get(editing ?? '')).toMatchObject({ x: 352, y: 276 });
  });
});
