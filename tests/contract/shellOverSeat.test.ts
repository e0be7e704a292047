/** The contract over the service that Electron's IPC uses, with structured clones where the process border is. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnHubServer, openOwnHubServer } from '../../electron/hub/ownHubServer.ts';
import { invoked, said, told } from '../../electron/ipc/channels.ts';
import { createPageShell, type PageIpc } from '../../electron/ipc/createPageShell.ts';
import type { Desk } from '../../electron/service/desk.ts';
import { openMachine } from '../../electron/service/machine.ts';
import { openSeat, type Seat } from '../../electron/service/seat.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import { describeShell, type ShellHouse } from './shellContract.ts';

describeShell('the app, over its seat', async (): Promise<ShellHouse> => {
  const profile = await mkdtemp(join(tmpdir(), 'riffroom-'));
  const origin = 'app://riffroom';
  let machine = await openMachine({ profile, version: '1.2.3', pageFolder: profile });
  let own: OwnHubServer = await openOwnHubServer(machine.hub, 0, origin);
  const seats = new Map<Shell, Seat>();
  const gone = new Set<Seat>();

  async function endSeats(): Promise<void> {
    await Promise.all([...seats.values()].map((seat) => seat.dispose()));
    seats.clear();
    await machine.hub.close();
    await own.close();
  }

  return {
    profile,
    origin: () => origin,
    async open() {
      const { ipc, tell } = createWire(() => seat);
      const seat: Seat = openSeat(machine, {
        ...quietDesk,
        hub: () => own.access,
        send: (request) => tell(told.open, request),
        isAlive: () => Promise.resolve(!gone.has(seat)),
      });
      const shell = createPageShell(ipc);
      seats.set(shell, seat);
      return shell;
    },
    async abandon(shell) {
      const seat = seats.get(shell);
      if (seat) gone.add(seat);
    },
    deliver: (request) => [...seats.values()].at(-1)?.deliver(request),
    async restart() {
      await endSeats();
      machine = await openMachine({ profile, version: '1.2.3', pageFolder: profile });
      own = await openOwnHubServer(machine.hub, 0, origin);
    },
    async end() {
      await endSeats();
      await rm(profile, { recursive: true });
    },
  };
});

/** The channels as Electron carries them: asynchronously, in order, each argument cloned. */
function createWire(seat: () => Seat): { ipc: PageIpc; tell(channel: string, ...args: unknown[]): void } {
  const listeners = new Map<string, (event: unknown, ...args: unknown[]) => void>();
  const nameOf = new Map<string, string>(
    Object.entries({ ...invoked, ...said }).map(([name, channel]) => [channel, name]),
  );
  const call = async (channel: string, args: unknown[]): Promise<unknown> => {
    const method = seat()[nameOf.get(channel) as keyof Seat] as (...args: unknown[]) => unknown;
    return structuredClone(await method(...structuredClone(args)));
  };
  return {
    ipc: {
      invoke: (channel, ...args) => call(channel, args),
      send: (channel, ...args) => void call(channel, args),
      on: (channel, listener) => listeners.set(channel, listener),
    },
    tell: (channel, ...args) => listeners.get(channel)?.({}, ...structuredClone(args)),
  };
}

const quietDesk: Omit<Desk, 'send' | 'isAlive' | 'hub'> = {
  kind: 'app',
  platform: 'linux',
  startJam: null,
  painted: () => undefined,
  chooseFile: () => Promise.resolve(null),
  chooseTarget: () => Promise.resolve(null),
  writeClipboard: () => Promise.resolve(),
  setTitle: () => undefined,
  setEnabledActions: () => undefined,
  openWindow: () => Promise.resolve(),
  bringToFront: () => undefined,
};
