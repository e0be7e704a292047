/** Every screen, in both themes, as an audit and as a screen reader find it. Only what can be measured is asked here. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/launchApp.ts';
import { driveJam } from './jamDriver.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LEFT_OUT = {
  // Experimental; it takes a comma between a name's parts for a different name.
  'label-content-name-mismatch': { enabled: false },
  // What closes a popover for a screen reader stands beside its dialog, where no landmark is.
  region: { enabled: false },
};

let profile = '';
let close = async (): Promise<void> => {};

afterEach(async () => {
  await close();
  rmSync(profile, { recursive: true, force: true });
});

it('has no screen that an accessibility audit finds fault with, in light and in dark, behind the strict policy', async () => {
  profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
  chmodSync(profile, 0o777);
  const running = await launchApp({ profile });
  close = running.close;
  const { page } = running;
  const jam = driveJam(page);
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) reports.push(message.text());
  });
  // Nothing is caught half-way into the window.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe.source);
  const faults: string[] = [];
  const audit = async (screen: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      for (const fault of await faultsOn(page)) faults.push(`${screen}, ${colorScheme}: ${fault}`);
    }
  };
  const overlay = async (key: string, screen: string): Promise<void> => {
    await jam.press(key);
    await page.getByRole('dialog').waitFor();
    await audit(screen);
    await jam.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const newJam = page.getByRole('textbox', { name: /new jam/i });
  await newJam.waitFor();

  await audit('the first screen');
  await newJam.fill('How might the last bus still come?');
  await jam.press('Enter');
  await page.getByRole('textbox', { name: /name/i }).waitFor();
  await audit('the question for the name');
  await page.keyboard.insertText('Ada');
  await jam.press('Enter');
  await page.getByRole('region', { name: 'Board' }).waitFor();
  await audit('an empty board');
  await jam.press('Control+2');
  await page.getByText('No ideas yet.', { exact: true }).waitFor();
  await audit('an empty list');
  await jam.press('Control+3');
  await page.getByRole('heading', { name: 'Nothing to decide yet' }).waitFor();
  await audit('nothing to decide');
  await page.getByRole('button', { name: 'Begin a session' }).click();
  await page.getByRole('dialog').waitFor();
  await audit('the beginning of a session');
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('region', { name: 'The phase' }).waitFor();
  await audit('a phase, as its host sees it');
  await overlay('Shift+S', 'the setlist');
  const play = async (phase: string): Promise<void> => {
    await jam.press('Shift+S');
    await page.getByRole('button', { name: `Play ${phase} now` }).click();
    await jam.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await play('Free riff');
  await page.getByRole('region', { name: 'Board' }).waitFor();
  await jam.write('A bus on request');
  await jam.press('Escape');
  await jam.press('Escape');
  await play('Nominate and merge');
  await page.locator('.nominate-press').click();
  await page.getByText('Nominated by you').waitFor();
  await audit('nominating for the vote');
  await play('Sealed vote');
  await page.locator('.vote-press').focus();
  await jam.press('3');
  await jam.press('+');
  await page.getByRole('alert').waitFor();
  await audit('the vote');
  await jam.press('Shift+V');
  await page.getByRole('heading', { name: 'The vote is closed' }).waitFor();
  await audit('the result of a vote');

  await page.getByRole('button', { name: 'All jams' }).click();
  await page.getByRole('button', { name: /open last bus/i }).waitFor();
  await audit('the library');
  await page.getByRole('button', { name: /explore the sample/i }).click();
  await page.getByRole('region', { name: 'Board' }).waitFor();
  // Near enough to read, so that the sheets are elements.
  await jam.press('Control+0');
  await page.locator('.card').first().waitFor();
  await audit('the sample on the board');
  await jam.press('Control+2');
  const list = page.getByRole('listbox', { name: 'Ideas' });
  await list.waitFor();
  await audit('the list');
  await list.press('End');
  await page.getByRole('complementary', { name: /^Idea/ }).waitFor();
  await audit('the list with the panel of an idea');
  await jam.press('Control+3');
  const by = page.getByRole('button', { name: 'By when?' });
  await by.waitFor();
  await audit('deciding');
  await by.click();
  await page.getByRole('grid').waitFor();
  await audit('the month of a first step');
  await jam.press('Escape');

  await overlay('Control+b', 'the brief');
  await overlay('Control+k', 'the palette');
  await overlay('Control+f', 'finding');
  await overlay('F1', 'all keys');
  await overlay('Control+,', 'the settings');

  await overlay('Control+u', 'who is here, with the door closed');
  await jam.press('Control+Shift+U');
  await page.getByRole('heading', { name: 'With Riffroom' }).waitFor();
  await audit('the share sheet');
  await jam.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await overlay('Control+u', 'who is here');
  await audit('a jam whose door is open');

  expect(faults).toEqual([]);
  expect(reports).toEqual([]);
});

it('tells whoever hears the room who came and who went, and lets them follow and let go by keyboard', async () => {
  profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
  const folders = [join(profile, 'ada'), join(profile, 'bo')];
  const [ada, bo] = folders.map((folder) => ({ folder, running: null as RunningApp | null })) as [Seat, Seat];
  close = async () => {
    for (const { running } of [ada, bo]) await running?.close();
  };
  const first = await sit(ada);
  const jam = driveJam(first.page);
  await jam.startJam('How might the last bus still come?', 'Ada');
  await jam.write('It comes when three people wait');
  await jam.press('Escape');
  await jam.press('Control+Shift+U');
  const link = await first.page.getByRole('textbox', { name: 'Link: With Riffroom' }).inputValue();
  await first.page.getByRole('button', { name: 'Copy the link: With Riffroom' }).press('Enter');
  await first.page.getByRole('status').getByText('Copied').waitFor();
  expect(await first.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
  await jam.press('Escape');

  const second = await sit(bo, [link]);
  await second.page.getByRole('textbox', { name: 'Your name' }).fill('Bo');
  await second.page.keyboard.press('Enter');
  const said = first.page.getByRole('status', { name: 'Coming and going' });
  await said.getByText('Bo came in. 2 here.').waitFor();

  await jam.press('Control+u');
  await first.page.evaluate(axe.source);
  expect(await faultsOn(first.page)).toEqual([]);
  await first.page.getByRole('button', { name: 'Follow Bo' }).press('Enter');
  await first.page.getByRole('status').getByText('Following Bo').waitFor();
  expect(await faultsOn(first.page)).toEqual([]);
  await jam.press('Escape');
  await first.page.getByText('Following Bo').waitFor({ state: 'detached' });

  await second.close();
  await said.getByText('Bo left. 1 here.').waitFor();
});

interface Seat {
  readonly folder: string;
  running: RunningApp | null;
}

async function sit(seat: Seat, args: readonly string[] = []): Promise<RunningApp> {
  seat.running = await launchApp({ profile: seat.folder, args });
  return seat.running;
}

async function faultsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    async ([values, rules]) => {
      const { axe: auditor } = window as unknown as { readonly axe: { run: typeof axe.run } };
      const { violations } = await auditor.run(document, { runOnly: { type: 'tag', values }, rules });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
      );
    },
    [RULES, LEFT_OUT] as const,
  );
}
