import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/launchApp.ts';
import { driveJam, type JamDriver } from './jamDriver.ts';

/** A busy machine takes its time; only what never comes is a failure. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

/** The board under a hand, in one window: each step goes on from where the one before left it. */
describe('the board under a hand', () => {
  let run: RunningApp;
  let page: Page;
  let jam: JamDriver;

  beforeAll(async () => {
    run = await launchApp({ profile: mkdtempSync(join(tmpdir(), 'riffroom-board-')) });
    page = run.page;
    jam = driveJam(page);
    await jam.startJam('How might we keep the last bus running?');
  });
  afterAll(() => run.close());

  const card = (number: string) => page.locator(`.card[aria-label^="${number},"]`);
  const boxOf = async (number: string) => {
    const box = await card(number).boundingBox();
    if (box === null) throw new Error(`${number} is not on screen.`);
    return box;
  };
  const middleOf = async (number: string): Promise<[number, number]> => {
    const { x, y, width, height } = await boxOf(number);
    return [x + width / 2, y + height / 2];
  };
  /** Says nothing before the board rests: a reveal still moves it. */
  const rests = async (number: string): Promise<void> => {
    let before = '';
    await expect
      .poll(async () => {
        const now = JSON.stringify(await boxOf(number));
        const same = now === before;
        before = now;
        return same;
      })
      .toBe(true);
  };
  const drag = async (from: [number, number], to: [number, number]): Promise<void> => {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
  };

  it('the rail’s Write waits for the place; a long text pushes its neighbour down, in one step of undo', async () => {
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.mouse.click(400, 250);
    await jam.write('The driver already knows');
    await jam.press('Tab');
    await jam.write('Ask her');
    await jam.press('Control+Enter');
    await jam.write('A bell at the stop');
    await jam.press('Escape');
    await jam.shows(['A The driver already knows', 'A2 Ask her', 'A3 A bell at the stop']);
    await rests('A2');
    const before = await boxOf('A3');
    await jam.select('A2');
    await jam.press('F2');
    await jam.write(' once a week whether anybody else would ride if the bus were still there at midnight');
    await jam.press('Escape');
    await eventually(async () => (await boxOf('A3')).y).toBeGreaterThan(before.y);
    const long = await boxOf('A2');
    expect((await boxOf('A3')).y).toBeGreaterThanOrEqual(long.y + long.height);
    await jam.press('Control+z');
    await jam.shows(['A The driver already knows', 'A2 Ask her', 'A3 A bell at the stop']);
    await eventually(() => boxOf('A3')).toEqual(before);
  });

  it('a text of many screens leaves the window where it is, its caret in sight', async () => {
    await jam.press('Escape');
    await page.mouse.dblclick(400, 600);
    await jam.write('One sentence after the other. '.repeat(80));
    const caret = page.locator('.cm-cursor').first();
    await eventually(async () => (await caret.boundingBox())?.y ?? Number.NaN).toBeLessThan(900);
    expect(await page.getByRole('button', { name: 'Write', exact: true }).isVisible()).toBe(true);
    expect(await page.evaluate(() => [window.scrollY, document.querySelector('.board')?.scrollTop])).toEqual([
      0, 0,
    ]);
    await jam.press('Escape');
    await jam.press('Delete');
  });

  it('an arrow key jumps over a neighbour, Esc calls a drag off', async () => {
    await jam.press('Shift+1');
    await rests('A');
    await jam.select('A3');
    const [second, third] = [await boxOf('A2'), await boxOf('A3')];
    await jam.press('ArrowUp');
    await eventually(async () => (await boxOf('A3')).y).toBeLessThan(second.y);
    await jam.press('Control+z');
    await eventually(() => boxOf('A3')).toEqual(third);
    const from = await middleOf('A3');
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(from[0] + 200, from[1] + 100, { steps: 5 });
    await jam.press('Escape');
    await page.mouse.up();
    await eventually(() => boxOf('A3')).toEqual(third);
  });

  it('a line gets its words at once, and its bar takes it away', async () => {
    await jam.press('Escape');
    await jam.press('l');
    await drag(await middleOf('A2'), await middleOf('A3'));
    await page.getByRole('textbox', { name: 'Words on the line' }).waitFor();
    await page.keyboard.insertText('so');
    await jam.press('Enter');
    await page.getByRole('toolbar', { name: 'The selected line' }).waitFor();
    await page.getByRole('button', { name: 'Remove' }).click();
    await eventually(() => page.getByRole('toolbar', { name: 'The selected line' }).count()).toBe(0);
  });

  it('the bar says what an idea is; the keyboard stays with the board', async () => {
    await jam.select('A2');
    await page.getByRole('button', { name: 'What A2 is' }).click();
    await page.getByRole('menuitem', { name: 'Make it a risk' }).click();
    await page.locator('.card[aria-label^="A2, risk"]').waitFor({ state: 'attached' });
    await jam.press('Control+z');
    await page.locator('.card[aria-label^="A2, note"]').waitFor({ state: 'attached' });
  });

  it('a drag with the middle button moves the paper and pastes nothing of what was selected elsewhere', async () => {
    const sheets = await jam.sheets();
    await page.getByRole('button', { name: /^Title of the jam/ }).dblclick();
    await jam.press('Control+a');
    await jam.press('Escape');
    await rests('A');
    const before = await boxOf('A');
    await page.mouse.move(700, 650);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(720, 650, { steps: 4 });
    await page.mouse.up({ button: 'middle' });
    await eventually(async () => Math.round((await boxOf('A')).x - before.x)).toBe(20);
    // A paste would have come by the time that the board has answered another key.
    await jam.press('Control+f');
    await page.getByRole('dialog').waitFor();
    await jam.press('Escape');
    await jam.shows(sheets);
  });

  it('a finger moves the paper, two zoom it', async () => {
    await jam.press('Escape');
    await jam.press('Control+0');
    await rests('A');
    const before = await boxOf('A');
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    await touch('touchStart', [700, 600]);
    for (let step = 1; step <= 5; step++) await touch('touchMove', [700 - step * 8, 600]);
    await touch('touchEnd');
    await eventually(async () => Math.round((await boxOf('A')).x - before.x)).toBe(-40);
    const zoomed = page.getByRole('button', { name: /%, zoom to 100 %/ });
    await touch('touchStart', [500, 400]);
    await touch('touchStart', [500, 400], [600, 400]);
    for (let step = 1; step <= 5; step++)
      await touch('touchMove', [500 - step * 10, 400], [600 + step * 10, 400]);
    await touch('touchEnd');
    await eventually(() => zoomed.textContent()).toBe('200%');
  });
});
