/** The contract over real HTTP: the browser's shell against the browser edition's server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket as NodeSocket } from 'ws';
import { type BrowserEdition, startServer } from '../../electron/serve/startServer.ts';
import { openMachine } from '../../electron/service/machine.ts';
import { createBrowserShell } from '../../renderer/shell/browserShell.ts';
import type { PagePort } from '../../renderer/shell/pagePort.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import { describeShell, type ShellHouse } from './shellContract.ts';

describeShell('the browser edition, over HTTP', async (): Promise<ShellHouse> => {
  const profile = await mkdtemp(join(tmpdir(), 'riffroom-'));
  let machine = await openMachine({ profile, version: '1.2.3', pageFolder: profile });
  const run = (): Promise<BrowserEdition> => startServer({ machine, pageFolder: profile, port: 0 });
  let edition = await run();
  const close = async (): Promise<void> => {
    await machine.hub.close();
    await edition.close();
  };
  const sockets = new Map<Shell, NodeSocket[]>();
  const leave: (() => void)[] = [];

  return {
    profile,
    origin: () => new URL(edition.address).origin,
    async open() {
      const { origin, hash } = new URL(edition.address);
      const mine: NodeSocket[] = [];
      const port: PagePort = {
        ...quietPort,
        connect(url, protocols) {
          const socket = new NodeSocket(url, [...protocols], { origin });
          mine.push(socket);
          return socket as unknown as WebSocket;
        },
        onLeaving: (_waiting, gone) => void leave.push(gone),
      };
      const shell = createBrowserShell({ origin, token: hash.slice('#t='.length), jam: null, port });
      sockets.set(shell, mine);
      return {
        ...shell,
        // A browser's page is only a window once its socket stands; a test must not overtake it.
        async start() {
          const info = await shell.start();
          const [socket] = mine;
          if (socket?.readyState === socket?.CONNECTING)
            await new Promise((done) => socket?.once('open', done));
          return info;
        },
      };
    },
    async abandon() {
      for (const socket of [...sockets.values()].flat()) socket.terminate();
      sockets.clear();
      await new Promise((done) => setTimeout(done, 50));
    },
    deliver: (request) => edition.deliver(request),
    async restart() {
      await close();
      machine = await openMachine({ profile, version: '1.2.3', pageFolder: profile });
      edition = await run();
    },
    async end() {
      for (const gone of leave) gone();
      await close();
      await rm(profile, { recursive: true });
    },
  };
});

const quietPort: Omit<PagePort, 'connect' | 'onLeaving'> = {
  fetch: (url, init) => fetch(url, init),
  chooseFile: () => Promise.resolve({ ok: true, value: null }),
  download: () => undefined,
  writeClipboard: () => Promise.resolve(),
  setTitle: () => undefined,
  openTab: () => undefined,
  rememberJam: () => undefined,
  forgetJam: () => undefined,
};
