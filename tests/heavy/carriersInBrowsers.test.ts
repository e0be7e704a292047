/** The carriers' contract in the browsers that people have, on a page that a hub has served. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import type { Outcome } from '../contract/inPage/runner.ts';
import { openHub, topicOf } from '../electron/support/hubHouse.ts';
import { FIREFOX, launchGuestBrowser } from '../support/launchGuestBrowser.ts';

const inPage = resolve(import.meta.dirname, '../contract/inPage');

async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { vitest: join(inPage, 'runner.ts') } },
    build: {
      write: false,
      lib: { entry: join(inPage, 'main.ts'), formats: ['iife'], name: 'contract' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The page could not be bundled.');
  return chunk.code;
}

for (const kind of ['chromium', 'firefox'] as const)
  it.skipIf(kind === 'firefox' && !existsSync(FIREFOX))(
    `data channels and the relay keep it in ${kind}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'riffroom-contract-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      writeFileSync(join(folder, 'index.html'), '<p>Riffroom</p>');
      const { address } = await openHub(topicOf('room'), { pageFolder: folder });
      const browser = await launchGuestBrowser(kind, folder);
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      await page.goto(address);
      await page.evaluate(await bundlePage());
      const outcomes = await page.evaluate(() =>
        (globalThis as unknown as { runAll(patience: number): Promise<Outcome[]> }).runAll(60_000),
      );
      expect(outcomes.filter(({ trouble }) => trouble !== null)).toEqual([]);
      expect(outcomes).toHaveLength(12);
    },
  );
