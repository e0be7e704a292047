/** A page that dies is started again, with one sentence; a page that keeps dying is left, with another. */
import type { BrowserWindow } from 'electron';

const patience = { crashes: 3, withinMs: 60_000 } as const;

export const revivedSentence =
  'This window stopped and was started again. Everything written more than a second before is still there.';
const givenUpSentence =
  'This window keeps stopping. Your jams are safe on this laptop; close Riffroom and start it again.';

export function reviveWindow(
  window: BrowserWindow,
  told: { revived: () => void; givenUp: (sentence: string) => void },
): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < patience.withinMs), now];
    if (crashes.length > patience.crashes) return told.givenUp(givenUpSentence);
    told.revived();
    window.webContents.reload();
  });
}
