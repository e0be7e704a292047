/** A session begun and led from the interface, in two real windows: what the host does, and what everybody sees of it. */
import { describe, expect, it } from 'vitest';
import { openHouse, type WindowVisitor } from './openHouse.ts';

const house = openHouse();

/** What the phase bar says, and what of it can be pressed. */
interface Bar {
  readonly phase: string;
  readonly law: string;
  readonly clock: string;
  readonly controls: readonly string[];
}

async function twoPeople(): Promise<{ alice: WindowVisitor; bob: WindowVisitor }> {
  const alice = await house.openWindow();
  await alice.jam.startJam('How might the last bus still come?', 'Alice Ahn');
  const { app } = await alice.jam.invite();
  const bob = await house.openWindow({ args: [app] });
  await bob.jam.comeIn('Bob Bell');
  await alice.jam.meets('Alice Ahn', 'Bob Bell');
  return { alice, bob };
}

async function begin({ page }: WindowVisitor): Promise<void> {
  await page.getByRole('button', { name: 'Begin a session' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Waits until the phase of this name is played. */
async function sees({ page }: WindowVisitor, phase: string): Promise<void> {
  await page.getByRole('region', { name: 'The phase' }).getByRole('heading', { name: phase }).waitFor();
}

function barOf({ page }: WindowVisitor): Promise<Bar> {
  return page.evaluate(() => {
    const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    return {
      phase: textOf('.phase-line h1'),
      law: textOf('.phase-law'),
      clock: textOf('.phase-clock'),
      controls: [...document.querySelectorAll('.phase-hand button, .host-hand button')].map(
        (button) => button.getAttribute('aria-label') ?? '',
      ),
    };
  });
}

function setlistOf({ page }: WindowVisitor): Promise<string[]> {
  return page.locator('.course li .course-label > b').allTextContents();
}

describe('a session of two people', () => {
  it('is begun by the host for who is here, and everybody sees phase, law and clock, but only hosts controls', async () => {
    const { alice, bob } = await twoPeople();
    await alice.page.getByRole('button', { name: 'Begin a session' }).click();
    const people = alice.page.getByRole('spinbutton', { name: 'How many people' });
    expect(await people.inputValue()).toBe('2');
    expect(await bob.page.getByRole('button', { name: 'Begin a session' }).count()).toBe(0);
    await alice.page.getByRole('button', { name: 'Begin', exact: true }).click();

    for (const one of [alice, bob]) {
      await sees(one, 'The question');
      const { law, clock } = await barOf(one);
      expect(law).toBe('Listen. Ask what is unclear: no ideas yet.');
      expect(clock).toMatch(/^\d\d:\d\d$/);
      expect(await setlistOf(one)).toContain('Sealed vote');
    }
    expect((await barOf(alice)).controls).toEqual([
      'Pause the clock',
      'One more minute',
      'Go on: Write alone',
      'What a host can do',
    ]);
    expect((await barOf(bob)).controls).toEqual([]);
    await alice.page.getByRole('complementary', { name: 'Host card' }).getByText('who decides').waitFor();
    expect(await bob.page.getByRole('complementary', { name: 'Host card' }).count()).toBe(0);
  });

  it('is led by keys: on, back, pause, one more minute, look up; everybody may say that they are done', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await sees(bob, 'The question');
    await alice.jam.press('Shift+T');
    await bob.page.getByText('paused', { exact: true }).waitFor();
    const before = await barOf(bob);
    await alice.jam.press('Shift+M');
    const minutes = Number(before.clock.slice(0, 2)) + 1;
    const longer = `${String(minutes).padStart(2, '0')}${before.clock.slice(2)}`;
    await expect.poll(async () => (await barOf(bob)).clock).toBe(longer);

    await alice.jam.press('Shift+U');
    await bob.page.getByText('Alice Ahn has something to say.').waitFor();
    await alice.page.getByRole('button', { name: 'Carry on' }).click();
    await bob.page.getByText('Alice Ahn has something to say.').waitFor({ state: 'detached' });

    await bob.jam.press('Shift+D');
    await alice.page.locator('.turnout').getByText('few done').waitFor();
    await alice.jam.press('Shift+D');
    await bob.page.locator('.turnout').getByText('all done').waitFor();
    await bob.jam.press('Shift+PageDown');
    await alice.jam.press('Shift+PageDown');
    await sees(bob, 'Write alone');
    await bob.page.locator('.turnout').getByText('2 here').waitFor();
    // The caret stands on her sheet, and a host still has her hand on the course.
    await alice.page.getByRole('textbox', { name: 'Your sheet' }).press('Shift+PageUp');
    await sees(bob, 'The question');
    await alice.jam.act('Leave the setlist');
    for (const one of [alice, bob]) {
      await one.page.getByRole('region', { name: 'The phase' }).waitFor({ state: 'detached' });
      await one.page.getByRole('region', { name: 'Board' }).waitFor();
    }
  });

  it('is bent while it runs: dropped, brought back, moved, inserted, renamed, and played from the middle', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await sees(bob, 'The question');
    await alice.jam.press('Shift+S');
    const { page } = alice;
    await page.getByRole('button', { name: 'Drop Reveal and read' }).click();
    await page.getByRole('button', { name: 'Drop Rotate' }).click();
    await page.getByRole('button', { name: 'Bring Rotate back' }).click();
    await page.getByRole('button', { name: /^Move Sealed vote/ }).press('ArrowUp');
    await page.getByRole('button', { name: 'Insert a phase after Write alone' }).click();
    await page.getByRole('menuitem', { name: 'Open board' }).click();
    await page.getByRole('button', { name: 'Title, edit: Free riff' }).click();
    await page.keyboard.type('Buses only');
    await page.keyboard.press('Enter');
    await page.getByRole('spinbutton', { name: 'Minutes of Buses only' }).press('ArrowUp');
    const bent = [
      'The question',
      'Write alone',
      'Open board',
      'Rotate',
      'Buses only',
      'Fresh sheets',
      'Sealed vote',
      'Nominate and merge',
      'Decide',
      'Check-out',
    ];
    await expect.poll(() => setlistOf(bob)).toEqual(bent);
    await page.getByRole('button', { name: 'Play Buses only now' }).click();
    await sees(bob, 'Buses only');
    expect((await barOf(bob)).clock).toMatch(/^(10:00|09:)/);
    await alice.jam.press('Shift+S');
    await page.getByText('played, 4 min').waitFor();
  });

  it('answers a slip with ways out, of which one press takes one', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await sees(bob, 'The question');
    const offers = alice.page.getByRole('region', { name: 'Ways to end in time' });
    expect(await offers.count()).toBe(0);
    for (let more = 0; more < 12; more++) await alice.jam.press('Shift+M');
    await offers.getByRole('button', { name: /^Skip / }).click();
    await expect.poll(async () => (await setlistOf(bob)).length).toBe(9);
    expect(await bob.page.getByRole('region', { name: 'Ways to end in time' }).count()).toBe(0);
  });

  it('is taken over by the co-host when the host is gone', async () => {
    const { alice, bob } = await twoPeople();
    await begin(alice);
    await sees(bob, 'The question');
    await alice.page.getByRole('button', { name: 'Name Bob Bell' }).click();
    await bob.page.getByRole('button', { name: 'Go on: Write alone' }).waitFor();
    await alice.kill();
    await bob.page.getByText('Alice Ahn is gone.').waitFor();
    await bob.page.getByRole('button', { name: 'Take the lead' }).click();
    await bob.jam.says('You host now.');
    await bob.jam.press('Shift+PageDown');
    await sees(bob, 'Write alone');
  });
});
