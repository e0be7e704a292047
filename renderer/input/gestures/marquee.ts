/** A rectangle drawn over empty paper selects what it touches; with Shift it adds. Esc gives back what was selected. */

import { GROUP_HEAD } from '../../../shared/ideas/groupAreas.ts';
import type { Point, Rect } from '../../../shared/model/geometry.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import type { Board } from '../../canvas/board.ts';
import { NOTHING_SELECTED, type Selection } from '../../stores/uiStore.ts';
import type { Gesture, Hand } from '../hand.ts';

export function marquee({ session, scene, live }: Board, start: Hand): Gesture {
  const before = session.ui.getState().selection;
  const kept: Selection = start.shift ? before : NOTHING_SELECTED;
  return {
    move({ page }) {
      const rect = rectBetween(start.page, page);
      live.set({ marquee: rect });
      session.set({
        selection: {
          ideas: union(kept.ideas, scene.sheets.query(rect)),
          groups: union(
            kept.groups,
            scene
              .groupsIn(rect)
              .filter((area) => rectsTouch({ ...area, h: GROUP_HEAD }, rect))
              .map(({ id }) => id),
          ),
          connectors: union(
            kept.connectors,
            scene
              .connectorsIn(rect)
              .filter((line) => within(rect, line.labelAt))
              .map(({ id }) => id),
          ),
        },
      });
    },
    end() {
      live.set({ marquee: null });
      const { ideas } = session.ui.getState().selection;
      session.set({ focus: [...ideas].at(-1) ?? session.ui.getState().focus });
    },
    scrolls: () => true,
    cancel() {
      live.set({ marquee: null });
      session.set({ selection: before });
    },
  };
}

export function rectBetween(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

function within(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h;
}

function union<T>(kept: ReadonlySet<T>, more: readonly T[]): ReadonlySet<T> {
  return kept.size === 0 ? new Set(more) : new Set([...kept, ...more]);
}
