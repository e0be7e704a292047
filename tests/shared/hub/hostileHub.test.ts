/** What a hub that means harm can't do to the others. */
import { describe, expect, it } from 'vitest';
import type { Hub } from '../../../shared/hub/hub.ts';
import { topicProof } from '../../../shared/hub/neighbourWire.ts';
import { addressOf, announce, chain, page, room } from './chains.ts';
import { createWorld, framesOf, frameTo, type Socket, topicOf, type World } from './world.ts';

describe('a hostile hub', () => {
  const name = (letter: string): string => `${letter.repeat(21)}A`;

  /** One that got in: it knows the topic. */
  function greet(world: World, hub: Hub, id = name('m')): Socket {
    const socket = world.rawNeighbour(hub);
    const { nonce } = socket.said()[0] as { nonce: string };
    socket.send({ type: 'hello', hub: id, nonce: name('n') });
    socket.send({ type: 'topics', proofs: [topicProof(room, name('n'), nonce)] });
    return socket;
  }

  it('without a greeting, or without a common topic, is closed', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const silent = world.rawNeighbour(hub);
    const stranger = world.rawNeighbour(hub);
    stranger.send({ type: 'hello', hub: name('s'), nonce: name('n') });
    stranger.send({ type: 'topics', proofs: [room] });
    const friend = greet(world, hub);
    world.advance(20_000);
    expect([silent.open, stranger.open, friend.open]).toEqual([false, false, true]);
    expect(JSON.stringify(stranger.said())).not.toContain(room);
  });

  it('can’t speak in a topic that it does not know, nor send frames', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const alice = page(world, hub, 'a');
    const relay = world.relay(hub);
    const stranger = world.rawNeighbour(hub);
    stranger.send({ type: 'hello', hub: name('s'), nonce: name('n') });
    const said = { ...announce('m'), id: name('i'), hops: 3, via: [] };
    const frame = frameTo(name('A'), ...frameTo(relay.address), ...frameTo(name('x')), 1);
    stranger.send(said);
    stranger.sendBytes(Uint8Array.from([3, ...frame]));
    expect([alice.got, framesOf(relay)]).toEqual([[], []]);
    const friend = greet(world, hub);
    friend.send(said);
    friend.sendBytes(Uint8Array.from([3, ...frame]));
    expect(alice.said()).toEqual([announce('m')]);
    expect(framesOf(relay)).toEqual([[name('x'), [1]]]);
  });

  it('that speaks nonsense changes nothing', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const alice = page(world, hub, 'a');
    const friend = greet(world, hub);
    const bad = [
      '',
      '{',
      '[]',
      { type: 'hello' },
      { type: 'topics', proofs: [1] },
      {
        type: 'hubs',
        topic: room,
        hubs: [{ hub: 'x', addresses: [] }, null, { hub: name('h'), addresses: [5] }],
      },
      { type: 'publish', topic: room, data: 1, id: name('i'), hops: 99, via: [] },
      { type: 'publish', topic: room, data: 1, id: 'i', hops: 1, via: [] },
      { type: 'publish', topic: room, data: 1, id: name('i'), hops: 1, via: new Array(1000).fill(name('v')) },
      { type: 'gone', address: '__proto__', for: 'constructor' },
      { type: 'pause', address: 7 },
      `{"type":"publish","topic":"${room}","id":"${name('i')}","hops":1,"via":[],"data":${'['.repeat(40_000)}`,
    ];
    for (const message of bad) friend.send(message);
    for (const length of [0, 1, 48, 49, 70_000]) friend.sendBytes(new Uint8Array(length).fill(255));
    expect(alice.got).toEqual([]);
    expect(friend.open).toBe(true);
  });

  it('can’t send us to addresses of this machine or of the internet, nor to endless ones', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const friend = greet(world, hub);
    const tell = (addresses: string[], id = name('h')) =>
      friend.send({ type: 'hubs', topic: room, hubs: [{ hub: id, addresses }] });
    tell(['http://127.0.0.1:4718', 'http://localhost:4718', 'http://[::1]:4718', 'http://example.org:4718']);
    tell([
      'https://192.168.1.7:4718',
      'http://192.168.1.7:80',
      'http://u@192.168.1.7:4718',
      'http://10.1.1.1:4718/x',
    ]);
    world.advance(60_000);
    expect(world.dials).toEqual([]);
    for (let n = 0; n < 100; n++)
      tell(
        Array.from({ length: 8 }, (_, i) => `http://10.0.${n}.${i}:4718`),
        `${topicOf(String(n)).slice(0, 21)}A`,
      );
    world.advance(1);
    expect(new Set(world.dials).size).toBe(128);
    world.advance(600_000);
    const dials = world.dials.length;
    world.advance(600_000);
    expect(world.dials.length).toBe(dials);
  });

  it('can’t keep us from the addresses of an invite by telling endless others first', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const friend = greet(world, hub);
    for (let n = 0; n < 20; n++) {
      const addresses = Array.from({ length: 8 }, (_, i) => `http://10.0.${n}.${i}:4718`);
      const told = `${topicOf(String(n)).slice(0, 21)}A`;
      friend.send({ type: 'hubs', topic: room, hubs: [{ hub: told, addresses }] });
    }
    hub.meet(room, ['http://192.168.1.7:4718']);
    world.advance(1);
    expect(world.dials).toHaveLength(129);
    expect(world.dials).toContain('http://192.168.1.7:4718');
  });

  it('can’t take a sender away from the hub where it is', () => {
    const world = createWorld();
    const [a, b] = chain(world, 2) as [Hub, Hub];
    world.advance(10_000);
    const [alice, bob] = [world.relay(a), world.relay(b)];
    bob.sendBytes(frameTo(alice.address, 1));
    world.settle();
    const mallory = greet(world, a);
    mallory.sendBytes(
      Uint8Array.from([3, ...frameTo(name('A'), ...frameTo(alice.address), ...frameTo(bob.address), 9)]),
    );
    mallory.got.length = 0;
    alice.sendBytes(frameTo(bob.address, 2));
    world.settle();
    expect(framesOf(bob).at(-1)).toEqual([alice.address, [2]]);
    expect(mallory.got).toEqual([]);
  });

  it('that has senders wait for ever is gone round after 30 s', () => {
    const world = createWorld();
    const hub = world.hub(addressOf(0));
    hub.serve([room]);
    const alice = world.relay(hub);
    const mallory = greet(world, hub);
    const far = name('f');
    mallory.sendBytes(
      Uint8Array.from([3, ...frameTo(name('A'), ...frameTo(alice.address), ...frameTo(far), 1)]),
    );
    mallory.send({ type: 'pause', address: far });
    alice.sendBytes(frameTo(far, 1));
    expect(alice.paused).toBe(true);
    world.advance(31_000);
    expect(alice.paused).toBe(false);
  });
});
