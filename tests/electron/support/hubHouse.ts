/** Real hubs on the loopback, and sockets that speak to them as pages do. */
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type HubService, openHubService } from '../../../electron/hub/hubService.ts';
import { toBase64Url, toUtf8 } from '../../../shared/util/bytes.ts';
import { sha256 } from '../../../shared/util/hash.ts';

export const topicOf = (name: string): string => toBase64Url(sha256(toUtf8(name)));

export interface RunningHub {
  readonly service: HubService;
  /** `http://127.0.0.1:port` on the network's side. */
  readonly address: string;
}

/** A hub that shares the topic; its only network is the loopback. */
export async function openHub(
  topic: string,
  options: { pageFolder?: string; port?: number } = {},
): Promise<RunningHub> {
  const service = openHubService({
    pageFolder: options.pageFolder ?? null,
    port: { read: async () => options.port ?? 0, remember: async () => undefined },
    interfaces: () => ({
      eth0: [{ address: '127.0.0.1', netmask: '', mac: '', internal: false, cidr: null, family: 'IPv4' }],
    }),
  });
  onTestFinished(() => service.close());
  const shared = await service.share('jam', topic, null);
  return { service, address: shared.ok ? (shared.value.addresses[0] ?? '') : '' };
}

export interface Page {
  readonly socket: WebSocket;
  readonly texts: string[];
  readonly frames: Buffer[];
  send(message: unknown): void;
}

/** A guest's socket at `/hub` or `/relay`, open. */
export async function openPage(address: string, door: 'hub' | 'relay'): Promise<Page> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/${door}`, { origin: address });
  onTestFinished(() => socket.terminate());
  const texts: string[] = [];
  const frames: Buffer[] = [];
  socket.on(
    'message',
    (data: Buffer, isBinary) => void (isBinary ? frames.push(data) : texts.push(String(data))),
  );
  socket.on('error', () => undefined);
  await new Promise((done, failed) => {
    socket.once('open', done);
    socket.once('error', failed);
  });
  return { socket, texts, frames, send: (message) => socket.send(JSON.stringify(message)) };
}

/** Until it holds; what never does ends with the test's own limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((wait) => setTimeout(wait, 5));
}

export const closeOf = (socket: WebSocket): Promise<number> =>
  new Promise((done) => {
    if (socket.readyState === socket.CLOSED) done(0);
    else socket.once('close', done);
  });
