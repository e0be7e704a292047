/** The browser edition: pages, calls and a socket on the loopback, for one person's tabs. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import type { OpenRequest } from '../../shared/ipc/shell.ts';
import { isOwnPage } from '../hub/guardHub.ts';
import { readDoor, turnAway as refuseSocket } from '../hub/hubSockets.ts';
import { listenNear } from '../hub/listenNear.ts';
import { accessAt } from '../hub/ownHubServer.ts';
import { newToken } from '../hub/token.ts';
import { sendText } from '../pages/sendText.ts';
import { servePage } from '../pages/servePage.ts';
import type { Machine } from '../service/machine.ts';
import { answerCall } from './answerCall.ts';
import { createTabs } from './createTabs.ts';
import {
  type GuardOptions,
  guardCall,
  guardPage,
  guardSocket,
  seatProtocol,
  socketProtocol,
  type Verdict,
} from './guardRequest.ts';

export interface BrowserEdition {
  readonly port: number;
  /** With the token in its fragment: whoever has it may speak. */
  readonly address: string;
  deliver(request: OpenRequest): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly machine: Machine;
  readonly pageFolder: string;
  readonly port: number;
}

export async function startServer({
  machine,
  pageFolder,
  port: wanted,
}: ServerOptions): Promise<BrowserEdition> {
  const token = newToken();
  const tabs = createTabs(machine, () => accessAt(port, token));
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 4096,
    handleProtocols: () => socketProtocol,
  });
  const port: number = await listenNear(server, wanted, '127.0.0.1');
  const guard: GuardOptions = { port, token };
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://riffroom').pathname;
    const call = /^\/api\/([A-Za-z]{1,40})$/.exec(path)?.[1];
    const verdict =
      call === undefined ? guardPage(request.headers, guard) : guardCall(request.headers, guard);
    if (verdict !== 'fine') return turnAway(response, verdict);
    if (call !== undefined) {
      if (request.method !== 'POST') return sendText(response, 405, 'Calls are posted.');
      return answerCall(tabs, call, request, response);
    }
    if (request.method !== 'GET') return sendText(response, 405, 'Pages are fetched.');
    const page = await servePage({ folder: pageFolder, sockets: names.map((name) => `ws://${name}`) }, path);
    response.writeHead(page.status, page.headers);
    response.end(page.body);
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const asked = readDoor(request.url);
    if (asked) {
      const own = { port, token, origins: names.map((name) => `http://${name}`) };
      if (isOwnPage(request.headers, asked.token, own))
        machine.hub.acceptOwn(asked.door, request, socket, head);
      else refuseSocket(socket);
      return;
    }
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const id = offered.find((name) => name.startsWith(seatProtocol))?.slice(seatProtocol.length) ?? '';
    const tab = tabs.get(id);
    if (request.url !== '/socket' || guardSocket(request.headers, guard) !== 'fine' || !tab) {
      refuseSocket(socket);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => tab.attach(opened));
  });

  return {
    port,
    address: `http://127.0.0.1:${port}/#t=${token}`,
    deliver: tabs.deliver,
    async close() {
      await tabs.dispose();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

const sentences: Readonly<Record<Exclude<Verdict, 'fine'>, string>> = {
  'wrong-host': 'Riffroom answers only at the address that it printed.',
  'wrong-origin': 'Another page may not speak to Riffroom.',
  'no-token': 'Open Riffroom with the whole address that it printed, including what stands behind #.',
};

function turnAway(response: ServerResponse, verdict: Exclude<Verdict, 'fine'>): void {
  sendText(response, verdict === 'no-token' ? 401 : 403, sentences[verdict]);
}
