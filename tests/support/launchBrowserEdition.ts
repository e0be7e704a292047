/** The browser edition: the built server under plain Node, and a headless Chromium at its address. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { giveOwnPorts } from './giveOwnPorts.ts';
import type { LaunchOptions } from './launchApp.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface RunningBrowser {
  readonly page: Page;
  readonly address: string;
  close(): Promise<void>;
  /** SIGKILL to the server and the browser. */
  kill(): Promise<void>;
}

export const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
};

export async function launchBrowserEdition({ profile, args = [] }: LaunchOptions): Promise<RunningBrowser> {
  giveOwnPorts(profile);
  const server = spawn(process.execPath, [resolve(ROOT, 'out/main/serve.js'), '--profile', profile, ...args]);
  const starting = new Promise<string>((done, failed) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += String(chunk);
      const found = /is ready at (\S+)/.exec(said);
      if (found?.[1]) done(found[1]);
    });
    server.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    server.on('exit', () => failed(new Error(`The server went: ${said}`)));
  });
  const [address, browser] = await Promise.all([starting, chromium.launch(CHROMIUM)]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  let ended = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (ended) return;
    ended = true;
    const gone = new Promise((exited) => server.once('exit', exited));
    server.kill(signal);
    await gone;
  };
  return {
    page,
    address,
    async close() {
      const closed = page.waitForEvent('close', { timeout: 5_000 }).catch(() => undefined);
      await page.close({ runBeforeUnload: true }).catch(() => undefined);
      await closed;
      await browser.close();
      await stop('SIGTERM');
    },
    async kill() {
      await stop('SIGKILL');
      await browser.close();
    },
  };
}
