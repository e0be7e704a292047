/** Laptops, the pages open on them, and everything that can happen to them. */
import { createDice } from '../support/threePeople.ts';
import { type Air, createAir } from './air.ts';
import { type Hostile, openHostile } from './hostile.ts';
import { createLaptop, type Laptop } from './laptop.ts';
import { createOracle, type Oracle } from './oracle.ts';
import { openPage, type Page } from './page.ts';
import { createVirtualClock, type VirtualClock } from './virtualClock.ts';

export interface World {
  readonly clock: VirtualClock;
  readonly air: Air;
  readonly oracle: Oracle;
  readonly laptops: readonly Laptop[];
  /** Open now. */
  readonly pages: readonly Page[];
  pageOf(laptop: Laptop): Page | undefined;
  /** `copyOf`: with a copy of that one's profile. */
  buy(name: string, hubOf?: string, copyOf?: Laptop): Laptop;
  open(laptop: Laptop): Promise<Page>;
  crash(page: Page): void;
  close(page: Page): Promise<void>;
  /** Somebody who means harm, in every second room. */
  readonly hostile: Hostile | null;
  /** Closes the lid, or opens it. */
  sleep(laptop: Laptop, isAsleep: boolean): void;
  /** Everybody is there again, and nothing stands between them. */
  mend(): Promise<void>;
  dispose(): void;
}

export function createWorld(seed: number): World {
  const clock = createVirtualClock();
  const dice = createDice(seed * 2 + 1);
  const air = createAir(clock, dice);
  const oracle = createOracle();
  const laptops: Laptop[] = [];
  const pages = new Map<Laptop, Page>();
  const byPeer = new Map<string, Page>();
  clock.onTurn(() => oracle.look(byPeer, clock.now()));

  const hostile = seed % 2 === 0 ? openHostile(clock, air, seed, createDice(-seed)) : null;

  const forget = (page: Page): void => {
    pages.delete(page.laptop);
    byPeer.delete(page.party.peer);
  };
  const open = async (laptop: Laptop): Promise<Page> => {
    const page = await openPage({ laptop, air, clock, dice, onKept: oracle.kept });
    pages.set(laptop, page);
    byPeer.set(page.party.peer, page);
    return page;
  };
  const sleep = (laptop: Laptop, isAsleep: boolean): void => {
    if (isAsleep) laptop.suspend();
    else laptop.resume();
    air.refresh();
  };

  return {
    clock,
    air,
    oracle,
    hostile,
    laptops,
    get pages() {
      return [...pages.values()];
    },
    pageOf: (laptop) => pages.get(laptop),
    buy(name, hubOf, copyOf) {
      const laptop = createLaptop(name, clock, seed * 100 + laptops.length, hubOf, copyOf);
      laptops.push(laptop);
      return laptop;
    },
    open,
    crash(page) {
      forget(page);
      page.crash();
    },
    async close(page) {
      await page.close();
      forget(page);
    },
    sleep,
    async mend() {
      hostile?.leave();
      air.mendAll();
      air.calm();
      for (const laptop of laptops) {
        laptop.isDiskFull = false;
        sleep(laptop, false);
        if (!pages.has(laptop)) await open(laptop);
      }
    },
    dispose() {
      for (const page of pages.values()) page.crash();
    },
  };
}
