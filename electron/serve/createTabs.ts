/**
 * The tabs of the browser edition: one seat each, living as long as its socket, and a little longer, so that a laptop
 * that slept or a tab that reloads finds its seat again.
 */
import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { HubAccess, OpenRequest } from '../../shared/ipc/shell.ts';
import type { Desk } from '../service/desk.ts';
import type { Machine } from '../service/machine.ts';
import { openSeat, type Seat } from '../service/seat.ts';
import { createTickets, type Tickets } from './createTickets.ts';

export interface Tab {
  readonly id: string;
  readonly seat: Seat;
  readonly tickets: Tickets;
  attach(socket: WebSocket): void;
}

export interface Tabs {
  open(): Tab;
  get(id: string): Tab | null;
  /** To the tab opened last, or the next one that opens. */
  deliver(request: OpenRequest): void;
  dispose(): Promise<void>;
}

const maxTabs = 64;
const graceMs = 30_000;
const pongMs = 1500;

export function createTabs(machine: Machine, hub: () => HubAccess): Tabs {
  const tabs = new Map<string, Tab & { end(): Promise<void> }>();
  let early: OpenRequest[] = [];

  function open(): Tab {
    const oldest = tabs.values().next().value;
    if (tabs.size >= maxTabs && oldest) void oldest.end();
    const id = randomBytes(16).toString('base64url');
    const tickets = createTickets();
    let socket: WebSocket | null = null;
    let grace: NodeJS.Timeout | null = null;
    let unsent: string[] = [];
    const wait = (): void => {
      if (grace !== null) clearTimeout(grace);
      grace = setTimeout(() => void tab.end(), graceMs);
      grace.unref();
    };
    const desk: Desk = {
      ...noDesk,
      hub,
      send(request) {
        const message = JSON.stringify(tickets.withoutBytes(request));
        if (socket && socket.readyState === socket.OPEN) socket.send(message);
        else unsent.push(message);
      },
      isAlive: () => answersPing(socket),
    };
    const tab = {
      id,
      seat: openSeat(machine, desk),
      tickets,
      attach(fresh: WebSocket) {
        socket?.close();
        socket = fresh;
        if (grace !== null) clearTimeout(grace);
        for (const message of unsent) fresh.send(message);
        unsent = [];
        fresh.on('error', () => undefined);
        fresh.on('close', () => {
          if (socket !== fresh) return;
          socket = null;
          wait();
        });
      },
      async end() {
        tabs.delete(id);
        if (grace !== null) clearTimeout(grace);
        socket?.terminate();
        await tab.seat.dispose();
      },
    };
    tabs.set(id, tab);
    wait();
    for (const request of early) tab.seat.deliver(request);
    early = [];
    return tab;
  }

  return {
    open,
    get: (id) => tabs.get(id) ?? null,
    deliver(request) {
      const last = [...tabs.values()].at(-1);
      if (last) last.seat.deliver(request);
      else early.push(request);
    },
    async dispose() {
      await Promise.all([...tabs.values()].map((tab) => tab.end()));
    },
  };
}

/** A browser answers a ping even for a tab that sleeps in the background; a tab that is gone can't. */
function answersPing(socket: WebSocket | null): Promise<boolean> {
  if (socket === null || socket.readyState !== socket.OPEN) return Promise.resolve(false);
  return new Promise((answer) => {
    const give = (answers: boolean): void => {
      clearTimeout(limit);
      socket.off('pong', alive);
      socket.off('close', gone);
      answer(answers);
    };
    const alive = (): void => give(true);
    const gone = (): void => give(false);
    const limit = setTimeout(gone, pongMs);
    socket.once('pong', alive);
    socket.once('close', gone);
    socket.ping();
  });
}

/** What a tab does for itself, in its own page: dialogs, clipboard, title; a server can't do it for it. */
const noDesk: Omit<Desk, 'send' | 'isAlive' | 'hub'> = {
  kind: 'browser',
  platform: 'web',
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
