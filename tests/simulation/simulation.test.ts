/** A few stories from seeds, and those that went wrong once, told straight. */
import { afterEach, describe, expect, it } from 'vitest';
import { describeStories, range } from './stories.ts';
import { createWorld, type World } from './world.ts';

const hour = 3_600_000;
let world: World;
afterEach(() => world.dispose());

async function openAll(...names: string[]): Promise<void> {
  world = createWorld(1);
  for (const name of names) await world.open(world.buy(name));
  await world.clock.pass(5000);
}
const pageOf = (name: string) => {
  const page = world.pages.find((one) => one.name === name);
  if (!page) throw new Error(`${name} is not there`);
  return page;
};

describe('a room', () => {
  it('notices that somebody is gone although the clock has been set back meanwhile', async () => {
    await openAll('alice', 'bob');
    expect(pageOf('alice').shown()).toEqual({ kind: 'everyone' });
    world.crash(pageOf('bob'));
    pageOf('alice').laptop.wallOffset -= 20 * hour;
    await world.clock.pass(10_000);
    expect(pageOf('alice').shown()).toEqual({ kind: 'alone' });
  });

  it('takes "everyone has everything" back in the moment in which it becomes false', async () => {
    await openAll('alice', 'bob');
    const alice = pageOf('alice');
    alice.jam.run('jam.start', { challenge: 'What if?', name: 'Alice' });
    expect(alice.shown()).toEqual({ kind: 'behind', people: 1 });
    await world.clock.pass(5000);
    expect(alice.shown()).toEqual({ kind: 'everyone' });
  });

  it('shows a newcomer "everyone" only when all has come', async () => {
    await openAll('alice', 'bob');
    const alice = pageOf('alice');
    alice.jam.run('jam.start', { challenge: 'What if?', name: 'Alice' });
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    const added = alice.jam.run('idea.add', { place, text: 'long' });
    const idea = added.ok ? added.value.idea : '';
    for (let i = 0; i < 20; i++)
      alice.jam.run('idea.text', { idea, field: 'detail', text: String(i).repeat(75_000) });
    const carol = await world.open(world.buy('carol'));
    const seen: number[] = [];
    while (carol.jam.log.size < alice.jam.log.size) {
      seen.push(carol.jam.log.size);
      expect(carol.shown().kind).not.toBe('everyone');
      await world.clock.pass(10);
    }
    expect(new Set(seen).size).toBeGreaterThan(3);
    await world.clock.pass(5000);
    expect(carol.shown()).toEqual({ kind: 'everyone' });
  });

  it('shows a newcomer the unsealed last words of a laptop that never comes back, and what was built on them', async () => {
    await openAll('alice', 'bob');
    const [alice, bob] = [pageOf('alice'), pageOf('bob')];
    alice.jam.run('jam.start', { challenge: 'What if?', name: 'Alice' });
    await world.clock.pass(5000);
    alice.jam.run('brief.set', { field: 'why', text: 'my last words' });
    await world.clock.pass(100);
    world.crash(alice);
    const { log, session } = alice.jam;
    expect(log.seals(session.key).at(-1)).toBeLessThan(bob.jam.log.length(session.key) - 1);
    bob.jam.run('brief.set', { field: 'unknowns', text: 'what she meant' });
    await world.clock.pass(60_000);
    const dave = await world.open(world.buy('dave'));
    await world.clock.pass(10_000);
    expect(dave.jam.snapshot().brief).toMatchObject({ why: 'my last words', unknowns: 'what she meant' });
    expect(dave.shown()).toEqual({ kind: 'everyone' });
    world.oracle.expectTheSame(world.pages);
  });

  it('takes one person on two laptops with one profile, copied, for one person and two laptops', async () => {
    await openAll('alice', 'bob');
    const [alice, bob] = [pageOf('alice'), pageOf('bob')];
    alice.jam.run('jam.start', { challenge: 'What if?', name: 'Alice' });
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    const added = bob.jam.run('idea.add', { place, text: 'three people wait' });
    const idea = added.ok ? added.value.idea : '';
    await world.clock.pass(5000);
    const copy = await world.open(world.buy('bob at home', undefined, bob.laptop));
    await world.clock.pass(5000);
    expect(alice.room.status().peers.map(({ member }) => member)).toEqual(['bob-id', 'bob-id']);
    world.air.block(bob.laptop, copy.laptop, true);
    world.air.block(alice.laptop, copy.laptop, true);
    for (const [page, words] of [
      [bob, 'tonight '],
      [copy, 'always '],
    ] as const) {
      const opened = page.jam.openText({ idea, field: 'text' });
      if (!opened.ok) throw new Error(opened.sentence);
      const { ytext, origin, close } = opened.value;
      page.jam.doc.transact(() => ytext.insert(0, words), origin);
      close();
      page.jam.run('group.add', { board: 'main', name: words, x: 0, y: 0, w: 142, h: 82, ideas: [] });
    }
    await world.clock.pass(60_000);
    await world.mend();
    await world.clock.pass(60_000);
    world.oracle.expectTheSame(world.pages);
    expect(alice.jam.snapshot().ideas.get(idea)?.text).toMatch(
      /^(tonight always|always tonight) three people wait$/,
    );
    expect(alice.jam.snapshot().groups.size).toBe(2);
    expect(world.pages.map((page) => page.shown().kind)).toEqual(['everyone', 'everyone', 'everyone']);

    // Of the two one goes: the other is disturbed by nothing.
    world.crash(copy);
    await world.clock.pass(15_000);
    expect(alice.room.status().peers.map(({ name }) => name)).toEqual(['bob']);
    expect([alice.shown(), bob.shown()]).toEqual([{ kind: 'everyone' }, { kind: 'everyone' }]);
  });

  it('is whole again two weeks later, when each has gone on alone under a clock of their own', async () => {
    await openAll('alice', 'bob', 'carol');
    pageOf('alice').jam.run('jam.start', { challenge: 'What if?', name: 'Alice' });
    await world.clock.pass(5000);
    const [alice, bob, carol] = world.laptops;
    if (!alice || !bob || !carol) throw new Error('three laptops');
    bob.wallOffset = 24 * hour;
    for (const [a, b] of [
      [alice, bob],
      [bob, carol],
      [alice, carol],
    ] as const)
      world.air.block(a, b, true);
    for (const page of world.pages) {
      page.jam.run('brief.set', { field: 'why', text: page.name });
      page.jam.run('group.add', { board: 'main', name: page.name, x: 0, y: 0, w: 142, h: 82, ideas: [] });
    }
    await world.clock.pass(60_000);
    world.crash(pageOf('carol'));
    for (const laptop of [alice, bob]) world.sleep(laptop, true);
    await world.clock.pass(14 * 24 * hour);
    await world.mend();
    await world.clock.pass(120_000);
    world.oracle.expectTheSame(world.pages);
    expect(pageOf('carol').jam.snapshot().groups.size).toBe(3);
    expect(world.pages.map((page) => page.shown().kind)).toEqual(['everyone', 'everyone', 'everyone']);
  });
});

// 101: two ends of a relay that started anew at once answered each other for ever.
describeStories([...range(1, 3), 6, 101]);
