import assert from 'node:assert/strict';
import { createDice } from '../support/threePeople.ts';
import { happenAtRandom } from './acts.ts';
import { createWorld, type World } from './world.ts';

const steps = 50;
/** A direct path is looked for again within a minute and a half. */
const quietMs = 200_000;
/** Timers of a page, and of each of its links. */
const timersOfPage = 12;
const timersOfLink = 12;

/** One story, that follows from its seed alone. Rejects with what went wrong; `tell` hears each act. */
export async function simulate(seed: number, tell: (act: string) => void = () => undefined): Promise<void> {
  const world = createWorld(seed);
  const dice = createDice(seed * 2);
  const people = 3 + dice(4);
  const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].slice(0, people);
  // Every third time the last one is a guest in a browser, with the first one's hub.
  for (const [i, name] of names.entries())
    world.buy(name, i === people - 1 && dice(3) === 0 ? names[0] : name);
  const [host] = world.laptops;
  if (!host) return;
  const first = await world.open(host);
  first.jam.run('jam.start', { challenge: 'What if?', name: first.name });
  for (const laptop of world.laptops.slice(1)) if (dice(4) > 0) await world.open(laptop);
  for (let step = 0; step < steps; step++) {
    tell(`${new Date(world.clock.now()).toISOString()} ${await happenAtRandom({ world, dice })}`);
    await world.clock.pass(dice(3) === 0 ? dice(9000) : dice(400));
  }
  tell('everybody is back');
  await world.mend();
  await world.clock.pass(quietMs);
  expectQuiet(world);
  await expectOneFrameEach(world);
  await expectIdle(world);
  world.dispose();
}

function expectQuiet({ oracle, pages, hostile }: World): void {
  oracle.expectTheSame(pages);
  const states = pages.map(({ awareness }) => awareness.getLocalState());
  for (const page of pages) {
    assert.deepEqual(page.shown(), { kind: 'everyone' }, `what ${page.name} is shown`);
    const here = page.room.status().peers.map(({ name }) => name);
    const others = pages.filter((one) => one !== page).map(({ name }) => name);
    assert.deepEqual(here.sort(), others.sort(), `who is linked to ${page.name}`);
    if (!hostile) assert.equal(page.room.status().refused, 0, `what ${page.name} refused of honest people`);
    const seen = [...page.awareness.getStates().values()];
    assert.deepEqual(seen.map(sayState).sort(), states.map(sayState).sort(), `whom ${page.name} sees`);
  }
}

function sayState(state: Record<string, unknown> | null): string {
  return `${state?.['name']} ${state?.['mood']}`;
}

/** In a complete mesh whoever writes tells each other one, and nobody repeats it. */
async function expectOneFrameEach({ pages, air, clock }: World): Promise<void> {
  const [writer] = pages;
  if (!writer) return;
  const before = { frames: air.recordFrames, records: writer.jam.log.size };
  writer.jam.run('brief.set', { field: 'why', text: `${clock.now()}` });
  await clock.pass(4000);
  const records = writer.jam.log.size - before.records;
  assert.ok(records > 0);
  assert.equal(air.recordFrames - before.frames, records * (pages.length - 1), 'frames of records');
}

/** Nobody has anything to say: heartbeats, and as many timers as there were. */
async function expectIdle({ pages, air, clock }: World): Promise<void> {
  const before = air.otherFrames;
  await clock.pass(20_000);
  assert.equal(air.otherFrames - before, 0, 'frames on idle links');
  const most = pages.length * (timersOfPage + timersOfLink * (pages.length - 1));
  assert.ok(clock.pending < most, `${clock.pending} timers`);
}
