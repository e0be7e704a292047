/** Writing alone, the reveal, and what carries no name until a vote closes: in real windows. */
import { describe, expect, it } from 'vitest';
import { EDITIONS, openHouse, type Visitor, type WindowVisitor } from './openHouse.ts';

const house = openHouse();
/** What hangs fails, a busy machine does not. */
const soon = { timeout: 20_000 };

const challenge = 'How might the last bus still come?';
/** What a person types and keeps for themselves. */
const pen = ({ page }: Visitor) => page.getByRole('textbox', { name: /^Your sheet/ });

async function begin({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: 'Begin a session' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await sees({ page }, 'The question');
}

async function sees({ page }: Pick<Visitor, 'page'>, phase: string): Promise<void> {
  await page.getByRole('region', { name: 'The phase' }).getByRole('heading', { name: phase }).waitFor();
}

/** The host's button, whatever is under the pen. */
async function goOn({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: /^Go on: / }).click();
}

async function keep(someone: Visitor, text: string, key = 'Enter'): Promise<void> {
  await pen(someone).focus();
  await someone.page.keyboard.type(text);
  await someone.page.keyboard.press(key);
}

function tray({ page }: Visitor, title: string): Promise<string[]> {
  return page.getByRole('list', { name: title }).locator('li button[data-draft]').allInnerTexts();
}

/** Waits until the focus is on the sheet that says so. */
async function handOn({ page }: Visitor, words: string): Promise<void> {
  const sheet = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('.solo-kept')?.textContent ?? '');
  await expect.poll(sheet, soon).toContain(words);
}

async function twoPeople(): Promise<{ alice: WindowVisitor; bob: WindowVisitor }> {
  const alice = await house.openWindow();
  await alice.jam.startJam(challenge, 'Alice Ahn');
  const { app } = await alice.jam.invite();
  const bob = await house.openWindow({ args: [app] });
  await bob.jam.comeIn('Bob Bell');
  await alice.jam.meets('Alice Ahn', 'Bob Bell');
  return { alice, bob };
}

/** Everything of the page that can be read or heard, but who is in the room. */
function readable({ page }: Visitor): Promise<string> {
  return page.evaluate(() => {
    const said = (element: Element): string =>
      ['aria-label', 'title', 'aria-description'].map((name) => element.getAttribute(name) ?? '').join(' ');
    const all = [...document.querySelectorAll('#root *, [role="dialog"] *')];
    const others = all.filter(
      (element) =>
        element.closest('.people, [aria-label="Coming and going"], [aria-label="Host card"]') === null,
    );
    const own = (element: Element): string =>
      [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(' ');
    return others.map((element) => `${said(element)} ${own(element)}`).join('\n');
  });
}

describe.each(EDITIONS)('writing alone, in the %s', (edition) => {
  it('keeps sheets in two trays, moved by button, key and drag, taken out again, dropped and brought back', async () => {
    const alice = await house.visit(edition);
    await alice.jam.startJam(challenge, 'Alice Ahn');
    await begin(alice);
    await goOn(alice);
    const { page } = alice;
    await keep(alice, 'It comes when three people wait');
    await keep(alice, 'My mother takes it', 'Control+Enter');
    await keep(alice, 'Two lines');
    expect(await tray(alice, 'Goes in at the reveal')).toEqual([
      'It comes when three people wait',
      'Two lines',
    ]);
    expect(await tray(alice, 'Stays with me')).toEqual(['My mother takes it']);
    expect(await page.getByRole('complementary', { name: 'What will go in' }).innerText()).toMatch(
      /^2\s+sheets lie face down/,
    );

    // By button, by key, by drag.
    const sheet = (text: string) => page.locator('.solo-kept', { hasText: text });
    await sheet('My mother').getByRole('button', { name: 'Let it go in' }).click();
    await expect.poll(() => tray(alice, 'Stays with me'), soon).toEqual([]);
    await handOn(alice, 'My mother');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => tray(alice, 'Stays with me'), soon).toEqual(['My mother takes it']);
    await sheet('Two lines').dragTo(page.locator('.solo-tray[data-tray="mine"]'));
    await expect
      .poll(async () => [...(await tray(alice, 'Stays with me'))].sort(), soon)
      .toEqual(['My mother takes it', 'Two lines']);

    // Taken out, written on, and left: it lies where it lay.
    await sheet('It comes')
      .getByRole('button', { name: /^Write on it/ })
      .click();
    await expect.poll(() => pen(alice).inputValue(), soon).toBe('It comes when three people wait');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), soon).toBe('TEXTAREA');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('or two');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => tray(alice, 'Goes in at the reveal'), soon)
      .toEqual(['It comes when three people wait\nor two']);

    await handOn(alice, 'or two');
    await page.keyboard.press('Delete');
    await expect.poll(() => tray(alice, 'Goes in at the reveal'), soon).toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect
      .poll(() => tray(alice, 'Goes in at the reveal'), soon)
      .toEqual(['It comes when three people wait\nor two']);
    await alice.close();
  });

  it('covers every word at a key, on the page and for who listens, and shows them at the next', async () => {
    const alice = await house.visit(edition);
    await alice.jam.startJam(challenge, 'Alice Ahn');
    await begin(alice);
    await goOn(alice);
    await keep(alice, 'secret sheet');
    await pen(alice).focus();
    await alice.page.keyboard.type('secret half');
    await alice.page.keyboard.press('Control+.');
    await alice.page.getByRole('button', { name: 'Show my words' }).waitFor();
    expect(await readable(alice)).not.toMatch(/secret/);
    expect(await pen(alice).count()).toBe(0);
    // The hand rests on what lifts the cover: keys write nothing under it.
    await alice.page.keyboard.type('x');
    await alice.page.keyboard.press('Control+.');
    await expect
      .poll(() => alice.page.evaluate(() => document.activeElement?.tagName), soon)
      .toBe('TEXTAREA');
    expect(await pen(alice).inputValue()).toBe('secret half');
    await alice.page.keyboard.type('!');
    expect(await pen(alice).inputValue()).toBe('secret half!');
    await alice.close();
  });
});

describe('what was typed alone', () => {
  it('is still under the pen when the app is killed a second later', async () => {
    const alice = await house.openWindow();
    await alice.jam.startJam(challenge, 'Alice Ahn');
    await begin(alice);
    await goOn(alice);
    await keep(alice, 'A whole sheet');
    await pen(alice).focus();
    await alice.page.keyboard.type('Half a tho');
    await alice.page.waitForTimeout(1_000);
    await alice.kill();

    const again = await house.openWindow({ profile: alice.profile });
    await again.page
      .getByRole('button', { name: /last bus/i })
      .first()
      .click();
    await pen(again).waitFor();
    expect(await pen(again).inputValue()).toBe('Half a tho');
    expect(await tray(again, 'Goes in at the reveal')).toEqual(['A whole sheet']);
  });
});

describe('a reveal', () => {
  it('turns the same sheets in the same order for everybody, and asks about what was not kept yet', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await goOn(alice);
    for (const one of [alice, bob]) await sees(one, 'Write alone');
    for (const text of ['The postman drives', 'A bus of bicycles']) await keep(bob, text);
    await keep(bob, 'Only mine', 'Control+Enter');
    await keep(alice, 'It comes when three people wait');
    await pen(bob).focus();
    await bob.page.keyboard.type('Not finis');
    // Of two people the sum of the others would be one person's.
    await alice.page.getByText('sheet of yours lies face down').waitFor();
    expect(await readable(alice)).not.toMatch(/postman|bicycles|Only mine|Not finis/);

    await goOn(alice);
    const order = ({ page }: Visitor) => page.locator('.reveal-sheets .large-sheet p').allInnerTexts();
    for (const one of [alice, bob]) {
      await sees(one, 'Reveal and read');
      await expect
        .poll(async () => [...(await order(one))].sort(), soon)
        .toEqual(['A bus of bicycles', 'It comes when three people wait', 'The postman drives']);
    }
    expect(await order(bob)).toEqual(await order(alice));
    for (const one of [alice, bob]) {
      await expect
        .poll(() => one.page.locator('.reveal-sheets .large-sheet footer b').allInnerTexts(), soon)
        .toEqual(['A', 'B', 'C']);
    }
    expect(await readable(alice)).not.toMatch(/Only mine|Not finis/);

    // By the keys, one after the other; nothing can be written on them.
    await alice.page.locator('.reveal-sheets li').first().focus();
    await alice.page.keyboard.press('ArrowRight');
    expect(
      await alice.page.evaluate(() => document.activeElement?.querySelector('footer b')?.textContent),
    ).toBe('B');
    expect(
      await alice.page.locator('.reveal input, .reveal textarea, .reveal [contenteditable]').count(),
    ).toBe(0);

    const before = await order(alice);
    await bob.page.getByText('is not in: still being written').waitFor();
    expect(await readable(bob)).not.toMatch(/Not finis/);
    await bob.page.getByRole('button', { name: 'Put it in' }).click();
    await expect.poll(() => order(alice), soon).toEqual([...before, 'Not finis']);
    await bob.page.getByText('is not in: still being written').waitFor({ state: 'detached' });
  });

  it('does not wait for whoever is gone: they are asked when they come back, and may keep their sheets', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await goOn(alice);
    await sees(bob, 'Write alone');
    for (const text of ['One', 'Two', 'Three']) await keep(bob, `${text} of Bob’s`);
    await bob.close();
    await alice.jam.meets('Alice Ahn');
    await goOn(alice);
    await sees(alice, 'Reveal and read');

    const back = await house.openWindow({ profile: bob.profile });
    await back.page
      .getByRole('button', { name: /last bus/i })
      .first()
      .click();
    await back.page.getByText('3 sheets of yours').waitFor();
    expect(await readable(alice)).not.toMatch(/of Bob’s/);
    await back.page.getByRole('button', { name: 'Keep them with me' }).click();
    await back.page.getByText('3 sheets of yours').waitFor({ state: 'detached' });
    await alice.jam.meets('Alice Ahn', 'Bob Bell');
    expect(await readable(alice)).not.toMatch(/of Bob’s/);
  });
});

describe('unsigned', () => {
  it('carries no name on any screen: board, list, panel, search, deciding, the room', async () => {
    const { alice, bob } = await twoPeople();
    await bob.jam.press('n');
    await bob.jam.write('Signed before');
    await bob.jam.press('Escape');
    await alice.jam.shows(['A Signed before']);
    const names = /Bob|Bell|\bBB\b/;
    await alice.page.locator('.card em', { hasText: 'BB' }).waitFor();
    // What was told of it while it was signed.
    await alice.page.locator('.notice').waitFor({ state: 'detached' });

    await begin(alice);
    await goOn(alice);
    await sees(bob, 'Write alone');
    await keep(bob, 'The postman drives');
    await goOn(alice);
    await alice.page.locator('.reveal-sheets .large-sheet').first().waitFor();
    await goOn(alice);
    await alice.jam.act('Board');
    await alice.jam.shows(['A Signed before', 'B The postman drives']);

    const read: Record<string, string> = { board: await readable(alice) };
    await alice.jam.select('B');
    await alice.page.getByRole('complementary', { name: 'Idea B' }).getByText('Unsigned').waitFor();
    read['panel'] = await readable(alice);
    await alice.jam.press('Control+2');
    await alice.page.getByRole('option', { name: /postman/ }).waitFor();
    read['list'] = await readable(alice);
    await alice.jam.press('Control+f');
    await alice.page.keyboard.type('postman');
    await alice.page
      .getByRole('option', { name: /postman/ })
      .first()
      .waitFor();
    read['find'] = await readable(alice);
    await alice.jam.press('Escape');
    await alice.jam.act('Decide on the selected');
    read['decide'] = await readable(alice);
    for (const [where, words] of Object.entries(read)) {
      expect(words, where).toMatch(/postman/);
      expect(words, where).not.toMatch(names);
    }
    // Who is here is said, what they do is not.
    await alice.jam.press('Control+u');
    const row = alice.page.locator('.here li', { hasText: 'Bob Bell' });
    await row.waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    expect(await row.innerText()).not.toMatch(/writing|kB|in the list/);
  });
});
