/** Sheets in somebody else's hand: what the board leaves out, so that nothing of them stays behind at their place. */
import { describe, expect, it } from 'vitest';
import { heldByOthers, heldSheets } from '../../../renderer/canvas/live/heldByOthers.ts';
import { NOTHING_WITHHELD, stepsFor } from '../../../renderer/canvas/paint/paintRegion.ts';
import { createWithheld } from '../../../renderer/canvas/withheld.ts';
import { describeDoing, OUT_OF_COURSE } from '../../../renderer/session/room/describeDoing.ts';
import { createRoomStore, type PersonHere } from '../../../renderer/stores/roomStore.ts';
import { growRect, type Point, rectContains } from '../../../shared/model/geometry.ts';
import type { Presence } from '../../../shared/presence/presence.ts';
import { createTestBoard } from './testBoard.ts';

function boardWithBob() {
  const test = createTestBoard();
  const parent = test.lay(0, 0);
  const child = test.lay(2, 0, parent);
  test.jam.run('decision.set', {
    idea: child,
    outcome: 'promote',
    reason: 'Because',
    owner: '',
    firstStep: '',
    due: '',
  });
  const store = createRoomStore();
  Object.assign(test.session, { room: { store } });
  const bobHolds = (holds: readonly string[], grip: Point | null): PersonHere => {
    const doing: Presence = {
      ...describeDoing({ member: 'bob', name: 'Bob' }, test.session.ui.getState(), OUT_OF_COURSE),
      holds,
      grip,
    };
    const bob = { member: 'bob', name: 'Bob', me: false, peers: [], doing };
    store.setState({ people: [bob] });
    return bob;
  };
  return { ...test, parent, child, bobHolds };
}

describe('a sheet in somebody else’s hand', () => {
  it('leaves only its place on the board: no cable, no tag', () => {
    const { board, child, bobHolds } = boardWithBob();
    const { bounds } = board.scene.layout;
    if (bounds === null) throw new Error('Nothing lies there.');
    const withheld = createWithheld(board);
    const count = () =>
      stepsFor(
        board.scene,
        growRect(bounds, 20),
        { scale: 1, ratio: 1, left: 0, top: 0 },
        board.theme.current,
        withheld.now(),
      ).length;
    const cable = 1;
    const tag = 1;
    expect(count()).toBe(2 + cable + tag);

    bobHolds([child], null);
    const before = board.live.get();
    board.live.set({ held: heldByOthers(board) });
    const again = withheld.update(board.live.get(), before);
    expect(count()).toBe(2);
    const led = [...board.scene.layout.cables.values()][0]?.bounds;
    expect(again).toContainEqual(led);

    const held = board.live.get();
    board.live.set({ held: NOTHING_WITHHELD.held });
    expect(withheld.update(board.live.get(), held)).toContainEqual(led);
    expect(count()).toBe(2 + cable + tag);
  });

  it('is back where it lies as soon as it lies elsewhere, though its holder has not said so yet', () => {
    const { board, jam, child, bobHolds } = boardWithBob();
    const at = board.scene.layout.sheets.get(child) ?? { x: 0, y: 0 };
    const grip = { x: at.x + 10, y: at.y + 10 };
    const bob = bobHolds([child], grip);
    expect(heldSheets(board.scene.layout, bob.doing).map(({ id }) => id)).toEqual([child]);
    jam.run('idea.move', { moves: [{ idea: child, x: at.x + 352, y: at.y, group: null, auto: false }] });
    const moved = board.scene.layout.sheets.get(child);
    expect(moved && rectContains(moved, grip)).toBe(false);
    expect(heldByOthers(board).size).toBe(0);
  });

  it('is not taken out from under one’s own editor', () => {
    const { board, session, parent, child, bobHolds } = boardWithBob();
    bobHolds([parent, child], null);
    expect([...heldByOthers(board)]).toEqual([parent, child]);
    session.set({ editing: child });
    expect([...heldByOthers(board)]).toEqual([parent]);
  });
});
