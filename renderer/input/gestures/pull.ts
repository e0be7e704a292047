/** A line from what was pressed to where the hand lets go; on nothing it is forgotten. */

import type { ThingRef } from '../../../shared/model/snapshot.ts';
import type { Board } from '../../canvas/board.ts';
import type { Gesture } from '../hand.ts';
import { type Hit, hitTest } from '../hit.ts';

export function pull(board: Board, from: ThingRef, done: (to: ThingRef) => void): Gesture {
  const { session, scene, live } = board;
  const under = (page: { x: number; y: number }): ThingRef | null => {
    const to = thingOf(hitTest(scene, page, session.ui.getState().camera.zoom));
    return to === null || to.id === from.id ? null : to;
  };
  return {
    move: ({ page }) => live.set({ pull: { from, to: under(page), at: page } }),
    end({ page }) {
      live.set({ pull: null });
      const to = under(page);
      if (to !== null) done(to);
    },
    scrolls: () => true,
    cancel: () => live.set({ pull: null }),
  };
}

export function thingOf(hit: Hit): ThingRef | null {
  if (hit.type === 'idea') return { type: 'idea', id: hit.id };
  return hit.type === 'heading' || hit.type === 'area' ? { type: 'group', id: hit.id } : null;
}
