/** A group held by its heading: everything in it goes along, as one write. It keeps to the grid that its sheets lie on. */

import { deriveGroupTree } from '../../../shared/ideas/groupTree.ts';
import { MODULE, type Point } from '../../../shared/model/geometry.ts';
import type { GroupId, IdeaId } from '../../../shared/model/ids.ts';
import type { Board } from '../../canvas/board.ts';
import type { Gesture, Hand } from '../hand.ts';

export function moveGroup(
  { session, scene, live }: Board,
  start: Hand,
  groups: ReadonlySet<GroupId>,
): Gesture {
  const { snapshot } = session.view();
  const tree = deriveGroupTree(snapshot.groups);
  // A group inside another one that moves goes along already.
  const outer = [...groups].filter(
    (id) => !tree.chain(id).some((above) => above !== id && groups.has(above)),
  );
  const going = new Set<GroupId>();
  for (const id of scene.layout.groups.keys())
    if (tree.chain(id).some((above) => groups.has(above))) going.add(id);
  const ideas = new Set<IdeaId>();
  for (const id of scene.layout.sheets.keys()) {
    const group = snapshot.ideas.get(id)?.place.group ?? null;
    if (group !== null && going.has(group)) ideas.add(id);
  }
  const rest = (): void => live.set({ lift: null, cursor: null });
  return {
    move(hand) {
      const by = stepOf(start, hand);
      const lift = { ideas, groups: going, dx: by.x, dy: by.y, places: new Map(), copy: false, into: null };
      live.set({ cursor: 'grabbing', lift: { ...lift, ideas: live.get().lift?.ideas ?? ideas } });
    },
    end(hand) {
      const by = stepOf(start, hand);
      const areas = outer.flatMap((id) => {
        const group = session.view().snapshot.groups.get(id);
        return group === undefined ? [] : [{ group: id, x: group.x + by.x, y: group.y + by.y }];
      });
      if (by.x !== 0 || by.y !== 0) session.run('idea.move', { moves: [], areas }, hand.page);
      rest();
    },
    scrolls: () => true,
    cancel: rest,
  };
}

/** Whole modules; free with Ctrl/Cmd; one axis with Shift. */
function stepOf(start: Hand, { page, mod, shift }: Hand): Point {
  let x = page.x - start.page.x;
  let y = page.y - start.page.y;
  if (shift && Math.abs(x) >= Math.abs(y)) y = 0;
  else if (shift) x = 0;
  if (mod) return { x, y };
  return {
    x: Math.round(x / MODULE.pitchX) * MODULE.pitchX,
    y: Math.round(y / MODULE.pitchY) * MODULE.pitchY,
  };
}
