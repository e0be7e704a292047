/** What a user does in a jam, in words: the same for the window and for the browser edition. */
import type { Page } from 'playwright-core';

export interface JamDriver {
  startJam(challenge: string, name?: string): Promise<void>;
  openJam(title: string | RegExp): Promise<void>;
  /** Writes on the sheet that is open for writing, or on a new one. */
  write(text: string): Promise<void>;
  /** Texts of the sheets on the board, by call number: "A2 the baker knocks". */
  sheets(): Promise<string[]>;
  /** Waits until the sheets are these, in any order. */
  shows(sheets: readonly string[]): Promise<void>;
  select(callNumber: string): Promise<void>;
  kept(): Promise<void>;
  /** Waits for a sentence among the notices. */
  says(sentence: string | RegExp): Promise<void>;
  /** Takes an action from the palette, by its title. */
  act(title: string): Promise<void>;
  press(key: string): Promise<void>;
}

export function driveJam(page: Page): JamDriver {
  /** A card says "A2, note, a build on A: its text, 2 comments"; here its number and its text count. */
  const cards = (): Promise<string[]> =>
    page.locator('.card[data-idea]').evaluateAll((elements) =>
      elements.map((element) => {
        const number = (element.getAttribute('aria-label') ?? '').split(',')[0] ?? '';
        const text = [...element.querySelectorAll('.card-text span')]
          .map((line) => line.textContent ?? '')
          .join(' ');
        return `${number} ${text.replace(/[\s\u200b]+/g, ' ').trim()}`.trim();
      }),
    );
  const driver: JamDriver = {
    async startJam(challenge, name = 'Ada') {
      await page.getByRole('textbox', { name: /new jam/i }).fill(challenge);
      await page.keyboard.press('Enter');
      const asked = page.getByRole('textbox', { name: /name/i });
      const board = page.getByRole('region', { name: 'Board' });
      await asked.or(board).first().waitFor();
      if (await asked.isVisible()) {
        await asked.fill(name);
        await page.keyboard.press('Enter');
      }
      await board.waitFor();
    },
    async openJam(title) {
      await page.getByRole('button', { name: title }).first().click();
      await page.getByRole('region', { name: 'Board' }).waitFor();
    },
    async write(text) {
      if ((await page.locator('.cm-content').count()) === 0) await page.keyboard.press('n');
      await page.locator('.cm-content').first().waitFor();
      await page.keyboard.insertText(text);
    },
    sheets: cards,
    async shows(sheets) {
      const wanted = [...sheets].sort().join('\n');
      const until = Date.now() + 10_000;
      let seen = '';
      while (Date.now() < until) {
        seen = (await cards()).sort().join('\n');
        if (seen === wanted) return;
        await page.waitForTimeout(50);
      }
      throw new Error(`The board shows\n${seen}\ninstead of\n${wanted}`);
    },
    async select(callNumber) {
      const card = page.locator(`.card[aria-label^="${callNumber},"]`);
      const box = await card.boundingBox();
      if (box === null) throw new Error(`${callNumber} is not on screen.`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    async kept() {
      await page.getByText('Kept on this laptop').waitFor();
    },
    async says(sentence) {
      await page.locator('.notice').getByText(sentence).first().waitFor();
    },
    async act(title) {
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/An action/).fill(title);
      await page.keyboard.press('Enter');
    },
    press: (key) => page.keyboard.press(key),
  };
  return driver;
}
