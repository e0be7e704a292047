/**
 * A whole Riff session as people play it: three windows, a guest's browser and the Wall, from the question to the report.
 * With RIFFROOM_PICTURES=DIR every phase is photographed on host, participant, guest and Wall, in light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { driveJam } from '../e2e/jamDriver.ts';
import { openHouse } from '../e2e/openHouse.ts';

const house = openHouse();
const PATIENCE = 30_000;
const pictures = process.env['RIFFROOM_PICTURES'];

const browsers: Browser[] = [];
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

async function visitAsGuest(link: string, name: string): Promise<Page> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking'],
  });
  browsers.push(browser);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(link);
  await driveJam(page).comeIn(name);
  return page;
}

it('is played from the question to the report by three windows, a guest and the Wall', async () => {
  const ana = await house.openWindow();
  await ana.jam.startJam('How might the last bus of the evening keep running?', 'Ana Lund');
  const links = await ana.jam.invite();
  const bo = await house.openWindow({ args: [links.app] });
  await bo.jam.comeIn('Bo Marr');
  const cy = await house.openWindow({ args: [links.app] });
  await cy.jam.comeIn('Cy Ives');
  const guest = await visitAsGuest(links.web, 'Di Guest');
  await ana.jam.meets('Ana Lund', 'Bo Marr', 'Cy Ives', 'Di Guest');
  const opening = ana.page.context().waitForEvent('page');
  await ana.jam.act('Open the Wall');
  const wall = await opening;
  await wall.setViewportSize({ width: 1280, height: 720 }).catch(() => undefined);

  const laptops: readonly (readonly [string, Page])[] = [
    ['ana', ana.page],
    ['bo', bo.page],
    ['cy', cy.page],
    ['di', guest],
  ];
  const everyone = laptops.map(([, page]) => page);

  const picture = async (phase: string): Promise<void> => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    for (const [who, page] of [
      ['host', ana.page],
      ['participant', bo.page],
      ['guest', guest],
      ['wall', wall],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // The Wall follows its host.
        if (page === wall) await ana.page.emulateMedia({ colorScheme });
        await page.waitForTimeout(350);
        await page.screenshot({ path: join(pictures, `${phase}-${who}-${colorScheme}.png`) });
      }
      await page.emulateMedia({ colorScheme: 'light' });
      await ana.page.emulateMedia({ colorScheme: 'light' });
    }
  };
  const sees = async (phase: string): Promise<void> => {
    for (const page of everyone) {
      await page
        .getByRole('region', { name: 'The phase' })
        .getByRole('heading', { name: phase })
        .waitFor({ timeout: PATIENCE });
    }
    await wall.getByRole('heading', { name: phase, level: 1 }).waitFor({ timeout: PATIENCE });
  };
  const goOn = async (phase: string): Promise<void> => {
    await ana.page.keyboard.press('Shift+PageDown');
    await sees(phase);
  };

  await picture('0-arrive');
  await ana.page.getByRole('button', { name: 'Begin a session' }).click();
  await picture('1-begin');
  await ana.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await sees('The question');
  await picture('2-question');

  await goOn('Write alone');
  const sheetsOf = (who: string): string[] => [
    `${who} thinks of a smaller bus`,
    `${who} asks the late shift`,
  ];
  for (const [who, page] of laptops) {
    const field = page.getByRole('textbox', { name: /^Your sheet/ });
    for (const text of sheetsOf(who)) {
      await field.fill(text);
      await field.press('Enter');
    }
    await field.fill(`${who} keeps this half`);
  }
  await wall.getByText('sheets face down').waitFor();
  await expect
    .poll(() => wall.locator('.wall-side b').textContent(), { timeout: PATIENCE })
    .toMatch(/^(8|12)$/);
  // Nobody else's page knows a word of it, nor does the Wall.
  for (const [who] of laptops) {
    for (const [other, page] of [...laptops, ['wall', wall] as const]) {
      if (other !== who) expect(await page.content()).not.toContain(`${who} thinks of`);
    }
  }
  await picture('3-alone');

  await goOn('Reveal and read');
  for (const page of everyone) {
    for (const [who] of laptops) {
      await page.getByText(`${who} thinks of a smaller bus`).first().waitFor({ timeout: PATIENCE });
    }
  }
  await picture('4-reveal');
  // Unsigned: nobody's name stands on anybody's screen beside the people of the room.
  for (const page of everyone)
    expect(await page.locator('.stage').textContent()).not.toMatch(/Ana Lund|Bo Marr|Cy Ives|Di Guest/);

  await goOn('Rotate');
  for (const [who, page] of laptops) {
    const sheet = page.locator('.rotate-sheet p');
    await sheet.waitFor({ timeout: PATIENCE });
    expect(await sheet.textContent()).not.toMatch(new RegExp(`^${who} `));
    if (who === 'bo') await picture('5-rotate');
    const field = page.getByRole('textbox', { name: 'What you add to it' });
    await field.fill(`yes, and ${who} rings the driver`);
    await field.press('Enter');
  }
  for (let round = 2; round <= 3; round++) {
    await ana.page.keyboard.press('Shift+PageDown');
    await expect
      .poll(() => bo.page.locator('.stage').textContent(), { timeout: PATIENCE })
      .toContain(`round ${round} of 3`);
  }

  await goOn('Free riff');
  await bo.page.getByRole('button', { name: 'Draw a card' }).click();
  await picture('6-riff');
  await goOn('Fresh sheets');
  await picture('7-fresh');

  await goOn('Nominate and merge');
  for (const page of everyone) {
    const sheet = page.locator('button.nominate-press').first();
    await sheet.waitFor({ timeout: PATIENCE });
    await sheet.click();
  }
  await picture('8-nominate');

  await goOn('Sealed vote');
  for (const page of everyone) {
    const add = page.getByRole('button', { name: /Press to add one/ }).first();
    await add.waitFor({ timeout: PATIENCE });
    await add.click();
    await add.click();
  }
  await picture('9-vote');
  await ana.page.keyboard.press('Shift+V');
  for (const page of everyone)
    await page.getByText('The vote is closed').first().waitFor({ timeout: PATIENCE });
  await picture('10-closed');

  await goOn('Decide');
  await ana.page.getByRole('radio', { name: 'Promote' }).click({ force: true });
  await ana.page.getByRole('textbox', { name: 'Because' }).fill('It can be tried next week');
  await ana.page.getByRole('button', { name: 'I carry this' }).click();
  await picture('11-decide');
  await ana.page
    .getByRole('button', { name: /^Decide/ })
    .last()
    .click();
  await wall
    .getByText('It can be tried next week')
    .waitFor({ timeout: PATIENCE })
    .catch(() => undefined);

  await goOn('Check-out');
  for (const [who, page] of laptops) {
    await page.getByRole('textbox', { name: 'Your one word' }).fill(`${who}-awake`);
    await page.keyboard.press('Enter');
  }
  for (const page of [...everyone, wall]) {
    for (const [who] of laptops) await page.getByText(`${who}-awake`).first().waitFor({ timeout: PATIENCE });
  }
  await picture('12-checkout');

  await ana.page.keyboard.press('Shift+PageDown');
  for (const page of everyone) {
    await page.getByRole('heading', { name: 'What came of it' }).waitFor({ timeout: PATIENCE });
    await page.getByText('It can be tried next week').first().waitFor({ timeout: PATIENCE });
  }
  await wall.getByText('What came of it').waitFor({ timeout: PATIENCE });
  await picture('13-outcome');

  const { bytes } = await ana.saves(() => ana.page.getByRole('button', { name: 'Save the report' }).click());
  const report = bytes.toString('utf8');
  expect(report).toContain('It can be tried next week');
  expect(report).toContain('How might the last bus of the evening keep running?');
  for (const [who] of laptops) expect(report).toContain(`${who} thinks of a smaller bus`);
});
