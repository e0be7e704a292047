import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchApp } from '../support/launchApp.ts';
import { CHROMIUM, launchBrowserEdition } from '../support/launchBrowserEdition.ts';
import { driveJam } from './jamDriver.ts';
import { openHouse } from './openHouse.ts';

const house = openHouse();

describe('a file that is no jam', () => {
  it('gets one sentence each time, and what is open stays as it is', async () => {
    const { jam, open, page } = await house.visit('window');
    await jam.startJam('What can wait?');
    await jam.write('Still here');
    await jam.press('Escape');
    const huge = house.file('huge.riffjam', '');
    truncateSync(huge, 10 * 1024 ** 3);
    const good = readFileSync(house.fixture('format-1.0.riffjam'));
    for (const [path, sentence] of [
      [house.file('words.riffjam', 'this is not a jam'), /^This is not a jam file/],
      [house.file('empty.riffjam', ''), /^This file is empty/],
      [house.file('head.riffjam', good.subarray(0, 60)), /^This is not a jam file/],
      [house.file('board.jam', 'fig-jam.0000'), /^FigJam files are closed/],
      [huge, /^This file is larger than 512 MB/],
    ] as const) {
      await open(path);
      await jam.says(sentence);
      await page.getByRole('button', { name: 'Dismiss' }).last().click();
    }
    await jam.shows(['A Still here']);
  });

  it('but the first half of one opens with what is whole, and Save asks for another place', async () => {
    const good = readFileSync(house.fixture('format-1.0.riffjam'));
    const half = house.file('half.riffjam', good.subarray(0, good.length / 2));
    const { jam, page, saves } = await house.visit('window', { args: [half] });
    await page.getByRole('region', { name: 'Board' }).waitFor();
    await jam.says(/history is damaged; what could be read of it is here/);
    expect((await jam.sheets()).length).toBeGreaterThan(2);
    await saves(() => jam.press('Control+s'));
    expect(readFileSync(half)).toEqual(good.subarray(0, good.length / 2));
  });
});

describe('the journal of a jam', () => {
  it('that was cut in the middle of a record opens with all before it, and says so', async () => {
    const profile = house.folder();
    const first = await house.visit('window', { profile });
    await first.jam.startJam('What can wait?');
    await first.jam.write('Kept');
    await first.jam.press('Control+Enter');
    await first.jam.write('Cut');
    await first.jam.press('Escape');
    await first.jam.kept();
    await first.close();
    const jams = join(profile, 'jams');
    const [folder = ''] = readdirSync(jams);
    const journal = join(jams, folder, 'journal');
    truncateSync(journal, readFileSync(journal).length - 7);
    // The second copy would make up for it.
    rmSync(join(profile, 'chromium'), { recursive: true, force: true });

    const second = await house.visit('window', { profile });
    await second.jam.openJam(/wait/i);
    await second.jam.says(/^The very end of this jam’s history was cut off/);
    expect(await second.jam.sheets()).toContain('A Kept');
    expect(readdirSync(join(jams, folder))).toContain('journal.damaged-1');
  });
});

describe('a full disk', () => {
  it('stops nobody from writing, holds the window open, and all is kept when there is room again', async ({
    skip,
  }) => {
    const disk = mountSmallDisk() ?? skip();
    const profile = join(disk, 'profile');
    mkdirSync(profile);
    const app = await launchApp({ profile });
    onTestFinished(() => app.kill());
    const jam = driveJam(app.page);
    await jam.startJam('What can wait?');
    await jam.write('Before');
    await jam.press('Escape');
    await jam.kept();
    fill(disk);

    await jam.press('n');
    await jam.write(`While it was full ${'and full '.repeat(600)}`);
    await jam.press('Escape');
    await app.page.getByText('Not kept').waitFor();
    await jam.press('n');
    await jam.write('And on');
    await jam.press('Escape');
    await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await jam.says(/The disk is full.*Leave once more to go without it/);

    rmSync(join(disk, 'ballast'));
    await jam.kept();
    await app.close();
    const again = await launchApp({ profile });
    onTestFinished(() => again.close());
    const later = driveJam(again.page);
    await later.openJam(/wait/i);
    await again.page.locator('.card', { hasText: 'And on' }).waitFor();
    // Counted by the jam: a sheet may lie outside the view.
    await again.page.getByText(/^3 ideas/).waitFor();
  });
});

describe('a browser whose database', () => {
  const broken = {
    'never answers': () => {
      indexedDB.open = () => ({}) as IDBOpenDBRequest;
    },
    'does not open': () => {
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    },
  };
  it.each(Object.entries(broken))('%s keeps the jam all the same', async (_name, breakIt) => {
    const server = await launchBrowserEdition({ profile: house.folder() });
    onTestFinished(() => server.close());
    const browser = await chromium.launch(CHROMIUM);
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.addInitScript(breakIt);
    await page.goto(server.address);
    const jam = driveJam(page);
    await jam.startJam('What can wait?');
    await jam.write('Kept without it');
    await jam.press('Escape');
    await jam.kept();
    await page.reload();
    await jam.shows(['A Kept without it']);
  });
});

/** A small disk of our own; null where we may not mount: a container often may not, even as root. */
function mountSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'riffroom-e2e-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

/** To the last byte. */
function fill(disk: string): void {
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, '');
  for (let size = 1024 * 1024; size >= 1; size /= 2) {
    try {
      for (;;) appendFileSync(ballast, new Uint8Array(size));
    } catch {
      // No room for so many: try fewer.
    }
  }
}
