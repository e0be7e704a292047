/** The hub on real sockets: pages that meet over one, two and three hubs, a hub that is killed, readers that are slow. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { fromBase64Url } from '../../../shared/util/bytes.ts';
import { closeOf, openHub, openPage, type Page, topicOf, until } from '../support/hubHouse.ts';
import { tempFolder } from '../support/tempFolder.ts';

const room = topicOf('room');
const announce = (from: string) => ({ type: 'publish', topic: room, data: { type: 'announce', from } });
const signal = (from: string, to: string) => ({
  type: 'publish',
  topic: room,
  data: { type: 'signal', from, to, token: 1, signal: { type: 'offer', sdp: 'v=0' } },
});

/** As y-webrtc does it: in the topic, announced; answered when everything it said has been heard. */
async function enter(address: string, peer: string): Promise<Page> {
  const page = await openPage(address, 'hub');
  page.send({ type: 'subscribe', topics: [room] });
  page.send(announce(peer));
  page.send({ type: 'ping' });
  await until(() => page.texts.includes('{"type":"pong"}'));
  page.texts.length = 0;
  return page;
}

const heard = (page: Page, message: unknown): Promise<void> =>
  until(() => page.texts.includes(JSON.stringify(message)));

async function meetUp(addresses: readonly [string, string]): Promise<void> {
  const alice = await enter(addresses[0], 'a');
  const bob = await enter(addresses[1], 'b');
  await heard(alice, announce('b'));
  alice.send(signal('a', 'b'));
  await heard(bob, signal('a', 'b'));
  bob.send(signal('b', 'a'));
  await heard(alice, signal('b', 'a'));
  for (const { socket } of [alice, bob]) socket.terminate();
}

async function openRelay(address: string): Promise<Page & { readonly name: string }> {
  const page = await openPage(address, 'relay');
  await until(() => page.texts.length > 0);
  return { ...page, name: String(JSON.parse(page.texts.shift() ?? '{}').address) };
}

function frameTo(name: string, number: number, size = 4): Buffer {
  const frame = Buffer.alloc(16 + size);
  frame.set(fromBase64Url(name) as Uint8Array);
  frame.writeUInt32BE(number, 16);
  return frame;
}

const numbersOf = ({ frames }: Page): number[] => frames.map((frame) => frame.readUInt32BE(16));

describe('pages', () => {
  it('meet over one hub', async () => {
    const { address } = await openHub(room);
    await meetUp([address, address]);
  });

  it('meet over two hubs', async () => {
    const [one, two] = [await openHub(room), await openHub(room)];
    two.service.meet('jam', room, [one.address]);
    await until(() => one.service.neighbours().length === 1 && two.service.neighbours().length === 1);
    await meetUp([one.address, two.address]);
  });

  it('meet though they were there before their hubs had met', async () => {
    const [one, two] = [await openHub(room), await openHub(room)];
    const alice = await enter(one.address, 'a');
    await enter(two.address, 'b');
    two.service.meet('jam', room, [one.address]);
    await heard(alice, announce('b'));
  });

  it('meet over three, and go on when the one in the middle is killed', async () => {
    const [one, three] = [await openHub(room), await openHub(room)];
    const middle = fork(new URL('../support/holdHub.ts', import.meta.url), [room, one.address]);
    onTestFinished(() => void middle.kill('SIGKILL'));
    const [address] = (await once(middle, 'message')) as [string];
    three.service.meet('jam', room, [address]);
    // Through the middle first, then by the addresses that it told.
    await until(() => three.service.neighbours().length > 0);
    await meetUp([one.address, three.address]);
    await until(() => one.service.neighbours().length === 2 && three.service.neighbours().length === 2);
    middle.kill('SIGKILL');
    await until(() => one.service.neighbours().length === 1 && three.service.neighbours().length === 1);
    await meetUp([one.address, three.address]);
  });

  it('find a hub again that was away and comes back at its port', async () => {
    const [one, two] = [await openHub(room), await openHub(room)];
    two.service.meet('jam', room, [one.address]);
    await until(() => two.service.neighbours().length === 1);
    await one.service.close();
    await until(() => two.service.neighbours().length === 0);
    const again = await openHub(room, { port: Number(new URL(one.address).port) });
    expect(again.address).toBe(one.address);
    await until(() => two.service.neighbours().length === 1);
    await meetUp([again.address, two.address]);
  });
});

describe('relayed frames', () => {
  it('arrive in order over two hubs, however slowly they are read', async () => {
    const [one, two] = [await openHub(room), await openHub(room)];
    two.service.meet('jam', room, [one.address]);
    await until(() => two.service.neighbours().length === 1 && one.service.neighbours().length === 1);
    const [alice, bob] = [await openRelay(one.address), await openRelay(two.address)];
    const count = 1000;
    const size = 60_000;
    alice.socket.send(frameTo(bob.name, 0, size));
    await until(() => bob.frames.length === 1);
    // An answer teaches the way.
    bob.socket.send(frameTo(alice.name, 0));
    await until(() => alice.frames.length === 1);
    bob.socket.pause();
    for (let n = 1; n < count; n++) alice.socket.send(frameTo(bob.name, n, size));
    // The network between them is full when the sender's own queue stops shrinking: nothing piles up in the hubs.
    await until(() => alice.socket.bufferedAmount > 0);
    let before = -1;
    while (before !== alice.socket.bufferedAmount) {
      before = alice.socket.bufferedAmount;
      await new Promise((wait) => setTimeout(wait, 300));
    }
    expect(before).toBeGreaterThan((count * size) / 3);
    bob.socket.resume();
    await until(() => bob.frames.length === count);
    expect(numbersOf(bob)).toEqual(Array.from({ length: count }, (_, n) => n));
    expect(alice.texts).toEqual([]);
  });

  it('come with the sender’s address, and to somebody who is gone they say so', async () => {
    const { address } = await openHub(room);
    const [alice, bob] = [await openRelay(address), await openRelay(address)];
    alice.socket.send(frameTo(bob.name, 7));
    await until(() => bob.frames.length === 1);
    expect(bob.frames[0]?.subarray(0, 16)).toEqual(Buffer.from(fromBase64Url(alice.name) as Uint8Array));
    bob.socket.terminate();
    await until(() => {
      alice.socket.send(frameTo(bob.name, 8));
      return alice.texts.length > 0;
    });
    expect(alice.texts[0]).toBe(JSON.stringify({ gone: bob.name }));
  });
});

describe('what is hostile', () => {
  it('a message of 10 MB ends its own socket only', async () => {
    const { address } = await openHub(room);
    const [alice, mallory] = [await enter(address, 'a'), await enter(address, 'm')];
    mallory.socket.send('x'.repeat(10_000_000));
    expect(await closeOf(mallory.socket)).toBe(1009);
    const relay = await openRelay(address);
    relay.socket.send(Buffer.alloc(10_000_000));
    expect(await closeOf(relay.socket)).toBe(1009);
    const bob = await enter(address, 'b');
    alice.send(signal('a', 'b'));
    await heard(bob, signal('a', 'b'));
  });

  it('a flood is read slowly while others meet', async () => {
    const { address } = await openHub(room);
    const mallory = await enter(address, 'm');
    for (let n = 0; n < 60_000; n++) mallory.send(announce('m'));
    await meetUp([address, address]);
    mallory.socket.terminate();
  });

  it('bytes that are no WebSocket end their own connection only', async () => {
    const { address } = await openHub(room);
    const { port } = new URL(address);
    const upgrade = `GET /hub HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    for (const bytes of [
      '\0\0\0\0\r\n\r\n',
      `${upgrade}\xff\xff\xff\xff\xff`,
      upgrade.replace('/hub', '//['),
    ]) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(Buffer.from(bytes, 'latin1'));
      socket.resume();
      await once(socket, 'close');
    }
    await meetUp([address, address]);
  });
});

describe('the network’s side', () => {
  it('serves the page, whose policy allows this very hub, and nothing of the machine', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'secret.js'), 'x');
    await writeFile(join(folder, 'out/index.html'), '<p>Riffroom</p>');
    const { address } = await openHub(room, { pageFolder: join(folder, 'out') });
    const page = await fetch(address);
    expect(await page.text()).toBe('<p>Riffroom</p>');
    expect(page.headers.get('content-security-policy')).toContain(address.replace('http', 'ws'));
    for (const path of ['/api/listJams', '/socket', '/../secret.js', '/..%2fsecret.js', '/hub'])
      expect((await fetch(`${address}${path}`)).status).toBe(404);
    expect((await fetch(`${address}/api/start`, { method: 'POST' })).status).toBe(405);
  });

  it('turns away a rebound name, other pages, and a page that plays a hub', async () => {
    const { address } = await openHub(room);
    const at = address.replace('http', 'ws');
    const opens = (path: string, options: object): Promise<boolean> =>
      new Promise((answer) => {
        const socket = new WebSocket(`${at}${path}`, options);
        socket.once('open', () => {
          socket.terminate();
          answer(true);
        });
        socket.once('error', () => answer(false));
      });
    expect(await opens('/hub', { origin: address })).toBe(true);
    expect(await opens('/hub', { origin: 'app://riffroom' })).toBe(true);
    expect(await opens('/hubs', {})).toBe(true);
    expect(await opens('/hub', { origin: 'http://evil.example' })).toBe(false);
    // A rebound name agrees with itself: only that it is none of ours gives it away.
    const rebound = `evil.example:${new URL(address).port}`;
    expect(await opens('/hub', { origin: `http://${rebound}`, headers: { host: rebound } })).toBe(false);
    expect(await opens('/hubs', { origin: address })).toBe(false);
    expect(await opens('/hubs', { origin: 'app://riffroom' })).toBe(false);
    expect(await opens('/nowhere', {})).toBe(false);
  });

  it('takes the next port when its own is taken, and lets go of it with the last jam', async () => {
    const one = await openHub(room);
    const port = Number(new URL(one.address).port);
    const two = await openHub(room, { port });
    expect(two.address).not.toBe(one.address);
    await meetUp([one.address, one.address]);
    await two.service.share('other jam', topicOf('other'), null);
    await two.service.unshare('jam');
    expect((await fetch(two.address)).status).toBe(404);
    await two.service.leave('other jam');
    await expect(fetch(two.address)).rejects.toThrow();
  });

  it('knows only the topics of jams that are shared', async () => {
    const { address, service } = await openHub(topicOf('another room'));
    const guest = await openPage(address, 'hub');
    const other = await openPage(address, 'hub');
    for (const page of [guest, other])
      page.send({ type: 'subscribe', topics: [room, topicOf('another room')] });
    other.send({ type: 'ping' });
    await until(() => other.texts.length > 0);
    other.texts.length = 0;
    guest.send(announce('g'));
    guest.send({ ...announce('g'), topic: topicOf('another room') });
    await until(() => other.texts.length > 0);
    expect(other.texts.map((text) => JSON.parse(text).topic)).toEqual([topicOf('another room')]);
    await service.unshare('jam');
    await closeOf(guest.socket);
  });
});
