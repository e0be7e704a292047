/** Several real windows in one room on one machine: in by a link, at work at once, apart and together again. */
import { describe, expect, it } from 'vitest';
import { decodeInvite, encodeInvite, writeAppLink } from '../../shared/circle/invite.ts';
import { concatBytes, fromBase64Url, toBase64Url } from '../../shared/util/bytes.ts';
import { sha256 } from '../../shared/util/hash.ts';
import { openHouse, type Visitor, type WindowVisitor } from './openHouse.ts';

const house = openHouse();

const challenge = 'How might the last bus still come?';
const words = 'It comes when three people wait';
const everyone = 'Everyone here has everything';
const alone = 'Alone, kept on this laptop';

/** Alice, with one sheet, and the links into her jam. */
async function openJam(): Promise<{ alice: WindowVisitor; links: { app: string; web: string } }> {
  const alice = await house.openWindow();
  await alice.jam.startJam(challenge, 'Alice Ahn');
  await writeSheet(alice, words);
  return { alice, links: await alice.jam.invite() };
}

async function writeSheet({ jam }: Visitor, text: string): Promise<void> {
  await jam.press('n');
  await jam.write(text);
  await jam.press('Escape');
}

async function writeIn(callNumber: string, { jam }: Visitor, at: string, text: string): Promise<void> {
  await jam.open(callNumber);
  await jam.press(at);
  await jam.write(text);
  await jam.press('Escape');
}

async function riffOn(callNumber: string, { jam, page }: Visitor, text: string): Promise<void> {
  await jam.select(callNumber);
  await jam.press('r');
  await page.locator('.cm-content').waitFor();
  await jam.write(text);
  await jam.press('Escape');
}

async function comeWith(link: string, name: string): Promise<WindowVisitor> {
  const one = await house.openWindow({ args: [link] });
  await one.jam.comeIn(name);
  return one;
}

async function areTogether(...people: readonly Visitor[]): Promise<void> {
  for (const { jam } of people) await jam.roomSays(everyone);
}

describe('two windows in a room', () => {
  it('write in one sheet at once, and each takes back only their own words', async () => {
    const { alice, links } = await openJam();
    const bob = await comeWith(links.app, 'Bob Bell');
    await bob.jam.shows([`A ${words}`]);
    await alice.jam.open('A');
    await bob.jam.open('A');
    await alice.jam.press('Control+Home');
    await bob.jam.press('Control+End');
    await Promise.all([
      alice.page.keyboard.type('Every night: ', { delay: 15 }),
      bob.page.keyboard.type(' at the stop', { delay: 15 }),
    ]);
    const both = [`A Every night: ${words} at the stop`];
    await alice.jam.shows(both);
    await bob.jam.shows(both);

    await alice.jam.press('Control+z');
    const hers = [`A ${words} at the stop`];
    await alice.jam.shows(hers);
    await bob.jam.shows(hers);
    await bob.jam.press('Control+z');
    await bob.jam.shows([`A ${words}`]);
    await alice.jam.press('Control+Shift+Z');
    await bob.jam.shows([`A Every night: ${words}`]);
    for (const { jam } of [alice, bob]) await jam.press('Escape');
    await areTogether(alice, bob);
  });

  it('drag one tree at once and agree where it lies; undo takes back a move of one’s own, never a later one', async () => {
    const { alice, links } = await openJam();
    await riffOn('A', alice, 'Who pays the driver?');
    const bob = await comeWith(links.app, 'Bob Bell');
    await bob.jam.shows([`A ${words}`, 'A2 Who pays the driver?']);
    const places = async ({ jam }: Visitor) => [await jam.placeOf('A'), await jam.placeOf('A2')];
    const before = await places(alice);
    expect(await places(bob)).toEqual(before);

    for (const [{ page, jam }, dx, dy] of [
      [alice, -180, 0],
      [bob, 180, 120],
    ] as const) {
      const { x, y } = await jam.middleOf('A');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + dx / 2, y + dy / 2);
      await page.mouse.move(x + dx, y + dy);
    }
    await Promise.all([alice.page.mouse.up(), bob.page.mouse.up()]);
    await areTogether(alice, bob);
    await expect.poll(async () => places(bob)).toEqual(await places(alice));
    const after = await places(alice);
    expect(after).not.toEqual(before);

    await writeSheet(alice, 'A bus of bicycles');
    await writeSheet(bob, 'The postman drives');
    const four = [`A ${words}`, 'A2 Who pays the driver?', 'B A bus of bicycles', 'C The postman drives'];
    await alice.jam.shows(four);
    await bob.jam.shows(four);
    await alice.jam.press('Control+z');
    const three = four.filter((sheet) => !sheet.startsWith('B'));
    await alice.jam.shows(three);
    await bob.jam.shows(three);
    // Of the two moves one came last: taking back the other has nothing left to take back, and says so.
    await alice.jam.press('Control+z');
    await bob.jam.press('Control+z');
    await bob.jam.press('Control+z');
    await areTogether(alice, bob);
    await alice.jam.shows([`A ${words}`, 'A2 Who pays the driver?']);
    await expect.poll(async () => places(bob)).toEqual(await places(alice));
  });

  it('leave each other’s focus, caret, selection and view alone', async () => {
    const { alice, links } = await openJam();
    const bob = await comeWith(links.app, 'Bob Bell');
    await bob.jam.shows([`A ${words}`]);
    await bob.jam.open('A');
    await bob.jam.press('Control+End');
    for (let letter = 0; letter < 'people wait'.length; letter++) await bob.jam.press('Shift+ArrowLeft');
    const state = () =>
      bob.page.evaluate(() => ({
        selected: String(getSelection()),
        focused: document.activeElement?.className ?? '',
        scrolled: [...document.querySelectorAll('.scroll')].map(({ scrollTop }) => scrollTop),
        camera: document.querySelector<HTMLElement>('.card')?.parentElement?.style.transform,
        away: document.hasFocus(),
      }));
    const before = await state();
    expect(before.selected).toBe('people wait');

    await writeSheet(alice, 'A bus of bicycles');
    await alice.jam.open('A');
    await alice.jam.press('Control+Home');
    await alice.page.keyboard.type('Every night: ', { delay: 15 });
    await alice.jam.press('Escape');
    await riffOn('A', alice, 'Who pays the driver?');
    await bob.jam.shows([`A Every night: ${words}`, 'A2 Who pays the driver?', 'B A bus of bicycles']);
    expect(await state()).toEqual(before);
    await bob.page.keyboard.type('goats wait');
    await alice.jam.shows([
      'A Every night: It comes when three goats wait',
      'A2 Who pays the driver?',
      'B A bus of bicycles',
    ]);
  });

  it('see at once who comes, who writes and who goes, also when somebody is killed, and look where they look', async () => {
    const { alice, links } = await openJam();
    await alice.jam.roomSays(alone);
    const bob = await house.openWindow();
    await bob.jam.pasteInvite(links.app);
    await bob.jam.comeIn('Bob Bell');
    await alice.jam.meets('Alice Ahn', 'Bob Bell');
    await bob.jam.meets('Bob Bell', 'Alice Ahn');
    await bob.jam.open('A');
    await alice.page.getByText('1 writing').waitFor();
    const heard = alice.page.locator('.card[aria-label$=", Bob Bell is writing"]');
    await heard.waitFor();
    await bob.jam.press('Escape');
    await alice.page.getByText('1 writing').waitFor({ state: 'detached' });
    expect(await heard.count()).toBe(0);

    const looksAway = async () => {
      const before = await bob.jam.middleOf('A');
      await bob.page.mouse.wheel(-90, 60);
      await expect.poll(async () => (await bob.jam.middleOf('A')).x - before.x).toBeGreaterThan(60);
    };
    const seeTheSame = () =>
      expect
        .poll(async () => {
          const [hers, his] = await Promise.all([alice.jam.middleOf('A'), bob.jam.middleOf('A')]);
          return Math.abs(hers.x - his.x) + Math.abs(hers.y - his.y);
        })
        .toBeLessThan(5);
    await looksAway();
    await alice.jam.press('Control+u');
    await alice.page.getByRole('button', { name: 'Look where Bob Bell looks' }).click();
    await seeTheSame();
    await alice.jam.press('Control+u');
    await alice.page.getByRole('button', { name: 'Follow Bob Bell' }).click();
    await looksAway();
    await seeTheSame();
    await bob.close();
    await alice.jam.meets('Alice Ahn');
    await alice.jam.roomSays(alone);

    const again = await house.openWindow({ profile: bob.profile });
    await again.jam.openJam(/last bus/i);
    await alice.jam.meets('Alice Ahn', 'Bob Bell');
    await again.kill();
    await alice.jam.meets('Alice Ahn');
  });

  it('are apart while one is asleep in the middle of a word, say so, and merge with one line of what is new', async () => {
    const { alice, links } = await openJam();
    const bob = await comeWith(links.app, 'Bob Bell');
    await areTogether(alice, bob);
    await bob.jam.open('A');
    await bob.jam.press('Control+End');
    await bob.page.keyboard.type(' at the st');
    await alice.jam.shows([`A ${words} at the st`]);
    await areTogether(alice, bob);
    bob.app.freeze();
    await writeIn('A', alice, 'Control+Home', 'Every night: ');
    await writeSheet(alice, 'A bus of bicycles');
    expect((await alice.jam.look()).room).not.toBe(everyone);
    await alice.jam.roomSays(alone);
    await alice.jam.meets('Alice Ahn');
    bob.app.thaw();
    await bob.jam.shows([`A Every night: ${words} at the st`, 'B A bus of bicycles']);
    await bob.jam.says(/^1 new idea/);
    expect(await bob.page.locator('.notice').count()).toBe(1);
    await areTogether(alice, bob);
    expect(await alice.page.locator('.notice').count()).toBe(0);
    // And the word under the pen goes on where it was.
    await bob.page.keyboard.type('op');
    await alice.jam.shows([`A Every night: ${words} at the stop`, 'B A bus of bicycles']);
  });

  it('merge what each wrote and took back alone, in one sheet too, and each reads one line of it', async () => {
    const { alice, links } = await openJam();
    const bob = await comeWith(links.app, 'Bob Bell');
    await areTogether(alice, bob);
    await alice.close();
    await bob.jam.roomSays(alone);
    await writeIn('A', bob, 'Control+End', ' at the stop');
    await writeSheet(bob, 'The postman drives');
    await writeSheet(bob, 'Nobody drives');
    await bob.jam.press('Control+z');
    await bob.jam.shows([`A ${words} at the stop`, 'B The postman drives']);
    await bob.jam.kept();
    await bob.close();

    const her = await house.openWindow({ profile: alice.profile });
    await her.jam.openJam(/last bus/i);
    await her.jam.shows([`A ${words}`]);
    await writeIn('A', her, 'Control+Home', 'Every night: ');
    await writeSheet(her, 'A bus of bicycles');
    await writeSheet(her, 'No bus');
    await her.jam.press('Control+z');
    await her.jam.shows([`A Every night: ${words}`, 'B A bus of bicycles']);
    const him = await house.openWindow({ profile: bob.profile });
    await him.jam.openJam(/last bus/i);
    await areTogether(her, him);
    await her.jam.says(/^1 new idea/);
    await him.jam.says(/^1 new idea/);
    const texts = async ({ jam }: Visitor) =>
      (await jam.look()).sheets.map((sheet) => sheet.split(' ').slice(1).join(' ')).sort();
    await expect
      .poll(() => texts(her))
      .toEqual(['A bus of bicycles', `Every night: ${words} at the stop`, 'The postman drives']);
    expect([...(await him.jam.sheets())].sort()).toEqual([...(await her.jam.sheets())].sort());
  });
});

describe('three windows in a room', () => {
  it('go on when the one that invited them is gone', async () => {
    const { alice, links } = await openJam();
    const bob = await comeWith(links.app, 'Bob Bell');
    const carol = await comeWith(links.app, 'Carol Cho');
    await alice.jam.meets('Alice Ahn', 'Bob Bell', 'Carol Cho');
    await areTogether(alice, bob, carol);
    await alice.close();
    await bob.jam.meets('Bob Bell', 'Carol Cho');
    await carol.jam.meets('Carol Cho', 'Bob Bell');
    await writeSheet(bob, 'A bus of bicycles');
    await writeSheet(carol, 'The postman drives');
    const all = [`A ${words}`, 'B A bus of bicycles', 'C The postman drives'];
    await bob.jam.shows(all);
    await carol.jam.shows(all);
    await areTogether(bob, carol);

    // And who comes later finds the way in by those who stayed.
    const late = await comeWith((await bob.jam.invite()).app, 'Dan Day');
    await late.jam.shows(all);
    await late.jam.meets('Dan Day', 'Bob Bell', 'Carol Cho');
  });
});

describe('a jam’s link', () => {
  it('leads the running app in, and to the one window that a jam has', async () => {
    const { alice, links } = await openJam();
    const bob = await house.openWindow();
    await bob.jam.startJam('What else?', 'Bob Bell');
    const said = await bob.app.startAgain([links.app]);
    expect(said).toContain('already open');
    await bob.jam.shows([`A ${words}`]);
    await alice.jam.meets('Alice Ahn', 'Bob Bell');

    // A Mac sends what is opened as events.
    await bob.jam.act('All jams');
    await bob.page.getByRole('textbox', { name: /new jam/i }).waitFor();
    await bob.app.app.evaluate(
      ({ app }, url) => void app.emit('open-url', { preventDefault: () => undefined }, url),
      links.app,
    );
    await bob.jam.shows([`A ${words}`]);

    await bob.app.startAgain([links.app]);
    await bob.app.startAgain([links.web]);
    const windows = () => bob.app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await windows()).toBe(1);
    await bob.jam.meets('Bob Bell', 'Alice Ahn');
    expect(await bob.page.locator('.notice').count()).toBe(0);
  });

  it('that is no good is answered in one sentence that says what to do', async () => {
    const { alice, links } = await openJam();
    const { app } = links;
    const bob = await house.openWindow();
    for (const [link, sentence] of [
      ['https://example.org/', /not an invite/],
      [app.slice(0, -9), /not whole/],
      [damaged(app), /changed on its way/],
      [ofVersion(2, app), /newer Riffroom/],
      [expired(app), /expired/],
    ] as const) {
      await bob.page.getByRole('textbox', { name: 'Invite to a jam' }).fill(link);
      await bob.jam.press('Enter');
      await bob.jam.says(sentence);
      expect(await bob.page.locator('.notice').count()).toBe(1);
      await bob.page.locator('.notice').getByRole('button').first().click();
    }

    // Of one jam the host is there, and has closed the door; of another the host is gone.
    await alice.jam.press('Control+Shift+u');
    await alice.page.getByRole('button', { name: 'Close the door' }).click();
    const { alice: gone, links: linksOfGone } = await openJam();
    await gone.close();
    const carol = await house.openWindow({ args: [linksOfGone.app] });
    await bob.jam.pasteInvite(app);
    for (const [{ page, jam }, name] of [
      [bob, 'Bob Bell'],
      [carol, 'Carol Cho'],
    ] as const) {
      await page.getByRole('textbox', { name: 'Your name' }).fill(name);
      await jam.press('Enter');
    }
    for (const { page } of [bob, carol])
      await page
        .getByText(/Nobody who has this jam answers yet/)
        .first()
        .waitFor();
  });
});

/** One letter in its middle is another. */
function damaged(link: string): string {
  const at = link.length - 60;
  return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
}

/** As a later Riffroom would make it, with a checksum that is right. */
function ofVersion(version: number, link: string): string {
  const payload = fromBase64Url(link.slice(link.indexOf('#') + 1)) as Uint8Array;
  const body = concatBytes(Uint8Array.of(version), payload.subarray(1, -4));
  return writeAppLink(toBase64Url(concatBytes(body, sha256(body).subarray(0, 4))));
}

function expired(link: string): string {
  const invite = decodeInvite(link, 0);
  if (!invite.ok) throw new Error(invite.sentence);
  return writeAppLink(encodeInvite({ ...invite.value, expires: 1_000 }));
}
