/** A guest's page, from the host's address in the network, in a real browser: what it says when the door is closed. */
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM } from '../support/launchBrowserEdition.ts';
import { driveJam } from './jamDriver.ts';
import { openHouse } from './openHouse.ts';

const house = openHouse();
const words = 'It comes when three people wait';

describe('a guest in a browser', () => {
  it('reads that the host has closed the door, is asked before closing the page, keeps a copy, and stays in the library after a reload; the host’s library knows of the door', async () => {
    const alice = await house.openWindow();
    await alice.jam.startJam('How might the last bus still come?', 'Alice Ahn');
    await alice.jam.press('n');
    await alice.jam.write(words);
    await alice.jam.press('Escape');
    const { web } = await alice.jam.invite();
    const browser = await chromium.launch(CHROMIUM);
    try {
      const page = await (await browser.newContext()).newPage();
      await page.goto(web);
      const guest = driveJam(page);
      await guest.comeIn('Greta Grün');
      await guest.shows([`A ${words}`]);
      await guest.roomSays('Everyone here has everything');

      await alice.jam.press('Control+Shift+u');
      await alice.page.getByRole('button', { name: /^(Close the door|Leave the room)$/ }).click();
      await guest.says(/The host has closed the door: all of this stays in this browser/);
      await guest.roomSays('The door is closed, kept in this browser');

      // Nobody else has this: whoever closes the page is asked.
      await guest.press('n');
      await guest.write('The postman drives');
      await guest.press('Escape');
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      await (await asked).dismiss();
      await guest.says(/Nobody else has your latest work yet/);
      const loading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Keep a copy' }).click();
      expect((await loading).suggestedFilename()).toMatch(/\.riffjam$/);

      // Opened again, it is where it was.
      expect((await alice.jam.invite()).web.split('#')[0]).toBe(web.split('#')[0]);
      await guest.roomSays('Everyone here has everything');
      await alice.jam.shows([`A ${words}`, 'B The postman drives']);
      expect(await page.getByText(/The host has closed the door/).count()).toBe(0);

      await guest.act('All jams');
      await page.getByRole('textbox', { name: /new jam/i }).waitFor();
      // Left for good once its journal is closed.
      await page.waitForFunction(() => sessionStorage.getItem('riffroom.jam') === null);
      await page.reload();
      await page.getByRole('textbox', { name: /new jam/i }).waitFor();
      expect(await page.getByRole('region', { name: 'Board' }).count()).toBe(0);

      // The library says that the door opens with the jam, and there it can be kept closed.
      await alice.jam.act('All jams');
      await alice.page.getByText('Others can join while it is open').waitFor();
      await alice.page.getByRole('button', { name: /^What to do with Last bus/ }).click();
      await alice.page.getByRole('menuitem', { name: 'Let nobody join any more' }).click();
      await alice.jam.says(/until you invite people again/);
      await alice.jam.openJam(/last bus/i);
      await alice.page.locator('.foot').getByText('Kept on this laptop').waitFor();
      await expect(fetch(web.split('#')[0] ?? '')).rejects.toThrow();
    } finally {
      await browser.close();
    }
  });
});
