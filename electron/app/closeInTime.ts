/** The closing handshake of one window: the page gets the chance to flush, but a page that hangs can't keep it open. */
import type { BrowserWindow } from 'electron';

export const closingLimitMs = 2000;

export interface Closing {
  /** The page has said that it is done. */
  closed(): void;
  /** The page would lose work: the window stays until it is closed again. */
  stayed(): void;
}

/** `ask` tells the page; the window is destroyed when it answers, or after two seconds. */
export function closeInTime(window: BrowserWindow, ask: () => void): Closing {
  let limit: NodeJS.Timeout | null = null;
  const end = (): void => {
    if (limit !== null) clearTimeout(limit);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (limit !== null) return;
    limit = setTimeout(end, closingLimitMs);
    if (window.webContents.isCrashed()) end();
    else ask();
  });
  return {
    closed: () => {
      if (limit !== null) end();
    },
    stayed: () => {
      if (limit !== null) clearTimeout(limit);
      limit = null;
    },
  };
}
