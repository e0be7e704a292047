/** Draws the area of a new group, on whole modules; what lies wholly in it goes in. Its name is asked for at once. */

import { GROUP_HEAD } from '../../../shared/ideas/groupAreas.ts';
import { MODULE, type Rect, rowsHeight } from '../../../shared/model/geometry.ts';
import type { Board } from '../../canvas/board.ts';
import { nameGroup } from '../actions/groupActions.ts';
import type { Gesture, Hand } from '../hand.ts';
import { putDown } from '../tools/tool.ts';
import { rectBetween } from './marquee.ts';

export function drawArea(board: Board, start: Hand): Gesture {
  const areaTo = (hand: Hand): Rect => {
    const drawn = rectBetween(start.page, hand.page);
    return hand.mod ? drawn : onModules(drawn);
  };
  return {
    move: (hand) => board.live.set({ area: areaTo(hand) }),
    end(hand) {
      board.live.set({ area: null });
      makeArea(board, areaTo(hand));
    },
    scrolls: () => true,
    cancel: () => board.live.set({ area: null }),
  };
}

export function makeArea(whole: Board, area: Rect): void {
  const { session, scene } = whole;
  const { board } = session.ui.getState();
  const { snapshot } = session.view();
  const ideas = scene
    .sheetsIn(area)
    .filter((sheet) => holds(area, sheet) && snapshot.ideas.get(sheet.id)?.lock === false)
    .map(({ id }) => id);
  const added = session.run('group.add', { board, name: '', ...area, ideas }, area);
  if (!added.ok) return;
  putDown(whole);
  nameGroup(session, added.value.group);
}

/** The head stands above the first row of modules. At least one module. */
export function onModules({ x, y, w, h }: Rect): Rect {
  const left = Math.floor((x + MODULE.gapX) / MODULE.pitchX);
  const right = Math.max(left + 1, Math.ceil((x + w) / MODULE.pitchX));
  const top = Math.round((y + GROUP_HEAD) / MODULE.pitchY);
  const bottom = Math.max(top + 1, Math.ceil((y + h) / MODULE.pitchY));
  return {
    x: left * MODULE.pitchX,
    y: top * MODULE.pitchY - GROUP_HEAD,
    w: (right - left) * MODULE.pitchX - MODULE.gapX,
    h: rowsHeight(bottom - top) + GROUP_HEAD,
  };
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}
