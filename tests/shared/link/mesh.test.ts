import { afterEach, describe, expect, it } from 'vitest';
import type { Carrier } from '../../../shared/link/carrier.ts';
import { createFakeCable, type FakeCable } from '../../simulation/fakeCarrier.ts';
import { createFakePeer, type FakePeer, join } from '../../simulation/fakeRoom.ts';
import { createVirtualClock } from '../../simulation/virtualClock.ts';

const clock = createVirtualClock();
let people: FakePeer[] = [];

function createPeople(...names: string[]): FakePeer[] {
  people = names.map((name, seed) => createFakePeer(name, clock, seed));
  return people;
}

function joinAll(all: readonly FakePeer[]): Map<string, FakeCable> {
  const cables = new Map<string, FakeCable>();
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) cables.set(`${a.name}-${b.name}`, join(a, b, { clock }));
  });
  return cables;
}

function expectSame(all: readonly FakePeer[]): void {
  expect(new Set(all.map((one) => one.digest())).size).toBe(1);
}

const seenBy = ({ awareness }: FakePeer): unknown[] => [...awareness.getStates().values()];

const framesOf = (cables: Iterable<FakeCable>): number =>
  [...cables].reduce((sum, { frames: [a, b] }) => sum + a + b, 0);

afterEach(() => {
  for (const one of people) one.dispose();
  people = [];
});

describe('a mesh', () => {
  it('brings both what the other has, and what either does from then on', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    for (let i = 0; i < 3; i++) alice.write();
    bob.write();
    join(alice, bob, { clock });
    await clock.pass(100);
    expectSame([alice, bob]);
    expect(alice.log.size).toBe(6);
    alice.write();
    bob.write(300_000);
    await clock.pass(100);
    expectSame([alice, bob]);
    expect(alice.log.size).toBe(8);
  });

  it('sends what a file brought in slices too, on the link that stands', async () => {
    const [alice, bob, carol] = createPeople('alice', 'bob', 'carol') as [FakePeer, FakePeer, FakePeer];
    for (let i = 0; i < 20; i++) carol.write(1_000_000);
    join(alice, bob, { clock });
    await clock.pass(3000);
    alice.log.addEnvelopes(carol.log.records(), 'merge');
    await clock.pass(5000);
    expectSame([alice, bob, carol]);
    expect(alice.heard).toEqual([{ peer: 'bob', change: 'opened' }]);
    expect(alice.mesh.summary()).toEqual({ kind: 'everyone' });
  });

  it('opens a link also where one end was handed its carrier later, with the first words waiting in it', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    const cable = createFakeCable({ clock });
    bob.mesh.connect('alice', cable.ends[1]);
    await clock.pass(1000);
    alice.mesh.connect('bob', cable.ends[0]);
    await clock.pass(1000);
    expect(bob.heard).toEqual([{ peer: 'alice', change: 'opened' }]);
    expect(alice.heard).toEqual([{ peer: 'bob', change: 'opened' }]);
  });

  it('tells of the end of a link that ends as it begins: its carrier has closed, or garbage waits in it', async () => {
    const [alice] = createPeople('alice') as [FakePeer];
    for (const spoil of [(end: Carrier) => end.close(), (end: Carrier) => end.send(Uint8Array.of(9, 9))]) {
      const cable = createFakeCable({ clock });
      spoil(cable.ends[1]);
      await clock.pass(1000);
      alice.mesh.connect('bob', cable.ends[0]);
    }
    expect(alice.heard).toEqual([
      { peer: 'bob', change: 'lost' },
      { peer: 'bob', change: 'garbage' },
    ]);
    expect(alice.mesh.peers()).toEqual([]);
  });

  it('says "everyone" only when everyone has everything', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    alice.write();
    expect(alice.mesh.summary()).toEqual({ kind: 'alone' });
    const cable = join(alice, bob, { clock });
    await clock.pass(3000);
    expect(alice.mesh.summary()).toEqual({ kind: 'everyone' });
    cable.cut();
    alice.write();
    expect(alice.mesh.summary()).toEqual({ kind: 'behind', people: 1 });
    await clock.pass(3000);
    expect(alice.mesh.summary()).toEqual({ kind: 'behind', people: 1 });
    cable.mend();
    await clock.pass(3000);
    expect(alice.mesh.summary()).toEqual({ kind: 'everyone' });
    expect(bob.mesh.summary()).toEqual({ kind: 'everyone' });
  });

  it('sends n-1 frames an edit when complete', async () => {
    const all = createPeople('alice', 'bob', 'carol', 'dave', 'erin');
    const cables = joinAll(all);
    for (const one of all) one.write();
    await clock.pass(5000);
    expectSame(all);
    const idleFrom = framesOf(cables.values());
    await clock.pass(2000);
    const idle = framesOf(cables.values()) - idleFrom;
    const before = framesOf(cables.values());
    for (let i = 0; i < 10; i++) for (const one of all) one.write();
    const edits = 10 * all.length * (all.length - 1);
    expect(framesOf(cables.values()) - before).toBe(edits);
    await clock.pass(500);
    // Both ends of ten cables beat once in two seconds, and nobody repeats to anybody what they were told.
    expect(idle).toBe(20);
    expect(framesOf(cables.values()) - before).toBeLessThanOrEqual(edits + 20);
    expectSame(all);
  });

  it('passes on what somebody in between has to', async () => {
    const [alice, bob, carol, dave] = createPeople('alice', 'bob', 'carol', 'dave') as [
      FakePeer,
      FakePeer,
      FakePeer,
      FakePeer,
    ];
    join(alice, bob, { clock });
    join(bob, carol, { clock });
    join(carol, dave, { clock });
    await clock.pass(1000);
    alice.write();
    dave.write();
    await clock.pass(100);
    expectSame([alice, bob, carol, dave]);
    expect(alice.log.size).toBe(4);
  });

  it('makes good what a dying author told only some of', async () => {
    const all = createPeople('alice', 'bob', 'carol');
    const [alice, bob, carol] = all as [FakePeer, FakePeer, FakePeer];
    const cables = joinAll(all);
    await clock.pass(5000);
    cables.get('alice-carol')?.cut();
    alice.write();
    await clock.pass(100);
    expect(carol.log.size).toBe(0);
    cables.get('alice-bob')?.cut();
    await clock.pass(10_000);
    expect(alice.mesh.peers()).toEqual([]);
    expectSame([bob, carol]);
    expect(carol.log.size).toBe(2);
  });

  it('lets one peer send what a newcomer lacks, and the next go on where that one stops', async () => {
    const [alice, bob, carol] = createPeople('alice', 'bob', 'carol') as [FakePeer, FakePeer, FakePeer];
    for (let i = 0; i < 200; i++) alice.write(20_000);
    join(alice, bob, { clock });
    await clock.pass(5000);
    expectSame([alice, bob]);
    const toAlice = join(carol, alice, { clock, bytesPerMs: 2000 });
    const toBob = join(carol, bob, { clock, bytesPerMs: 2000 });
    await clock.pass(1000);
    const midway = carol.log.size;
    expect(midway).toBeGreaterThan(20);
    expect(midway).toBeLessThan(150);
    expect(toBob.frames[1]).toBeLessThan(10);
    toAlice.cut();
    await clock.pass(20_000);
    expectSame([alice, bob, carol]);
    expect(toBob.frames[1]).toBeLessThan(200);
  });

  it('sends what somebody lacks once, however long it takes and whatever else happens', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    for (let i = 0; i < 100; i++) alice.write(20_000);
    join(alice, bob, { clock, bytesPerMs: 25 });
    for (let i = 0; i < 120; i++) {
      await clock.pass(1000);
      if (i < 60) bob.write();
    }
    expectSame([alice, bob]);
    // What is still on its way when heads are compared may be sent again: one slice, never the whole.
    expect(alice.mesh.peers()[0]?.bytesOut).toBeLessThan(2_300_000);
  });

  it('keeps little waiting for somebody who reads slowly', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    for (let i = 0; i < 100; i++) alice.write(20_000);
    const cable = join(alice, bob, { clock, bytesPerMs: 50 });
    let most = 0;
    for (let i = 0; i < 100; i++) {
      await clock.pass(100);
      most = Math.max(most, cable.ends[0].buffered);
      alice.write(50);
    }
    expect(most).toBeLessThan(160_000);
    await clock.pass(60_000);
    expectSame([alice, bob]);
  });

  it('keeps one of two links, and presence with it', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    alice.awareness.setLocalState({ member: 'whoever' });
    const relayed = join(alice, bob, { clock, way: 'relayed' });
    await clock.pass(500);
    expect(bob.mesh.peers()).toMatchObject([{ peer: 'alice', way: 'relayed', phase: 'open', name: 'alice' }]);
    const seen: unknown[] = [];
    bob.awareness.on('change', ({ removed }: { removed: number[] }) => seen.push(...removed));
    join(alice, bob, { clock, way: 'direct' });
    for (let i = 0; i < 40; i++) {
      await clock.pass(100);
      alice.write();
      expect(bob.mesh.peers().map(({ phase }) => phase)).toEqual(['open']);
    }
    await clock.pass(3000);
    // Once the better one stands, the other carries heartbeats and a goodbye.
    expect(relayed.frames[0]).toBeLessThan(15);
    expect(bob.mesh.peers()).toMatchObject([{ peer: 'alice', way: 'direct' }]);
    expect(seen).toEqual([]);
    expect(seenBy(bob)).toContainEqual({ member: 'alice-id' });
    expectSame([alice, bob]);
  });

  it('shows somebody silent after 4 s, lets them go after 8 s, and their presence with them', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    alice.awareness.setLocalState({ member: 'whoever' });
    const cable = join(alice, bob, { clock });
    await clock.pass(1000);
    expect(seenBy(bob)).toContainEqual({ member: 'alice-id' });
    cable.cut();
    await clock.pass(6500);
    expect(bob.mesh.peers()).toMatchObject([{ phase: 'silent' }]);
    await clock.pass(3500);
    expect(bob.mesh.peers()).toEqual([]);
    expect(bob.heard.at(-1)).toEqual({ peer: 'alice', change: 'silent' });
    expect(seenBy(bob)).not.toContainEqual({ member: 'alice-id' });
    expect(bob.mesh.summary()).toEqual({ kind: 'alone' });
  });

  it('notices within seconds that somebody is gone, also when the clock was set back an hour', async () => {
    const [alice] = createPeople('alice') as [FakePeer];
    let skew = 0;
    const bob = createFakePeer('bob', { ...clock, now: () => clock.now() + skew }, 2);
    people.push(bob);
    const cable = join(alice, bob, { clock });
    await clock.pass(5000);
    skew = -3_600_000;
    cable.cut();
    await clock.pass(12_000);
    expect(bob.heard.at(-1)).toEqual({ peer: 'alice', change: 'silent' });
  });

  it('keeps somebody whose browser wakes a hidden tab only once a minute', async () => {
    const [alice] = createPeople('alice') as [FakePeer];
    const sleepy = {
      ...clock,
      schedule: (ms: number, run: () => void) => clock.schedule(Math.max(ms, 60_000), run),
    };
    const bob = createFakePeer('bob', sleepy, 2);
    people.push(bob);
    join(alice, bob, { clock });
    await clock.pass(300_000);
    expect(alice.heard).toEqual([{ peer: 'bob', change: 'opened' }]);
    expect(bob.heard).toEqual([{ peer: 'alice', change: 'opened' }]);
    expect(alice.mesh.peers()).toMatchObject([{ phase: 'open' }]);
  });

  it('tells a polite leave from a loss', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    join(alice, bob, { clock });
    await clock.pass(1000);
    alice.mesh.dispose();
    await clock.pass(100);
    expect(bob.heard.at(-1)).toEqual({ peer: 'alice', change: 'left' });
  });

  it('carries cursors to everybody, and nothing longer than a cursor', async () => {
    const [alice, bob] = createPeople('alice', 'bob') as [FakePeer, FakePeer];
    const cable = join(alice, bob, { clock });
    await clock.pass(1000);
    const seen: unknown[] = [];
    bob.mesh.onCursor((peer, bytes) => seen.push([peer, [...bytes]]));
    alice.mesh.sendCursor(Uint8Array.of(1, 2, 3));
    cable.ends[0].sendLoose(new Uint8Array(65));
    alice.awareness.setLocalState({ name: 'alice', writing: 'a sheet' });
    await clock.pass(100);
    expect(seen).toEqual([['alice', [1, 2, 3]]]);
    expect([...bob.awareness.getStates().values()]).toContainEqual(
      expect.objectContaining({ name: 'alice' }),
    );
    // Neither is part of anything that is kept.
    expect([alice.log.size, bob.log.size]).toEqual([0, 0]);
  });
});
