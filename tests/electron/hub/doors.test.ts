/** Doors on the network: links that were handed out stay true, or it is known that they do not. */
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type HubService, openHubService } from '../../../electron/hub/hubService.ts';
import { openOwnHubServer } from '../../../electron/hub/ownHubServer.ts';
import type { Door } from '../../../shared/ipc/shell.ts';
import { closeOf, openPage, topicOf, until } from '../support/hubHouse.ts';

function openHouse(): {
  hub: HubService;
  usual: number[];
  share(jam: string, port: number | null): Promise<Door>;
} {
  const usual = [0];
  const hub = openHubService({
    pageFolder: null,
    port: { read: async () => usual.at(-1) ?? 0, remember: async (port) => void usual.push(port) },
    interfaces: () => ({
      eth0: [{ address: '127.0.0.1', netmask: '', mac: '', internal: false, cidr: null, family: 'IPv4' }],
    }),
  });
  onTestFinished(() => hub.close());
  const share = async (jam: string, port: number | null): Promise<Door> => {
    const shared = await hub.share(jam, topicOf(jam), port);
    if (!shared.ok) throw new Error(shared.sentence);
    return shared.value;
  };
  return { hub, usual, share };
}

/** Some other program. */
async function occupy(port: number): Promise<void> {
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, done));
  onTestFinished(() => void other.close());
}

const answers = (port: number | null): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

it('a door that is opened again is where it was', async () => {
  const { hub, share } = openHouse();
  const { port } = await share('jam', null);
  await hub.unshare('jam');
  expect(await answers(port)).toBe(false);
  expect(await share('jam', port)).toMatchObject({ port, moved: false });
});

it('a door whose place somebody else has taken says that it moved, and other jams keep their usual place', async () => {
  const { hub, usual, share } = openHouse();
  const { port } = await share('jam', null);
  await hub.unshare('jam');
  await occupy(port ?? 0);
  const moved = await share('jam', port);
  expect(moved.moved).toBe(true);
  expect(moved.port).not.toBe(port);
  expect(moved.addresses[0]).toBe(`http://127.0.0.1:${moved.port}`);
  expect(usual.at(-1)).toBe(port);
});

it('two jams that are shared at once each have the door that their links name', async () => {
  const { hub, share } = openHouse();
  const one = await share('one', null);
  // A jam without links of its own comes in by a door that is there.
  expect((await share('two', null)).port).toBe(one.port);
  const apart = await share('three', (one.port ?? 0) + 1);
  expect(await answers(apart.port)).toBe(true);
  await hub.unshare('three');
  expect(await answers(apart.port)).toBe(false);
  expect(await answers(one.port)).toBe(true);
});

it('a guest who is inside hears that the door was closed before their socket ends', async () => {
  const { hub, share } = openHouse();
  const { addresses } = await share('jam', null);
  const guest = await openPage(addresses[0] ?? '', 'hub');
  guest.send({ type: 'subscribe', topics: [topicOf('jam')] });
  guest.send({ type: 'ping' });
  await until(() => guest.texts.length > 0);
  const ended = closeOf(guest.socket);
  await hub.unshare('jam');
  await ended;
  expect(guest.texts.at(-1)).toBe(JSON.stringify({ type: 'closed', topic: topicOf('jam') }));
});

it('the own page’s door takes the next port when its own is taken', async () => {
  const { hub } = openHouse();
  const origin = 'app://riffroom';
  const first = await openOwnHubServer(hub, 0, origin);
  const second = await openOwnHubServer(hub, first.port, origin);
  onTestFinished(async () => {
    await first.close();
    await second.close();
  });
  expect(second.port).not.toBe(first.port);
  const socket = new WebSocket(second.access.signaling, { origin });
  const answer = new Promise((heard) => socket.once('message', (data) => heard(String(data))));
  socket.once('open', () => socket.send('{"type":"ping"}'));
  expect(await answer).toBe('{"type":"pong"}');
  socket.terminate();
});
