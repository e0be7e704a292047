/** A board without a screen: a real jam behind it, places in plain numbers, a hand that is moved by the test. */

import type { Board } from '../../../renderer/canvas/board.ts';
import { createBoardScene } from '../../../renderer/canvas/boardScene.ts';
import { createLiveStore } from '../../../renderer/canvas/live/liveStore.ts';
import type { Gesture, Hand } from '../../../renderer/input/hand.ts';
import { hitTest } from '../../../renderer/input/hit.ts';
import type { Tool } from '../../../renderer/input/tools/tool.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { createViewStore } from '../../../renderer/session/viewStore.ts';
import { createUiStore } from '../../../renderer/stores/uiStore.ts';
import { createJam } from '../../../shared/jam/createJam.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { Bond } from '../../../shared/model/snapshot.ts';
import { createSeededContext } from '../../../shared/util/context.ts';

export function createTestBoard() {
  const context = createSeededContext(7);
  const jam = createJam({
    id: 'jam',
    owner: { device: context.randomBytes(32), memberId: 'alice', memberName: 'Alice' },
    context,
  });
  jam.run('jam.start', { challenge: 'Why?', name: 'Alice' });
  const ui = createUiStore(null);
  ui.setState({ camera: { x: 0, y: 0, zoom: 1 }, viewport: { w: 1000, h: 700 } });
  const views = createViewStore(jam, MAIN_BOARD);
  const said: string[] = [];
  const session = {
    jam,
    ui,
    view: views.view,
    subscribe: views.subscribe,
    run(name, input) {
      const result = jam.run(name, input);
      if (!result.ok) said.push(result.sentence);
      return result;
    },
    openText: () => null,
    act: () => undefined,
    canAct: () => true,
    notify: (text: string) => void said.push(text),
    set: ui.setState,
    dispose: async () => undefined,
  } as Partial<JamSession> as JamSession;
  const scene = createBoardScene();
  scene.update(session.view().layout, null);
  session.subscribe((view) => scene.update(view.layout, view.dirty));
  const board = {
    session,
    scene,
    live: createLiveStore(),
    motion: { moveTo: () => undefined, stop: () => undefined },
    theme: { current: { move: 0 } },
    pointer: { screen: null },
    lookAt: () => undefined,
    reveal: () => undefined,
    fit: () => undefined,
  } as unknown as Board;

  /** Lays a sheet on a module of the board: column and row. */
  const lay = (
    column: number,
    row: number,
    parent?: string,
    more: { auto?: boolean; bond?: Bond; group?: string } = {},
  ) => {
    const place = {
      board: MAIN_BOARD,
      group: more.group ?? null,
      x: column * 176,
      y: row * 92,
      auto: more.auto ?? parent !== undefined,
    };
    const parents = parent === undefined ? [] : [{ idea: parent, bond: more.bond ?? 'build' }];
    const result = jam.run('idea.add', { place, text: `At ${column} ${row}`, parents });
    if (!result.ok) throw new Error(result.sentence);
    return result.value.idea;
  };
  const placeOf = (idea: string) => {
    const sheet = session.view().layout.sheets.get(idea);
    return sheet === undefined ? null : { x: sheet.x, y: sheet.y };
  };
  return { board, session, jam, context, said, lay, placeOf };
}

export function handAt(x: number, y: number, keys: Partial<Pick<Hand, 'shift' | 'alt' | 'mod'>> = {}): Hand {
  return { screen: { x, y }, page: { x, y }, shift: false, alt: false, mod: false, ...keys };
}

/** Presses, moves over the points in between, and lets go at the last one. */
export function stroke(board: Board, tool: Tool, hands: readonly [Hand, ...Hand[]]): Gesture | null {
  const [first, ...others] = hands;
  const gesture = tool.press(board, first, hitTest(board.scene, first.page, 1));
  for (const hand of others) gesture?.move(hand);
  gesture?.end(others.at(-1) ?? first);
  return gesture;
}
