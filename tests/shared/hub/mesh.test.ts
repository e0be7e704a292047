/** Hubs that find each other, and pages that meet over several of them. */
import { describe, expect, it } from 'vitest';
import type { Hub } from '../../../shared/hub/hub.ts';
import { addressOf, announce, chain, cutChain, neighbourCounts, page, room, signal } from './chains.ts';
import { createWorld, framesOf, frameTo, topicOf } from './world.ts';

describe('hubs', () => {
  it('become a mesh from a chain of addresses, one link a pair', () => {
    const world = createWorld();
    const hubs = chain(world, 5);
    world.advance(30_000);
    expect(neighbourCounts(hubs)).toEqual([4, 4, 4, 4, 4]);
    const dials = world.dials.length;
    world.advance(600_000);
    expect(world.dials.length).toBe(dials);
  });

  it('that dial each other at once keep one link', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const world = createWorld(seed);
      const [a, b] = chain(world, 2) as [Hub, Hub];
      a.meet(room, [addressOf(1)]);
      world.advance(30_000);
      expect(world.dials).toHaveLength(2);
      expect(neighbourCounts([a, b])).toEqual([1, 1]);
      const alice = page(world, a, 'a');
      const bob = page(world, b, 'b');
      expect([alice.said(), bob.said()]).toEqual([[announce('b')], []]);
    }
  });

  it('find nobody in themselves, whatever address they are told', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    hub.meet(room, [addressOf(0), 'http://192.168.1.1:4718/', 'nonsense', 'http://example.org:4718']);
    world.advance(60_000);
    expect(hub.neighbours()).toEqual([]);
    expect(world.dials).toEqual([addressOf(0)]);
  });

  it('find one later that is not there yet, ever more seldom', () => {
    const world = createWorld();
    const early = world.hub();
    early.meet(room, [addressOf(0)]);
    world.advance(60_000);
    expect(world.dials.length).toBeGreaterThan(5);
    expect(world.dials.length).toBeLessThan(40);
    const late = world.hub(addressOf(0));
    late.serve([room]);
    world.advance(20_000);
    expect(early.neighbours()).toEqual([late.id]);
    early.part(room);
    world.advance(20_000);
    expect(late.neighbours()).toEqual([]);
  });

  it('tell a topic only to who knows it', () => {
    const world = createWorld();
    const old = world.hub(addressOf(0));
    old.serve([topicOf('another room')]);
    const hub = world.hub(addressOf(1));
    hub.serve([room]);
    hub.meet(room, [addressOf(0)]);
    world.advance(60_000);
    expect(world.between.length).toBeGreaterThan(4);
    expect(world.between.filter((message) => String(message).includes(room))).toEqual([]);
    expect(hub.neighbours()).toEqual([]);
  });
});

describe('pages over several hubs', () => {
  it('meet over two', () => {
    const world = createWorld();
    const hubs = chain(world, 2);
    world.advance(10_000);
    const alice = page(world, hubs[0], 'a');
    const bob = page(world, hubs[1], 'b');
    expect(alice.said()).toEqual([announce('b')]);
    alice.send(signal('a', 'b'));
    world.settle();
    expect(bob.said()).toEqual([signal('a', 'b')]);
  });

  it('meet though they announced themselves before their hubs did, and find no ghosts', () => {
    const world = createWorld();
    const hubs = Array.from({ length: 4 }, (_, n) => world.hub(addressOf(n)));
    for (const hub of hubs) hub.serve([room]);
    const [a, b, , d] = hubs as [Hub, Hub, Hub, Hub];
    for (const [n, one] of hubs.entries())
      for (const [m, other] of hubs.entries()) if (m > n + 1) world.cut(one, other);
    const pages = hubs.map((hub, n) => page(world, hub, `p${n}`));
    const gone = page(world, a, 'gone');
    b.meet(room, [addressOf(0)]);
    d.meet(room, [addressOf(2)]);
    world.advance(10_000);
    gone.close();
    world.settle();
    b.meet(room, [addressOf(2)]);
    world.advance(10_000);
    const met = pages.flatMap((socket, n) =>
      socket.said().map(({ data }) => [`p${n}`, (data as { from: string }).from].sort().join('-')),
    );
    const pairs = ['p0-p1', 'p0-p2', 'p0-p3', 'p1-p2', 'p1-p3', 'p2-p3'];
    expect(met.filter((pair) => pair.startsWith('p')).sort()).toEqual(pairs);
    expect(met.filter((pair) => pair.startsWith('gone'))).toEqual(['gone-p0']);
  });

  it('meet over a chain of three, where signals go only where they should', () => {
    const world = createWorld();
    const hubs = cutChain(world, 3);
    expect(neighbourCounts(hubs)).toEqual([1, 2, 1]);
    const alice = page(world, hubs[0], 'a');
    const bob = page(world, hubs[1], 'b');
    const carol = page(world, hubs[2], 'c');
    expect(alice.said()).toEqual([announce('b'), announce('c')]);
    carol.send(signal('c', 'a'));
    alice.send(signal('a', 'c'));
    world.settle();
    expect(alice.said().at(-1)).toEqual(signal('c', 'a'));
    expect(carol.said()).toEqual([signal('a', 'c')]);
    expect(bob.said()).toEqual([announce('c')]);
  });

  it('lose nothing that they say while their hubs dial each other at once and settle on one link', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const world = createWorld(seed);
      const [a, b, c] = chain(world, 3) as [Hub, Hub, Hub];
      for (const hub of [a, c]) hub.setAddresses([]);
      world.advance(10_000);
      expect(neighbourCounts([a, b, c])).toEqual([1, 2, 1]);
      const [alice, bob] = [page(world, a, 'a'), page(world, c, 'b')];
      a.setAddresses([addressOf(0)]);
      c.setAddresses([addressOf(2)]);
      let said = 0;
      for (let step = 0; world.step(); step++) {
        if (said === 100 || step % 4 > 0) continue;
        alice.send({ ...signal('a', 'b'), data: { ...signal('a', 'b').data, token: said } });
        bob.send({ ...signal('b', 'a'), data: { ...signal('b', 'a').data, token: said } });
        said += 1;
      }
      expect(neighbourCounts([a, b, c])).toEqual([2, 2, 2]);
      const all = Array.from({ length: said }, (_, n) => n);
      for (const socket of [alice, bob]) {
        const heard = socket.said().flatMap(({ data }) => (data as { token?: number }).token ?? []);
        expect(
          heard.sort((x, y) => x - y),
          `seed ${seed}`,
        ).toEqual(all);
      }
    }
  });

  it('hear each announce once in a mesh of five, and it crosses four links', () => {
    const world = createWorld();
    const hubs = chain(world, 5);
    world.advance(30_000);
    const pages = hubs.map((hub, n) => page(world, hub, `p${n}`));
    for (const socket of pages) socket.got.length = 0;
    world.between.length = 0;
    pages[0]?.send(announce('p0'));
    world.settle();
    expect(pages.map(({ got }) => got.length)).toEqual([0, 1, 1, 1, 1]);
    expect(world.between).toHaveLength(4);
    world.between.length = 0;
    pages[0]?.send(signal('p0', 'p3'));
    world.settle();
    expect(pages[3]?.said().at(-1)).toEqual(signal('p0', 'p3'));
    expect(world.between).toHaveLength(1);
  });

  it('hear an announce once that comes round a ring both ways', () => {
    const world = createWorld();
    const hubs = chain(world, 4);
    hubs[3]?.meet(room, [addressOf(0)]);
    world.cut(hubs[0] as Hub, hubs[2] as Hub);
    world.cut(hubs[1] as Hub, hubs[3] as Hub);
    world.advance(30_000);
    expect(neighbourCounts(hubs)).toEqual([2, 2, 2, 2]);
    page(world, hubs[0], 'a');
    const carol = page(world, hubs[2], 'c');
    page(world, hubs[0], 'b');
    expect(carol.said()).toEqual([announce('b')]);
  });

  it('go on when the hub between them dies, through addresses that it had told', () => {
    const world = createWorld();
    const [a, b, c] = chain(world, 3) as [Hub, Hub, Hub];
    world.advance(10_000);
    world.kill(b);
    world.advance(1000);
    expect(neighbourCounts([a, c])).toEqual([1, 1]);
    const alice = page(world, a, 'a');
    page(world, c, 'c');
    expect(alice.said()).toEqual([announce('c')]);
  });

  it('find each other again after an hour without cable, also by what they were only told', () => {
    const world = createWorld();
    const [a, b, c] = chain(world, 3) as [Hub, Hub, Hub];
    world.advance(10_000);
    world.kill(b);
    world.cut(a, c);
    world.advance(3_600_000);
    expect(neighbourCounts([a, c])).toEqual([0, 0]);
    world.cut(a, c, false);
    world.advance(10_000);
    expect(neighbourCounts([a, c])).toEqual([1, 1]);
  });
});

describe('the relay over several hubs', () => {
  it('asks all for an unknown address once, then knows the way', () => {
    const world = createWorld();
    const hubs = cutChain(world, 4);
    const alice = world.relay(hubs[0] as Hub);
    const dora = world.relay(hubs[3] as Hub);
    alice.sendBytes(frameTo(dora.address, 1));
    world.settle();
    dora.sendBytes(frameTo(alice.address, 2));
    world.settle();
    world.between.length = 0;
    for (let n = 3; n < 40; n++) alice.sendBytes(frameTo(dora.address, n));
    world.settle();
    expect(world.between).toHaveLength(37 * 3);
    expect(framesOf(alice)).toEqual([[dora.address, [2]]]);
    expect(framesOf(dora).map(([from, [n]]) => [from, n])).toEqual(
      [1, ...Array.from({ length: 37 }, (_, n) => n + 3)].map((n) => [alice.address, n]),
    );
  });

  it('delivers once and in order in a mesh with circles, while the way is still being found', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const world = createWorld(seed);
      const hubs = chain(world, 5);
      world.advance(30_000);
      const pages = hubs.map((hub) => world.relay(hub));
      for (let n = 0; n < 60; n++) {
        const [from, to] = [pages[n % 5], pages[(n * 3 + seed) % 5]] as const;
        if (!from || !to || from === to) continue;
        from.sendBytes(frameTo(to.address, n));
        if (n % 7 === seed % 7) world.settle();
      }
      world.settle();
      for (const socket of pages) {
        const heard = framesOf(socket);
        for (const sender of pages) {
          const numbers = heard.filter(([from]) => from === sender.address).map(([, [n]]) => n ?? -1);
          expect(numbers).toEqual([...new Set(numbers)].sort((x, y) => x - y));
        }
      }
      const sent = Array.from({ length: 60 }, (_, n) => n).filter((n) => n % 5 !== (n * 3 + seed) % 5);
      expect(pages.flatMap((socket) => framesOf(socket)).length).toBe(sent.length);
    }
  });

  it('says at the other end of the chain that somebody is gone', () => {
    const world = createWorld();
    const hubs = cutChain(world, 3);
    const alice = world.relay(hubs[0] as Hub);
    const carol = world.relay(hubs[2] as Hub);
    alice.sendBytes(frameTo(carol.address, 1));
    world.settle();
    carol.sendBytes(frameTo(alice.address, 2));
    world.settle();
    carol.close();
    alice.sendBytes(frameTo(carol.address, 3));
    world.settle();
    expect(alice.said().at(-1)).toEqual({ gone: carol.address });
  });

  it('lets a sender wait for a slow reader three hubs away, and nobody else', () => {
    const world = createWorld();
    const hubs = cutChain(world, 3);
    const alice = world.relay(hubs[0] as Hub);
    const [slow, quick] = [world.relay(hubs[2] as Hub), world.relay(hubs[2] as Hub)];
    for (const socket of [slow, quick]) {
      alice.sendBytes(frameTo(socket.address, 0));
      world.settle();
      socket.sendBytes(frameTo(alice.address, 0));
      world.settle();
    }
    const bob = world.relay(hubs[1] as Hub);
    bob.sendBytes(frameTo(quick.address, 5));
    slow.stuck = 2_000_000;
    for (let n = 1; n < 4; n++) {
      alice.sendBytes(frameTo(slow.address, n));
      world.settle();
    }
    alice.sendBytes(frameTo(slow.address, 4));
    expect(alice.paused).toBe(true);
    expect(bob.paused).toBe(false);
    bob.sendBytes(frameTo(quick.address, 6));
    world.settle();
    expect(framesOf(quick).map(([, payload]) => payload[0])).toEqual([0, 5, 6]);
    slow.read();
    world.settle();
    expect(alice.paused).toBe(false);
    world.settle();
    expect(framesOf(slow).map(([, payload]) => payload[0])).toEqual([0, 1, 2, 3, 4]);
  });

  it('asks only so much for an address that nobody answers for', () => {
    const world = createWorld();
    const hubs = chain(world, 2);
    world.advance(10_000);
    const alice = world.relay(hubs[0] as Hub);
    const nobody = `${topicOf('nobody').slice(0, 21)}A`;
    world.between.length = 0;
    for (let n = 0; n < 2000; n++) alice.sendBytes(frameTo(nobody, ...new Array(1024).fill(0)));
    world.settle();
    expect(world.between.length).toBeLessThan(300);
    expect(alice.said().at(-1)).toEqual({ gone: nobody });
    world.advance(10_000);
    world.between.length = 0;
    alice.sendBytes(frameTo(nobody, 1));
    expect(world.between).toHaveLength(1);
  });

  it('finds another way when the one it knew is gone', () => {
    const world = createWorld();
    const [a, b, c] = chain(world, 3) as [Hub, Hub, Hub];
    world.cut(a, c);
    world.advance(20_000);
    const [alice, carol] = [world.relay(a), world.relay(c)];
    alice.sendBytes(frameTo(carol.address, 1));
    world.settle();
    carol.sendBytes(frameTo(alice.address, 1));
    world.settle();
    world.cut(a, c, false);
    world.advance(60_000);
    world.kill(b);
    world.advance(1000);
    alice.sendBytes(frameTo(carol.address, 2));
    world.settle();
    expect(framesOf(carol).map(([, payload]) => payload[0])).toEqual([1, 2]);
  });
});
