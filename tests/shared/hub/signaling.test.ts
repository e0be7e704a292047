/** Pages that look for each other over one hub, and what a hostile one can't do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, own, type Socket, stranger, topicOf, type World } from './world.ts';

const room = topicOf('room');
const announce = (from: string, topic = room) => ({
  type: 'publish',
  topic,
  data: { type: 'announce', from },
});
const signal = (from: string, to: string) => ({
  type: 'publish',
  topic: room,
  data: { type: 'signal', from, to, signal: { type: 'offer', sdp: 'v=0' } },
});
const dataOf = (socket: Socket): unknown[] => socket.said().map(({ data }) => data);

function meet(world: World, count: number): Socket[] {
  const hub = world.hub();
  return Array.from({ length: count }, (_, n) => {
    const socket = world.signaling(hub);
    socket.send({ type: 'subscribe', topics: [room] });
    socket.send(announce(`peer-${n}`));
    return socket;
  });
}

describe('signalling over one hub', () => {
  it('tells an announce to everybody in the topic but the sender, and nobody else', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, bob, carol] = [world.signaling(hub), world.signaling(hub), world.signaling(hub)] as const;
    alice.send({ type: 'subscribe', topics: [room] });
    bob.send({ type: 'subscribe', topics: [room] });
    carol.send({ type: 'subscribe', topics: [topicOf('another room')] });
    alice.send(announce('a'));
    expect(bob.said()).toEqual([announce('a')]);
    expect([alice.got, carol.got]).toEqual([[], []]);
  });

  it('routes a signal to the one that it is for, so that others are not bothered', () => {
    const [alice, bob, carol] = meet(createWorld(), 3) as [Socket, Socket, Socket];
    for (const socket of [alice, bob, carol]) socket.got.length = 0;
    alice.send(signal('peer-0', 'peer-1'));
    expect(dataOf(bob)).toEqual([signal('peer-0', 'peer-1').data]);
    expect(carol.got).toEqual([]);
  });

  it('tells a signal to all when nobody has spoken for its peer yet', () => {
    const [alice, bob, carol] = meet(createWorld(), 3) as [Socket, Socket, Socket];
    alice.send(signal('peer-0', 'unknown'));
    expect(dataOf(bob)).toContainEqual(signal('peer-0', 'unknown').data);
    expect(dataOf(carol)).toContainEqual(signal('peer-0', 'unknown').data);
  });

  it('answers a ping', () => {
    const world = createWorld();
    const socket = world.signaling(world.hub());
    socket.send({ type: 'ping' });
    expect(socket.said()).toEqual([{ type: 'pong' }]);
  });

  it('holds an announce of links that are being closed back, and drops it with the socket', () => {
    const world = createWorld();
    const [alice, bob] = meet(world, 2) as [Socket, Socket];
    bob.got.length = 0;
    // What y-webrtc does at a polite end: it unsubscribes, then each link that closes announces the peer once more.
    alice.send({ type: 'unsubscribe', topics: [room] });
    alice.send({ type: 'subscribe', topics: [room] });
    alice.send(announce('peer-0'));
    alice.close();
    world.advance(2000);
    expect(bob.got).toEqual([]);
  });

  it('tells such an announce later when the page has stayed', () => {
    const world = createWorld();
    const [alice, bob] = meet(world, 2) as [Socket, Socket];
    bob.got.length = 0;
    alice.send({ type: 'unsubscribe', topics: [room] });
    alice.send({ type: 'subscribe', topics: [room] });
    alice.send(announce('peer-0'));
    expect(bob.got).toEqual([]);
    world.advance(500);
    expect(bob.said()).toEqual([announce('peer-0')]);
  });

  it('passes nothing on from a page that is not in the topic', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, mallory] = [world.signaling(hub), world.signaling(hub)] as const;
    alice.send({ type: 'subscribe', topics: [room] });
    mallory.send(announce('m'));
    expect(alice.got).toEqual([]);
  });
});

describe('a hostile page', () => {
  const meaningless = [
    '',
    '{',
    'null',
    '[]',
    '"publish"',
    '{"type":"subscribe"}',
    '{"type":"subscribe","topics":"x"}',
    `{"type":"subscribe","topics":[${'"x",'.repeat(20)}"x"]}`,
    `{"type":"subscribe","topics":["${room}",1]}`,
    '{"type":"publish"}',
    `{"type":"publish","topic":"${room}"}`,
    '{"type":"__proto__"}',
    `{"type":"publish","topic":{"toString":1},"data":1}`,
    '['.repeat(60_000),
    `{"type":"publish","topic":"${room}","data":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
  ];

  it.each(meaningless.map((text) => [text.slice(0, 60), text]))(
    'is not understood, and harms nobody: %s',
    (_, text) => {
      const world = createWorld();
      const [alice, bob, mallory] = meet(world, 3) as [Socket, Socket, Socket];
      bob.got.length = 0;
      mallory.send(text);
      mallory.sendBytes(Uint8Array.of(1, 2, 3));
      alice.send(signal('peer-0', 'peer-1'));
      expect(dataOf(bob).at(-1)).toEqual(signal('peer-0', 'peer-1').data);
      expect(mallory.open).toBe(true);
    },
  );

  it('never makes the hub throw, whatever it says', () => {
    const world = createWorld();
    const hub = world.hub();
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('subscribe', 'publish', 'unsubscribe', 'ping'), (json, type) => {
        const socket = world.signaling(hub);
        socket.send(json);
        socket.send(`{"type":"${type}","topic":"${room}","topics":${json},"data":${json}}`);
        socket.close();
        return true;
      }),
    );
  });

  it('with a message of 10 MB is not listened to', () => {
    const [alice, bob] = meet(createWorld(), 2) as [Socket, Socket];
    bob.got.length = 0;
    alice.send({
      type: 'publish',
      topic: room,
      data: { type: 'announce', from: 'peer-0', x: 'x'.repeat(10_000_000) },
    });
    expect(bob.got).toEqual([]);
  });

  it('that floods is read slowly, while others are served, and goes on later', () => {
    const world = createWorld();
    const [alice, bob, mallory] = meet(world, 3) as [Socket, Socket, Socket];
    for (let n = 0; n < 20_000; n++) mallory.send(announce('peer-2'));
    expect(mallory.paused).toBe(true);
    const heard = bob.got.length;
    expect(heard).toBeLessThan(5000);
    alice.send(signal('peer-0', 'peer-1'));
    expect(dataOf(bob).at(-1)).toEqual(signal('peer-0', 'peer-1').data);
    world.advance(3000);
    expect(bob.got.length).toBeGreaterThan(heard + 1);
  });

  it('that does not read is closed, and the others go on', () => {
    const [alice, bob, slow] = meet(createWorld(), 3) as [Socket, Socket, Socket];
    slow.stuck = 5 * 1024 * 1024;
    alice.send(announce('peer-0'));
    expect(slow.open).toBe(false);
    alice.send(signal('peer-0', 'peer-1'));
    expect(dataOf(bob).at(-1)).toEqual(signal('peer-0', 'peer-1').data);
  });

  it('that speaks for somebody else’s peer takes nothing away from it', () => {
    const [alice, bob, mallory] = meet(createWorld(), 3) as [Socket, Socket, Socket];
    mallory.send(announce('peer-1'));
    alice.send(signal('peer-0', 'peer-1'));
    expect(dataOf(bob).at(-1)).toEqual(signal('peer-0', 'peer-1').data);
  });

  it('has a bounded number of topics', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, squatter] = [world.signaling(hub), world.signaling(hub)] as const;
    for (let n = 0; n < 10; n++)
      squatter.send({
        type: 'subscribe',
        topics: Array.from({ length: 16 }, (_, i) => topicOf(`${n}-${i}`)),
      });
    alice.send({ type: 'subscribe', topics: [topicOf('3-15'), topicOf('4-0')] });
    alice.send(announce('a', topicOf('3-15')));
    alice.send(announce('a', topicOf('4-0')));
    expect(squatter.said()).toEqual([announce('a', topicOf('3-15'))]);
  });
});

describe('a stranger', () => {
  it('has only topics that are shared right now', () => {
    const world = createWorld();
    const hub = world.hub();
    const [alice, guest] = [world.signaling(hub), world.signaling(hub, stranger)] as const;
    alice.send({ type: 'subscribe', topics: [room] });
    guest.send({ type: 'subscribe', topics: [room] });
    guest.send(announce('g'));
    expect(alice.got).toEqual([]);
    expect(guest.said()).toEqual([{ type: 'closed', topic: room }]);
    hub.serve([room]);
    guest.send({ type: 'subscribe', topics: [room] });
    guest.send(announce('g'));
    expect(alice.said()).toEqual([announce('g')]);
    guest.got.length = 0;
    hub.serve([]);
    expect(guest.said()).toEqual([{ type: 'closed', topic: room }]);
    expect(guest.open).toBe(false);
    expect(alice.open).toBe(true);
    expect(alice.said()).toEqual([announce('g')]);
  });

  it('that names no shared topic is closed; the own page may wait', () => {
    const world = createWorld();
    const hub = world.hub();
    hub.serve([room]);
    const [page, idle, guest] = [
      world.signaling(hub),
      world.signaling(hub, stranger),
      world.signaling(hub, stranger),
    ] as const;
    idle.send({ type: 'subscribe', topics: [topicOf('guessed')] });
    guest.send({ type: 'subscribe', topics: [room] });
    world.advance(60_000);
    expect([page.open, idle.open, guest.open]).toEqual([true, false, true]);
  });

  it('can’t crowd out others, nor all strangers the own page', () => {
    const world = createWorld();
    const hub = world.hub();
    const greedy = Array.from({ length: 100 }, () => world.signaling(hub, stranger));
    expect(greedy.filter(({ open }) => open)).toHaveLength(64);
    expect(world.signaling(hub, { own: false, remote: '192.168.1.10' }).open).toBe(true);
    for (let n = 0; n < 300; n++) world.signaling(hub, { own: false, remote: `10.0.0.${n}` });
    expect(world.signaling(hub, { own: false, remote: '10.1.0.1' }).open).toBe(false);
    expect(world.signaling(hub, own).open).toBe(true);
    greedy[0]?.close();
    expect(world.signaling(hub, { own: false, remote: '10.1.0.2' }).open).toBe(true);
  });
});
