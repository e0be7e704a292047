/** Which ideas are real elements now: near enough to read, at most so many, nearest to the focus and the middle. */
import { growRect, type Point, type Rect } from '../../shared/model/geometry.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Sheet } from '../../shared/model/layout.ts';

export const MOST_CARDS = 250;

/** How many new elements may be made in one frame. While the board moves none are asked for: the painter shows the same sheets. */
const MADE_AT_ONCE = 24;

export interface CardStore {
  /** In reading order: what is earlier on the board is earlier here. The same array while nothing changed. */
  ids(): readonly IdeaId[];
  subscribe(listener: () => void): () => void;
  /** Moves towards what should be shown; tells whether more is to be done. */
  towards(wanted: ReadonlySet<IdeaId>): boolean;
}

export function createCardStore(): CardStore {
  let ids: readonly IdeaId[] = [];
  let shown = new Set<IdeaId>();
  const listeners = new Set<() => void>();
  return {
    ids: () => ids,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    towards(wanted) {
      const next = new Set<IdeaId>();
      for (const id of shown) if (wanted.has(id)) next.add(id);
      let made = 0;
      let left = false;
      for (const id of wanted) {
        if (next.has(id)) continue;
        if (made === MADE_AT_ONCE) {
          left = true;
          break;
        }
        next.add(id);
        made++;
      }
      if (made === 0 && next.size === shown.size) return left;
      shown = next;
      ids = [...next];
      for (const listener of listeners) listener();
      return left;
    },
  };
}

/** @param near page point that matters most · @param always stay whatever the distance (focus, edited) */
export function chooseCards(
  sheetsIn: (rect: Rect) => readonly Sheet[],
  visible: Rect,
  near: Point,
  always: readonly IdeaId[],
): Set<IdeaId> {
  const margin = Math.min(visible.w, visible.h) * 0.25;
  const sheets = [...sheetsIn(growRect(visible, margin))];
  if (sheets.length > MOST_CARDS - always.length) {
    const away = (sheet: Sheet): number =>
      Math.hypot(sheet.x + sheet.w / 2 - near.x, sheet.y + sheet.h / 2 - near.y);
    sheets.sort((a, b) => away(a) - away(b));
    sheets.length = MOST_CARDS - always.length;
  }
  sheets.sort((a, b) => a.y - b.y || a.x - b.x);
  return new Set([...always, ...sheets.map((sheet) => sheet.id)]);
}
