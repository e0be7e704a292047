/** What the tests of one file open: folders that both editions may write, and whatever runs. All of it ends with the test. */
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { launchApp, type RunningApp } from '../support/launchApp.ts';
import { launchBrowserEdition } from '../support/launchBrowserEdition.ts';
import { driveJam, type JamDriver } from './jamDriver.ts';

export const EDITIONS = ['window', 'browser'] as const;
export type Edition = (typeof EDITIONS)[number];

export interface Visitor {
  readonly page: Page;
  readonly jam: JamDriver;
  readonly profile: string;
  /** Ctrl+O, and this file. */
  open(path: string): Promise<void>;
  /** Chooses an action that saves a file; what was written, and the name it was offered under. */
  saves(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }>;
  close(): Promise<void>;
  kill(): Promise<void>;
}

/** Somebody at the app's own window. */
export interface WindowVisitor extends Visitor {
  readonly app: RunningApp;
}

export interface House {
  folder(): string;
  /** A file in a folder that both editions may read. */
  file(name: string, content: string | Uint8Array): string;
  fixture(name: string): string;
  visit(edition: Edition, options?: VisitOptions): Promise<Visitor>;
  openWindow(options?: VisitOptions): Promise<WindowVisitor>;
}

interface VisitOptions {
  readonly profile?: string;
  readonly args?: readonly string[];
}

/** Call once at the top of a test file. */
export function openHouse(): House {
  const folders: string[] = [];
  const running: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
    // The app runs as an ordinary user when the tests run as root.
    chmodSync(made, 0o777);
    folders.push(made);
    return made;
  };
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder(), name);
    writeFileSync(path, content);
    return path;
  };

  const openWindow: House['openWindow'] = async ({ profile = folder(), args = [] } = {}) => {
    const app = await launchApp({ profile, args });
    running.push(app);
    const { page, close, kill } = app;
    return {
      app,
      page,
      jam: driveJam(page),
      profile,
      close,
      kill,
      async open(path) {
        await app.answerOpenDialog(path);
        await page.keyboard.press('Control+o');
      },
      async saves(act) {
        const file = `saved-${randomUUID().slice(0, 8)}`;
        const path = join(folder(), file);
        await app.answerSaveDialog(path);
        await act();
        await page.getByText(`as ${file}`).waitFor();
        const asked = await app.app.evaluate(
          () => (globalThis as unknown as { __riffroomE2E: { asked: string[] } }).__riffroomE2E.asked,
        );
        const name = (asked.at(-1) ?? '').replace(/^save /, '');
        const ending = /\.[a-z]+$/.exec(name)?.[0] ?? '';
        return { name, bytes: readFileSync(path + ending) };
      },
    };
  };

  return {
    folder,
    file,
    openWindow,
    fixture(name) {
      const path = join(folder(), name);
      copyFileSync(resolve(import.meta.dirname, '../fixtures', name), path);
      return path;
    },
    async visit(edition, { profile = folder(), args = [] } = {}) {
      if (edition === 'browser') {
        const { page, close, kill } = await launchBrowserEdition({ profile, args });
        running.push({ close });
        // From now on, or the first dialog might open before Playwright takes dialogs over.
        page.on('filechooser', () => undefined);
        return {
          page,
          jam: driveJam(page),
          profile,
          close,
          kill,
          async open(path) {
            const asked = page.waitForEvent('filechooser');
            await page.keyboard.press('Control+o');
            await (await asked).setFiles(path);
          },
          async saves(act) {
            const loading = page.waitForEvent('download');
            await act();
            const download = await loading;
            return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
          },
        };
      }
      return openWindow({ profile, args });
    },
  };
}
