/** Where a window opens: where it was, if a display is still there; else in the middle of the first. All in DIP. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

export const minimumSize = { width: 900, height: 600 } as const;
export const usualSize = { width: 1280, height: 800 } as const;

/** A strip of the title bar this wide must be on a display, or nobody could drag the window back. */
const gripWidth = 120;
const gripHeight = 32;
const cascade = 32;

/**
 * `areas` are the displays' work areas, the primary first. `others` are windows already open: a new one doesn't hide
 * another exactly.
 */
export function placeWindow(
  saved: WindowPlace | null,
  areas: readonly Rectangle[],
  others: readonly Rectangle[] = [],
): WindowPlace {
  const home = (saved && areas.find((area) => holdsGrip(area, saved))) || areas[0];
  if (!home) return { x: 0, y: 0, ...usualSize, maximized: false };
  const wanted = saved ?? usualSize;
  const width = Math.min(Math.max(wanted.width, minimumSize.width), Math.max(home.width, minimumSize.width));
  const height = Math.min(
    Math.max(wanted.height, minimumSize.height),
    Math.max(home.height, minimumSize.height),
  );
  const inPlace = saved !== null && holdsGrip(home, saved);
  let x = inPlace ? saved.x : home.x + Math.round((home.width - width) / 2);
  let y = inPlace ? saved.y : home.y + Math.round((home.height - height) / 2);
  while (others.some((other) => other.x === x && other.y === y)) {
    x += cascade;
    y += cascade;
  }
  return { ...pushInto(home, { x, y, width, height }), maximized: saved?.maximized ?? false };
}

function holdsGrip(area: Rectangle, window: Rectangle): boolean {
  const seen = Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x);
  return seen >= gripWidth && window.y >= area.y && window.y + gripHeight <= area.y + area.height;
}

/** Wholly onto the display where it fits; a window larger than the display keeps its top left corner on it. */
function pushInto(area: Rectangle, window: Rectangle): Rectangle {
  const x = Math.max(area.x, Math.min(window.x, area.x + area.width - window.width));
  const y = Math.max(area.y, Math.min(window.y, area.y + area.height - window.height));
  return { ...window, x, y };
}
