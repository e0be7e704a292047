import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launchApp } from '../support/launchApp.ts';
import { launchBrowserEdition } from '../support/launchBrowserEdition.ts';
import { driveJam } from './jamDriver.ts';

const folders: string[] = [];
const open: { close(): Promise<void> }[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
  // The app runs as an ordinary user when the tests run as root.
  chmodSync(folder, 0o777);
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const EDITIONS = {
  window: launchApp,
  browser: launchBrowserEdition,
} as const;

for (const [edition, launch] of Object.entries(EDITIONS)) {
  const start = async (options: { profile: string; args?: string[] }) => {
    const running = await launch(options);
    open.push(running);
    return { ...running, jam: driveJam(running.page) };
  };

  describe(`a jam alone, in the ${edition}`, () => {
    it('is written, riffed on and undone by keys alone, and is there again after a restart', async () => {
      const profile = newFolder();
      const first = await start({ profile });
      await first.jam.startJam('How might the last bus still come?');
      await first.jam.press('n');
      await first.jam.write('It comes when three people wait');
      await first.jam.press('Control+Enter');
      await first.jam.write('Post vans take passengers');
      await first.jam.press('Tab');
      await first.jam.write('Who pays the driver?');
      await first.jam.press('Alt+4');
      await first.jam.press('Escape');
      const all = [
        'A It comes when three people wait',
        'B Post vans take passengers',
        'B2 Who pays the driver?',
      ];
      await first.jam.shows(all);

      await first.jam.press('Delete');
      await first.jam.shows(all.slice(0, 2));
      await first.jam.press('Control+z');
      await first.jam.shows(all);
      await first.jam.kept();
      await first.close();

      const second = await start({ profile });
      await second.jam.openJam(/last bus/i);
      await second.jam.shows(all);
    });

    it('loses nothing that was kept when it is killed', async () => {
      const profile = newFolder();
      const first = await start({ profile });
      await first.jam.startJam('How might the counter stay open?');
      await first.jam.press('n');
      await first.jam.write('A key for everybody');
      await first.page.waitForTimeout(1_000);
      await first.kill();

      const second = await start({ profile });
      await second.jam.openJam(/counter/i);
      await second.jam.shows(['A A key for everybody']);
    });

    it('loses at most a second when it is killed in the middle of a word', async () => {
      const profile = newFolder();
      const first = await start({ profile });
      await first.jam.startJam('How might the counter stay open?');
      await first.jam.press('n');
      await first.jam.write('A key for');
      let aSecondAgo = '';
      let typed = 'A key for';
      const since = Date.now();
      for (const letter of ' everybody who closes it at night') {
        await first.jam.press(letter === ' ' ? 'Space' : letter);
        typed += letter;
        const now = typed;
        setTimeout(() => {
          aSecondAgo = now;
        }, 1_000);
        await first.page.waitForTimeout(80);
        if (Date.now() - since > 2_000) break;
      }
      const mustBeThere = aSecondAgo;
      await first.kill();
      expect(mustBeThere.length).toBeGreaterThan('A key for'.length);

      const second = await start({ profile });
      await second.jam.openJam(/counter/i);
      await second.page.locator('.card', { hasText: 'A key for' }).waitFor();
      const [sheet = ''] = await second.jam.sheets();
      expect(sheet.startsWith(`A ${mustBeThere.trim()}`)).toBe(true);
    });

    it('takes in a Markdown outline that it is started with', async () => {
      const folder = newFolder();
      const outline = join(folder, 'shade.md');
      writeFileSync(
        outline,
        '# Where is shade at noon?\n\n- Sails over the square\n  - Who stores them?\n- Open the cellars\n',
      );
      const { jam, page } = await start({ profile: newFolder(), args: [outline] });
      await page.getByRole('region', { name: 'Board' }).waitFor();
      await jam.shows(['A Sails over the square', 'A2 Who stores them?', 'B Open the cellars']);
      await page.getByText('Where is shade at noon?').first().waitFor();
      await jam.press('Control+z');
      await jam.shows([]);
    });

    it('takes pasted lines as one idea each, and gives a tree back as an outline', async () => {
      const { jam, page } = await start({ profile: newFolder() });
      await jam.startJam('What can wait?');
      await pasteText(page, 'First\nSecond\nThird');
      await jam.shows(['A First', 'B Second', 'C Third']);
    });
  });
}

describe('jam files', () => {
  it('merge: a copy that somebody else worked on comes back as one line of what is new', async () => {
    const folder = newFolder();
    const path = join(folder, 'bus.riffjam');
    const mine = await launchApp({ profile: newFolder() });
    open.push(mine);
    const my = driveJam(mine.page);
    await my.startJam('How might the last bus still come?', 'Ada');
    await my.press('n');
    await my.write('It comes when three people wait');
    await my.press('Escape');
    await mine.answerSaveDialog(path);
    await my.press('Control+s');
    await mine.page.getByText('Saved as bus.riffjam').waitFor();

    const theirs = await launchApp({ profile: newFolder(), args: [path] });
    open.push(theirs);
    const their = driveJam(theirs.page);
    await theirs.page.getByRole('region', { name: 'Board' }).waitFor();
    await their.shows(['A It comes when three people wait']);
    await their.press('n');
    await their.write('Four, on Sundays');
    await their.press('Escape');
    await their.kept();
    const copy = join(folder, 'copy.riffjam');
    await theirs.answerSaveDialog(copy);
    await their.press('Control+Shift+s');
    await theirs.page.getByText('Saved as copy.riffjam').waitFor();

    await mine.answerOpenDialog(copy);
    await my.press('Control+o');
    await mine.page.getByText(/1 new idea/).waitFor();
    await my.shows(['A It comes when three people wait', 'B Four, on Sundays']);
    expect(readFileSync(path).subarray(0, 4)).toEqual(readFileSync(copy).subarray(0, 4));
  });
});

async function pasteText(page: import('playwright-core').Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}
