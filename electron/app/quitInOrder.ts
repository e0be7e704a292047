/** Quitting waits until every window has flushed and what was written is on the disk. */
import type { App } from 'electron';

export function quitInOrder(app: App, platform: NodeJS.Platform, settle: () => Promise<void>): void {
  let quitting = false;
  let settled = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  // Each window's closing handshake cancels the quit; it goes on when the last one is gone.
  app.on('window-all-closed', () => {
    if (quitting || platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (settled) return;
    event.preventDefault();
    void settle().finally(() => {
      settled = true;
      app.quit();
    });
  });
}
