/** The driver's side: servers, a browser, and pages that meet in one way. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Server as Hocuspocus } from '@hocuspocus/server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { startSmallHub } from '../../support/smallHub.ts';
import type { Traffic } from './count.ts';
import type { WayName } from './page.ts';
import type { WayOptions } from './ways/way.ts';

export interface House {
  readonly options: Omit<WayOptions, 'room'>;
  /** An empty page in a process of its own. */
  openPage(): Promise<Page>;
  end(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const script = await bundlePage();
  const server = await servePage(script);
  const hub = await startSmallHub();
  const hocuspocus = new Hocuspocus({ port: 0, address: '127.0.0.1', quiet: true });
  await hocuspocus.listen();
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
  const port = (at: Server): number => (at.address() as AddressInfo).port;
  return {
    options: {
      hub: hub.signaling,
      relay: hub.relay,
      hocuspocus: `ws://127.0.0.1:${port(hocuspocus.httpServer)}/hocuspocus`,
    },
    async openPage() {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`http://127.0.0.1:${port(server)}/`);
      await page.waitForFunction(() => 'bench' in window);
      return page;
    },
    async end() {
      await browser.close();
      await hocuspocus.destroy();
      await hub.end();
      await new Promise((done) => server.close(done));
    },
  };
}

async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry: resolve(import.meta.dirname, 'page.ts'), formats: ['iife'], name: 'benchPage' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The page could not be bundled.');
  return chunk.code;
}

/** Isolated, so that its clock tells microseconds. */
async function servePage(script: string): Promise<Server> {
  const server = createServer(({ url }, answer) => {
    answer.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    answer.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    answer.setHeader('Content-Type', url === '/page.js' ? 'text/javascript' : 'text/html');
    answer.end(
      url === '/page.js' ? script : '<!doctype html><title>bench</title><script src="/page.js"></script>',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** So many pages that share edits in one way, all connected with all. */
export async function meet(house: House, name: WayName, people: number, room: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let i = 0; i < people; i++) pages.push(await house.openPage());
  const options = { ...house.options, room };
  await Promise.all(
    pages.map((page) =>
      page.evaluate(([way, given]) => window.bench.open(way, given), [name, options] as const),
    ),
  );
  if (name === 'bare channels') await connectBare(pages);
  for (const [i, page] of pages.entries()) {
    try {
      await page.waitForFunction((others) => (window.bench.linked() ?? others) >= others, people - 1);
    } catch (cause) {
      throw new Error(`${name}: page ${i} was not linked with all others in time.`, { cause });
    }
  }
  await warmUp(name, pages);
  return pages;
}

export async function connectBare(pages: readonly Page[]): Promise<void> {
  for (const [a, one] of pages.entries()) {
    for (const [b, other] of pages.entries()) {
      if (b <= a) continue;
      const offer = await one.evaluate((peer) => window.bench.bare?.offer(peer), b);
      const answer = await other.evaluate(([peer, said]) => said && window.bench.bare?.answer(peer, said), [
        a,
        offer,
      ] as const);
      await one.evaluate(([peer, said]) => said && window.bench.bare?.accept(peer, said), [
        b,
        answer,
      ] as const);
    }
  }
}

const mostWarmUps = 100;

/** Edits of everybody until everybody has seen them. */
async function warmUp(name: WayName, pages: readonly Page[]): Promise<void> {
  for (const [i, page] of pages.entries()) {
    const others = pages.filter((one) => one !== page);
    for (let round = 0; ; round++) {
      if (round === mostWarmUps)
        throw new Error(`${name}: what page ${i} wrote was never seen by all others.`);
      await page.evaluate((text) => window.bench.edit(text), `warm ${i} ${round}`);
      await page.waitForTimeout(200);
      const seen = await Promise.all(
        others.map((other) =>
          other.evaluate(
            (who) => Object.keys(window.bench.seen()).some((text) => text.startsWith(who)),
            `warm ${i} `,
          ),
        ),
      );
      if (seen.every(Boolean)) break;
    }
  }
  await pages[0]?.waitForTimeout(2500);
}

export async function sumTraffic(pages: readonly Page[]): Promise<Traffic> {
  const all = await Promise.all(pages.map((page) => page.evaluate(() => ({ ...window.bench.traffic }))));
  const sum = (key: keyof Traffic): number => all.reduce((total, one) => total + one[key], 0);
  return { frames: sum('frames'), bytes: sum('bytes'), records: sum('records'), beats: sum('beats') };
}

export async function part(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()));
}
