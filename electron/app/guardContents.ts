/** A window shows our page and goes nowhere else; https links are offered to the browser. */
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import { isOurPage } from '../ipc/isOurPage.ts';
import { readHttps } from '../ipc/readHttps.ts';

/** `own`: the path of the page that this window shows, and may reload. */
export function guardContents(
  contents: WebContents,
  visit: (address: string) => void,
  own: '/' | '/wall.html' = '/',
): void {
  const offer = (address: string): void => {
    const https = readHttps(address);
    if (https !== null) visit(https);
  };
  contents.on('will-navigate', (event) => {
    // Our own page reloading itself.
    if (isOurPage(event.url) && new URL(event.url).pathname === own) return;
    event.preventDefault();
    offer(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isWall(url)) return { action: 'allow', overrideBrowserWindowOptions: wallWindow };
    offer(url);
    return { action: 'deny' };
  });
  contents.on('did-create-window', ({ webContents }) =>
    guardContents(webContents, () => undefined, '/wall.html'),
  );
}

/** The Wall has no preload, so nothing of the machine is within its reach. */
const wallWindow: BrowserWindowConstructorOptions = {
  title: 'The Wall',
  width: 1280,
  height: 720,
  autoHideMenuBar: true,
  webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false },
};

function isWall(address: string): boolean {
  return isOurPage(address) && new URL(address).pathname === '/wall.html';
}
