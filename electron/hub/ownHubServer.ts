/** The app's hub on the loopback, for its own windows only. The browser edition's server has it beside its pages. */
import { createServer } from 'node:http';
import type { HubAccess } from '../../shared/ipc/shell.ts';
import { isOwnPage } from './guardHub.ts';
import type { HubService } from './hubService.ts';
import { readDoor, turnAway } from './hubSockets.ts';
import { listenNear } from './listenNear.ts';
import { newToken } from './token.ts';

export interface OwnHubServer {
  readonly port: number;
  readonly access: HubAccess;
  close(): Promise<void>;
}

export async function openOwnHubServer(
  hub: HubService,
  wanted: number,
  origin: string,
): Promise<OwnHubServer> {
  const token = newToken();
  const server = createServer((_request, response) => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    response.end('Riffroom has no page here.\n');
  });
  const port = await listenNear(server, wanted, '127.0.0.1');
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const asked = readDoor(request.url);
    if (!asked || !isOwnPage(request.headers, asked.token, { port, token, origins: [origin] }))
      turnAway(socket);
    else hub.acceptOwn(asked.door, request, socket, head);
  });
  return {
    port,
    access: accessAt(port, token),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

export function accessAt(port: number, token: string): HubAccess {
  const at = (door: 'hub' | 'relay'): string => `ws://127.0.0.1:${port}/${door}?t=${token}`;
  return { signaling: at('hub'), relay: at('relay') };
}
