/** Nominating and the sealed vote in three real windows: by mouse and keys, over a restart, to the result. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHouse, type WindowVisitor } from './openHouse.ts';

const house = openHouse();
const IDEAS = [
  'A bus on request',
  'Ask the driver',
  'A taxi shared by four',
  'Walk in pairs',
  'A bell at the stop',
];

async function play({ page, jam }: WindowVisitor, phase: string): Promise<void> {
  await jam.press('Shift+S');
  await page.getByRole('button', { name: `Play ${phase} now` }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The sheet with these words, on either screen. */
const sheet = ({ page }: WindowVisitor, words: string) =>
  page.locator('[data-sheet]').filter({ hasText: words });
const named = ({ page }: WindowVisitor) =>
  page
    .locator('.choose-side section', { has: page.getByRole('heading', { name: 'The room’s list so far' }) })
    .locator('.choose-list > li > span');
const order = ({ page }: WindowVisitor) => page.locator('.vote-cell .large-sheet > p').allTextContents();
const left = ({ page }: WindowVisitor) => page.locator('.vote-left > b').textContent();

/** The dots of the one vote, as this laptop keeps them for itself. */
function keptDots({ page }: WindowVisitor): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('riffroom/private'));
    const parts = await asked(database.transaction('parts').objectStore('parts').getAll());
    database.close();
    const [kept] = parts.map((text: string) => Object.values(JSON.parse(text).dots as object));
    return JSON.stringify(kept?.[0] ?? null);
  });
}

/** Everything of a profile on the disk, as text. */
function onDisk(profile: string): string {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

it('lets three people nominate, put together, vote by keys under seal, over a crash, and shows bands at the close', async () => {
  const alice = await house.openWindow();
  await alice.jam.startJam('How might the last bus still come?', 'Alice Ahn');
  for (const idea of IDEAS) {
    await alice.jam.write(idea);
    await alice.jam.press('Escape');
    await alice.jam.press('Escape');
  }
  const { app } = await alice.jam.invite();
  let bob = await house.openWindow({ args: [app] });
  await bob.jam.comeIn('Bob Bell');
  const carol = await house.openWindow({ args: [app] });
  await carol.jam.comeIn('Carol Cox');
  await alice.jam.meets('Alice Ahn', 'Bob Bell', 'Carol Cox');
  await alice.page.getByRole('button', { name: 'Begin a session' }).click();
  await alice.page.getByRole('button', { name: 'Begin', exact: true }).click();
  await alice.page.getByRole('dialog').waitFor({ state: 'detached' });

  await play(alice, 'Nominate and merge');
  await sheet(alice, 'A bus on request').click();
  await sheet(bob, 'Ask the driver').focus();
  await bob.jam.press('n');
  await sheet(bob, 'A taxi shared by four').click();
  await sheet(bob, 'Walk in pairs').click();
  await bob.jam.says('You nominated 2 already: take one back first.');
  await sheet(carol, 'A bell at the stop').click();
  await expect.poll(() => named(carol).count()).toBe(4);
  expect(await carol.page.locator('.choose-side').textContent()).not.toMatch(/Alice|Bob/);

  // What is on the list already says so, without who put it there.
  await alice.page
    .locator('.nominate-cell', { hasText: 'Ask the driver' })
    .getByText('On the list already')
    .waitFor();

  // The question is answered by pressing the sheet: nobody's nomination is lost by it. Esc lets go of it.
  await alice.page
    .locator('.nominate-cell', { hasText: 'Walk in pairs' })
    .getByRole('button', { name: /says the same/ })
    .click();
  await alice.jam.press('Escape');
  await alice.page.getByText(/^Press a sheet to nominate/).waitFor();

  // The same by keys: the driver is asked by a bell; undone, and by dragging once more.
  await sheet(carol, 'A bell at the stop').focus();
  await carol.jam.press('m');
  await sheet(carol, 'Ask the driver').focus();
  await carol.jam.press('m');
  await expect.poll(() => named(alice).allTextContents()).not.toContain('A bell at the stop');
  await carol.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => named(alice).allTextContents()).toContain('A bell at the stop');
  await sheet(alice, 'A bell at the stop').dragTo(sheet(alice, 'Ask the driver'));
  await expect.poll(() => named(bob).count()).toBe(3);

  await play(alice, 'Sealed vote');
  for (const one of [alice, bob, carol]) await expect.poll(async () => (await order(one)).length).toBe(3);
  expect([...(await order(bob))].sort()).toEqual([...(await order(alice))].sort());
  await bob.page.locator('.merged').getByText('A bell at the stop').waitFor();
  await bob.page.getByText('The laptops of two hosts').waitFor();

  await bob.page.locator('[data-sheet]').first().focus();
  await bob.jam.press('3');
  await bob.jam.press('ArrowRight');
  await bob.jam.press('3');
  await bob.page.getByRole('alert').getByText('You have 5 dots: take one back first.').waitFor();
  await bob.jam.press('2');
  expect(await left(bob)).toBe('0');
  // The last dot says nothing: only a person does.
  await alice.page.getByRole('heading', { name: 'Nobody is done yet' }).waitFor();
  await bob.page.locator('.vote-low').getByRole('button', { name: 'I am done' }).click();
  await bob.page.getByText('You are done.').waitFor();
  await alice.page.getByRole('heading', { name: 'Few are done' }).waitFor();
  const [firstOfBob = '', secondOfBob = ''] = await order(bob);

  // A crash: the dots lie where they lay.
  let dots = '';
  await expect.poll(async () => (dots = await keptDots(bob))).toMatch(/^\{"[^"]+":3,"[^"]+":2\}$/);
  await bob.kill();
  bob = await house.openWindow({ profile: bob.profile });
  await bob.page
    .getByRole('button', { name: /last bus/i })
    .first()
    .click();
  await expect.poll(() => left(bob)).toBe('0');
  expect(await order(bob)).toContain(firstOfBob);
  expect((await order(bob))[0]).toBe(firstOfBob);
  await alice.jam.meets('Alice Ahn', 'Bob Bell', 'Carol Cox');

  await sheet(carol, secondOfBob).locator('xpath=../..').locator('.vote-place').nth(1).click();
  await expect.poll(() => left(carol)).toBe('3');

  // While one laptop does not answer the clock stands, and says why.
  carol.app.freeze();
  // It stands for three seconds: both are looked at in that time.
  const standing = Promise.all([
    alice.page.getByText('The clock stands while everybody’s last dots come in.').waitFor(),
    bob.page.getByText('Counting …').waitFor(),
  ]);
  await alice.jam.press('Shift+V');
  await standing;
  carol.app.thaw();
  for (const one of [alice, bob, carol]) {
    await one.page.getByRole('heading', { name: 'The vote is closed' }).waitFor();
    await one.page.getByText('Names are back on every sheet.').waitFor();
    const most = one.page.locator('.result-band', {
      has: one.page.getByRole('heading', { name: 'Most dots' }),
    });
    expect(await most.locator('.result-words > p').allTextContents()).toContain(secondOfBob);
    expect(await one.page.locator('.results').first().textContent()).not.toMatch(/\d dots?/);
  }
  // Where Bob's dots lay stands in the clear on Bob's laptop only.
  expect(onDisk(bob.profile)).toContain(dots);
  expect(onDisk(alice.profile)).not.toContain(dots);
  expect(onDisk(carol.profile)).not.toContain(dots);
});
