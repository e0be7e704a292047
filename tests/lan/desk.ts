/**
 * What is done at one laptop of the room, from within its network namespace: the app or a guest's browser is started
 * there and driven there, since Playwright speaks to Electron and to Firefox over that namespace's own loopback.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { driveJam, type JamDriver } from '../e2e/jamDriver.ts';
import { launchApp, type RunningApp } from '../support/launchApp.ts';
import { type Guest, launchGuestBrowser } from '../support/launchGuestBrowser.ts';

/** All of it can be called from afar: plain values in and out. */
export interface Desk extends JamDriver {
  /** The app, with this laptop's own profile: again after it was closed or killed. */
  openApp(args?: readonly string[]): Promise<void>;
  /** A browser at a guest's link. */
  openGuest(kind: Guest, link: string): Promise<void>;
  close(): Promise<void>;
  kill(): Promise<void>;
  /** As a closed lid: nothing of the app runs until `thaw`. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Pastes text onto the board. */
  paste(text: string): Promise<void>;
  /** Waits until the foot counts so many ideas. */
  counts(ideas: number): Promise<void>;
}

/** Large enough that a test's sheets are all cards. */
const size = { width: 1800, height: 1000 };

export function createDesk(): Desk {
  const folders: string[] = [];
  let profile: string | null = null;
  let app: RunningApp | null = null;
  let browser: Browser | null = null;
  let page: Page | null = null;

  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'riffroom-lan-'));
    chmodSync(made, 0o777);
    folders.push(made);
    return made;
  };
  const here = (): Page => {
    if (page === null) throw new Error('Nothing is open at this laptop.');
    return page;
  };
  const driver = (): JamDriver => driveJam(here());
  const end = async (stop: () => Promise<void>): Promise<void> => {
    page = null;
    app = null;
    browser = null;
    await stop();
  };
  const stop = async (how: 'close' | 'kill'): Promise<void> => {
    const [running, guest] = [app, browser];
    await end(async () => {
      await running?.[how]();
      await guest?.close();
    });
  };

  const own = {
    async openApp(args: readonly string[] = []) {
      profile ??= folder();
      app = await launchApp({ profile, args });
      page = app.page;
      await app.app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      }, size);
    },
    async openGuest(kind: Guest, link: string) {
      browser = await launchGuestBrowser(kind, folder());
      page = await browser.newPage({ viewport: size });
      await page.goto(link);
    },
    close: () => stop('close'),
    kill: () => stop('kill'),
    async freeze() {
      app?.freeze();
    },
    async thaw() {
      app?.thaw();
    },
    async paste(text: string) {
      await here().evaluate((words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', words);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, text);
    },
    async counts(ideas: number) {
      const words = `${ideas.toLocaleString('en')} ideas`;
      await here().locator('.foot').getByText(words).waitFor({ timeout: 120_000 });
    },
  };
  process.on('exit', () => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });
  // What is not the desk's own is done to the page that is open now.
  return new Proxy(own, {
    get: (target, name) =>
      name in target ? target[name as keyof typeof target] : driver()[name as keyof JamDriver],
  }) as unknown as Desk;
}
