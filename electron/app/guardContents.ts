/** A window shows our page and goes nowhere else; https links are offered to the browser. */
import type { WebContents } from 'electron';
import { isOurPage } from '../ipc/isOurPage.ts';
import { readHttps } from '../ipc/readHttps.ts';

export function guardContents(contents: WebContents, visit: (address: string) => void): void {
  const offer = (address: string): void => {
    const https = readHttps(address);
    if (https !== null) visit(https);
  };
  contents.on('will-navigate', (event) => {
    // Our own page reloading itself.
    if (isOurPage(event.url) && new URL(event.url).pathname === '/') return;
    event.preventDefault();
    offer(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    offer(url);
    return { action: 'deny' };
  });
}
