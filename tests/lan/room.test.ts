/** Laptops in a room without internet, each the real app or a real browser in a network namespace of its own. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIREFOX } from '../support/launchGuestBrowser.ts';
import { type Laptop, openLaptops } from './laptops.ts';
import { whyNoNetwork } from './network.ts';
import { watchClaims } from './watchClaims.ts';

const hindrance = whyNoNetwork();
if (hindrance !== null) console.warn(`Laptops in a room are skipped: ${hindrance}`);
const laptops = openLaptops();

const challenge = 'How might the last bus still come?';
const everyone = /^Everyone/;
const first = 'A It comes when three people wait';

/** Figures are told, none is asserted. */
async function took<T>(what: string, run: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const value = await run();
  console.log(`${what}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
  return value;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function openJam(route = false): Promise<{ alice: Laptop; links: { app: string; web: string } }> {
  const alice = laptops.add({ route });
  const { desk } = alice;
  await desk.openApp();
  await desk.startJam(challenge, 'Alice Ahn');
  await writeSheet(alice, 'It comes when three people wait');
  return { alice, links: await desk.invite() };
}

async function writeSheet({ desk }: Laptop, text: string): Promise<void> {
  await desk.press('n');
  await desk.write(text);
  await desk.press('Escape');
}

/** Until all of them show the same sheets, so many, and say that everyone has everything. */
async function areInSync(people: readonly Laptop[], sheets: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const looks = await Promise.all(people.map(({ desk }) => desk.look()));
        const boards = new Set(looks.map(({ sheets }) => [...sheets].sort().join('\n')));
        return [boards.size, looks[0]?.sheets.length, looks.filter(({ room }) => everyone.test(room)).length];
      },
      { timeout: 60_000, interval: 100 },
    )
    .toEqual([1, sheets, people.length]);
}

describe.skipIf(hindrance !== null)('three laptops in a room without internet', () => {
  it('part by cable, by kill and by sleep, come together again, and never claim what is not so', async () => {
    const { alice, links } = await openJam();
    const [bob, carol] = [laptops.add(), laptops.add()];
    for (const [laptop, name] of [
      [bob, 'Bob Bell'],
      [carol, 'Carol Cho'],
    ] as const) {
      await laptop.desk.openApp([links.app]);
      await took(`${name} joins`, async () => {
        await laptop.desk.comeIn(name);
        await laptop.desk.shows([first]);
      });
    }
    const people = { Alice: alice, Bob: bob, Carol: carol };
    const all = [alice, bob, carol];
    await took('all three agree', () => areInSync(all, 1));
    expect(await alice.desk.wayTo('Bob Bell')).toMatch(/direct/);
    const watch = watchClaims(
      new Map(Object.entries(people).map(([name, { desk }]) => [name, () => desk.look()])),
    );

    carol.cableOut();
    const out = performance.now();
    await writeSheet(alice, 'A bus of bicycles');
    await writeSheet(carol, 'The postman drives');
    await carol.desk.roomSays(/^Alone/);
    await alice.desk.meets('Alice Ahn', 'Bob Bell');
    await writeSheet(bob, 'Four, on Sundays');
    await writeSheet(carol, 'A taxi for six');
    await wait(30_000 - (performance.now() - out));
    carol.cableIn();
    await took('cable in again after 30 s: in sync', () => areInSync(all, 5));
    await carol.desk.says(/^2 new ideas/);

    watch.pause('Carol');
    await carol.desk.freeze();
    const frozen = performance.now();
    watch.pause('Bob');
    await bob.desk.kill();
    await writeSheet(alice, 'The school bus waits');
    await alice.desk.meets('Alice Ahn');
    await bob.desk.openApp();
    await bob.desk.openJam(/last bus/i);
    await took('killed, opened again: in sync', () => areInSync([alice, bob], 6));
    watch.go('Bob');
    await writeSheet(bob, 'Who pays?');
    await wait(30_000 - (performance.now() - frozen));
    await carol.desk.thaw();
    watch.go('Carol');
    await took('awake after 30 s: in sync', () => areInSync(all, 7));

    const { claims, samples, untrue } = await watch.end();
    console.log(`${samples} looks, ${claims} of them say that everyone has everything`);
    expect(untrue).toEqual([]);
    expect(claims).toBeGreaterThan(0);
  });
});

describe.skipIf(hindrance !== null)('a guest at the host’s address in the network', () => {
  for (const route of [true, false]) {
    for (const browser of ['chromium', 'firefox'] as const) {
      it.skipIf(browser === 'firefox' && !existsSync(FIREFOX))(
        `comes in with ${browser} ${route ? 'behind a router' : 'in a room without a router'}, writes and is written to`,
        async () => {
          const { alice, links } = await openJam(route);
          expect(links.web).toContain(`http://${alice.address}:`);
          const guest = laptops.add({ route });
          await guest.desk.openGuest(browser, links.web);
          const where = `${browser} ${route ? 'with' : 'without'} a default route`;
          await took(`${where} joins`, async () => {
            await guest.desk.comeIn('Greta Grün');
            await guest.desk.shows([first]);
          });
          await alice.desk.meets('Alice Ahn', 'Greta Grün');
          await writeSheet(guest, 'The postman drives');
          await writeSheet(alice, 'A bus of bicycles');
          await took(`${where} agrees`, () => areInSync([alice, guest], 3));
          const way = await guest.desk.wayTo('Alice Ahn');
          console.log(`${where}: ${way}`);
          await guest.desk.close();
          await alice.desk.meets('Alice Ahn');
        },
      );
    }
  }
});

describe.skipIf(hindrance !== null)('two guests in a room without a router', () => {
  it('have no path to each other, and meet through the host’s laptop', async () => {
    const { alice, links } = await openJam();
    const [greta, hugo] = [laptops.add(), laptops.add()];
    await greta.desk.openGuest('chromium', links.web);
    await greta.desk.comeIn('Greta Grün');
    await hugo.desk.openGuest('chromium', links.web);
    await hugo.desk.comeIn('Hugo Huber');
    await took('two guests meet', () => hugo.desk.meets('Hugo Huber', 'Alice Ahn', 'Greta Grün'));
    await writeSheet(greta, 'The postman drives');
    await writeSheet(hugo, 'A bus of bicycles');
    await took('two guests and their host agree', () => areInSync([alice, greta, hugo], 3));
    expect(await hugo.desk.wayTo('Greta Grün')).toMatch(/through another laptop/);
  });
});

describe.skipIf(hindrance !== null)('much at once', () => {
  it('reaches who is there: a paste of 300 kB; and who comes late: a jam of 30 MB', async () => {
    const { alice, links } = await openJam();
    const bob = laptops.add();
    await bob.desk.openApp([links.app]);
    await bob.desk.comeIn('Bob Bell');
    await areInSync([alice, bob], 1);
    await alice.desk.paste(ideas(15, 20_000));
    await took('a paste of 300 kB arrives', () => bob.desk.counts(16));
    await took('and all is said to be there', () => bob.desk.roomSays(everyone));

    for (let part = 0; part < 10; part++) {
      await alice.desk.paste(ideas(150, 20_000));
      await alice.desk.counts(16 + (part + 1) * 150);
    }
    const carol = laptops.add();
    await carol.desk.openApp([links.app]);
    await took('a late joiner has 30 MB', async () => {
      await carol.desk.comeIn('Carol Cho');
      await carol.desk.counts(1516);
    });
    await took('and all is said to be there', () => carol.desk.roomSays(everyone));
  });
});

/** So many lines of so many letters: each becomes an idea. */
function ideas(count: number, letters: number): string {
  const words = (idea: number): string =>
    `Idea ${idea} ${'of the last bus and of who drives it '.repeat(letters / 36)}`;
  return Array.from({ length: count }, (_, idea) => words(idea).slice(0, letters).trim()).join('\n');
}
