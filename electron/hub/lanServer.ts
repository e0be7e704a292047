/** What this machine serves to the network while a jam is shared: the page for guests, and the hub. Nothing else. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Hub } from '../../shared/hub/hub.ts';
import { sendText } from '../pages/sendText.ts';
import { servePage } from '../pages/servePage.ts';
import { isGuestOrigin, isOurHost } from './guardHub.ts';
import { createHubSockets, readDoor, turnAway } from './hubSockets.ts';
import { listenNear } from './listenNear.ts';

export interface LanServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface LanServerOptions {
  readonly hub: Hub;
  /** The built page; null: there is none to serve. */
  readonly pageFolder: string | null;
  readonly port: number;
  /** The addresses of this machine now, as in `os.networkInterfaces`. */
  machineAddresses(): readonly string[];
}

const maxConnections = 1024;
const headersMs = 10_000;

export async function openLanServer({
  hub,
  pageFolder,
  machineAddresses,
  ...options
}: LanServerOptions): Promise<LanServer> {
  const sockets = createHubSockets(hub);
  const server = createServer(
    { headersTimeout: headersMs, requestTimeout: headersMs },
    (request, response) => {
      answer(request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = maxConnections;
  const port = await listenNear(server, options.port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host } = request.headers;
    const path = /^\/[\w/.@-]{0,200}/.exec(request.url ?? '')?.[0];
    if (!isOurHost(host, port, machineAddresses()))
      return sendText(response, 403, 'Open the address that you were given.');
    if (request.method !== 'GET') return sendText(response, 405, 'Pages are fetched.');
    if (pageFolder === null || path === undefined)
      return sendText(response, 404, 'Riffroom has no such page.');
    const page = await servePage({ folder: pageFolder, sockets: [`ws://${host}`] }, path);
    // Over plain http it has no effect but a complaint in every guest's console.
    const { 'cross-origin-opener-policy': _opener, ...headers } = page.headers;
    response.writeHead(page.status, headers);
    response.end(page.body);
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const door = readDoor(request.url)?.door;
    const { headers } = request;
    // Only hubs speak to hubs: a page would have an Origin.
    const mayKnock = door === 'hubs' ? headers.origin === undefined : isGuestOrigin(headers);
    if (door === undefined || !mayKnock || !isOurHost(headers.host, port, machineAddresses())) {
      turnAway(socket);
      return;
    }
    sockets.accept(door, request, socket, head, {
      own: false,
      remote: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    });
  });

  return {
    port,
    async close() {
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
