/** Arrow keys between sheets that lie in rows: from where one is to the nearest that way, as the eye would go. */
import { type FocusEvent, type KeyboardEvent, type RefObject, useState } from 'react';

export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WAYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** A step aside counts as so many steps on. */
const ASIDE = 3;

/** Which of the spots an arrow key leads to, or -1: at the end of a row it goes on in reading order. */
export function spotAfter(spots: readonly Spot[], from: number, key: string): number {
  const [dx, dy] = WAYS[key] ?? [0, 0];
  const here = spots[from];
  if (here === undefined || (dx === 0 && dy === 0)) return -1;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, spot] of spots.entries()) {
    if (i === from) continue;
    const x = (spot.left + spot.right - here.left - here.right) / 2;
    const y = (spot.top + spot.bottom - here.top - here.bottom) / 2;
    const sameRow = spot.top < here.bottom && spot.bottom > here.top;
    const on = dx === 0 ? y * dy : x * dx;
    const aside = Math.abs(dx === 0 ? x : y);
    if (on <= 0 || (dx !== 0 && !sameRow) || (dy !== 0 && sameRow)) continue;
    if (on + ASIDE * aside < least) {
      least = on + ASIDE * aside;
      best = i;
    }
  }
  if (best >= 0 || dx === 0) return best;
  const next = from + dx;
  return next >= 0 && next < spots.length ? next : -1;
}

interface SheetWalk {
  /** The one sheet that Tab leads to; null until one had the focus: then it is the first. */
  readonly at: string | null;
  readonly onFocus: (event: FocusEvent) => void;
  /** Takes the arrow keys, Home and End; true when it did. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Sheets carry `data-sheet` with their id; Tab stops at one of them. */
export function useSheetWalk(list: RefObject<HTMLElement | null>): SheetWalk {
  const [at, setAt] = useState<string | null>(null);
  return {
    at,
    onFocus({ target }) {
      const sheet = target.closest<HTMLElement>('[data-sheet]');
      if (sheet !== null) setAt(sheet.dataset['sheet'] ?? null);
    },
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
      const sheets = [...(list.current?.querySelectorAll<HTMLElement>('[data-sheet]') ?? [])];
      const from = sheets.indexOf(event.target as HTMLElement);
      if (from < 0) return false;
      const to =
        event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? sheets.length - 1
            : spotAfter(
                sheets.map((sheet) => sheet.getBoundingClientRect()),
                from,
                event.key,
              );
      const sheet = sheets[to];
      if (sheet === undefined) return false;
      event.preventDefault();
      event.stopPropagation();
      sheet.focus();
      return true;
    },
  };
}
