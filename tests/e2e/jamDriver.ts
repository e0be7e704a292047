/** What a user does in a jam, in words: the same for the window and for the browser edition. */
import type { Page } from 'playwright-core';

/** How long something may take to show, ms: what hangs fails, a busy machine does not. */
const PATIENCE = 20_000;

/** The links of one invite. */
export interface Links {
  /** For the app. */
  readonly app: string;
  /** For a browser in the same network. */
  readonly web: string;
}

/** What somebody sees of the room and of the board, all at one moment. */
export interface Look {
  /** "Everyone here has everything"; empty while there is no room. */
  readonly room: string;
  /** Names of those who are here, oneself first. */
  readonly here: readonly string[];
  /** As in `JamDriver.sheets`. */
  readonly sheets: readonly string[];
}

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
  /** Opens a sheet for writing. */
  open(callNumber: string): Promise<void>;
  /** Where a sheet is in the window, px. */
  middleOf(callNumber: string): Promise<{ readonly x: number; readonly y: number }>;
  kept(): Promise<void>;
  /** Waits for a sentence among the notices. */
  says(sentence: string | RegExp): Promise<void>;
  /** Takes an action from the palette, by its title. */
  act(title: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Opens the door; the links that lead in. */
  invite(): Promise<Links>;
  /** Pastes into the library's Join, as from the clipboard. */
  pasteInvite(link: string): Promise<void>;
  /** Answers with one's name, where it is asked for, and waits for the jam. */
  comeIn(name: string): Promise<void>;
  look(): Promise<Look>;
  /** Waits until these are here and nobody else, oneself first. */
  meets(...names: readonly string[]): Promise<void>;
  /** Waits for the state of the room, as the foot says it: "Everyone here has everything". */
  roomSays(words: string | RegExp): Promise<void>;
  /** By which way somebody is reached, as the people's sheet says it. */
  wayTo(name: string): Promise<string>;
  /** Where a sheet lies on the board, page px. */
  placeOf(callNumber: string): Promise<{ readonly x: number; readonly y: number }>;
}

export function driveJam(page: Page): JamDriver {
  const cards = async (): Promise<string[]> => [...(await look(page)).sheets];
  const middleOf = async (callNumber: string): Promise<{ x: number; y: number }> => {
    const box = await page.locator(`.card[aria-label^="${callNumber},"]`).boundingBox();
    if (box === null) throw new Error(`${callNumber} is not on screen.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
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
      await sees(
        'are the sheets',
        async () => (await cards()).sort().join('\n'),
        [...sheets].sort().join('\n'),
      );
    },
    async select(callNumber) {
      const { x, y } = await middleOf(callNumber);
      await page.mouse.click(x, y);
    },
    async open(callNumber) {
      const { x, y } = await middleOf(callNumber);
      await page.mouse.dblclick(x, y);
      await page.locator('.cm-content').waitFor();
    },
    middleOf,
    async kept() {
      await page.locator('.foot .kept-kept').waitFor();
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
    async invite() {
      await page.getByRole('button', { name: 'Invite' }).first().click();
      const links = page.locator('.share-address');
      await page.getByRole('textbox', { name: 'Link: With Riffroom' }).waitFor();
      const [web = '', app = ''] = await links.evaluateAll((fields) =>
        fields.map((field) => (field as HTMLInputElement).value),
      );
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      return { app, web };
    },
    async pasteInvite(link) {
      const field = page.getByRole('textbox', { name: 'Invite to a jam' });
      await field.focus();
      await field.evaluate((element, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, link);
    },
    async comeIn(name) {
      const asked = page.getByRole('textbox', { name: 'Your name' });
      const board = page.getByRole('region', { name: 'Board' });
      await asked.or(board).first().waitFor();
      if (await asked.isVisible()) {
        // By keys: what Playwright fills in by itself React does not hear in Firefox.
        await asked.click();
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
      }
      await board.waitFor();
      await page.getByText('Coming in …').waitFor({ state: 'detached' });
    },
    look: () => look(page),
    async meets(...names) {
      await sees('here are', async () => (await look(page)).here.join(', '), names.join(', '));
    },
    async roomSays(words) {
      await page.locator('.kept-room b').getByText(words).waitFor();
    },
    async wayTo(name) {
      await page.keyboard.press('Control+u');
      const said = await page
        .locator('.here li', { hasText: name })
        .locator('.here-figures')
        .first()
        .textContent()
        .finally(() => page.keyboard.press('Escape'));
      return said ?? '';
    },
    async placeOf(callNumber) {
      const card = page.locator(`.card[aria-label^="${callNumber},"]`);
      return card.evaluate(({ style }) => ({
        x: Number.parseFloat(style.left),
        y: Number.parseFloat(style.top),
      }));
    },
  };
  return driver;
}

/** Waits until what is seen is what is wanted; says both when it does not become so. */
async function sees(what: string, read: () => Promise<string>, wanted: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  let seen = '';
  while (Date.now() < until) {
    seen = await read();
    if (seen === wanted) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`On the page ${what}\n${seen}\ninstead of\n${wanted}`);
}

/** In one turn of the page, so that all of it is true at the same moment. */
function look(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const textOf = (element: Element | null): string =>
      (element?.textContent ?? '').replace(/[\s\u200b]+/g, ' ').trim();
    const labelOf = (element: Element): string => element.getAttribute('aria-label') ?? '';
    return {
      room: textOf(document.querySelector('.kept-room b')),
      here: [...document.querySelectorAll('.people-here .disc')].map((disc) =>
        labelOf(disc).replace(/, you$/, ''),
      ),
      // A card says "A2, note, a build on A: its text, 2 comments"; here its number and its text count.
      sheets: [...document.querySelectorAll('.card[data-idea]')].map((card) => {
        const lines = [...card.querySelectorAll('.card-text span')].map(textOf).join(' ').trim();
        return `${labelOf(card).split(',')[0]} ${lines}`.trim();
      }),
    };
  });
}
