/**
 * The hub of this process: for its own pages always, for guests and other hubs on the network only while a jam is
 * shared. Which topics those are follows from the jams that are open.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import { createHub } from '../../shared/hub/hub.ts';
import type { Answer } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { createContext } from '../../shared/util/context.ts';
import { ok, refuse } from '../../shared/util/result.ts';
import { createTurns } from '../store/turns.ts';
import { createHubSockets, dialHub, type HubDoor, turnAway } from './hubSockets.ts';
import { type LanServer, openLanServer } from './lanServer.ts';
import { type Interfaces, listAddresses } from './ownAddresses.ts';

export interface HubService {
  /** A socket of this app's own page, as whoever calls has checked: to other pages, not to other hubs. */
  acceptOwn(door: HubDoor, request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Serves the network for this topic until `unshare` or `leave`; a jam has one topic. Answers addresses, IP first. */
  share(jam: JamId, topic: string): Promise<Answer<{ readonly addresses: readonly string[] }>>;
  unshare(jam: JamId): Promise<void>;
  /** Looks for hubs with this topic until `leave`, at these addresses and those that hubs tell. */
  meet(jam: JamId, topic: string, addresses: readonly string[]): void;
  /** The jam closes here. */
  leave(jam: JamId): Promise<void>;
  /** The hubs that it is linked with now, by id. */
  neighbours(): readonly string[];
  close(): Promise<void>;
}

export interface HubServiceOptions {
  readonly pageFolder: string | null;
  /** The port on the network: kept, for invites name it. */
  readonly port: { read(): Promise<number>; remember(port: number): Promise<void> };
  readonly interfaces?: () => Interfaces;
  readonly now?: () => number;
}

/** Networks come and go while a jam is open. */
const lookMs = 5000;

export function openHubService(options: HubServiceOptions): HubService {
  const { pageFolder, port, interfaces = networkInterfaces, now = Date.now } = options;
  const hub = createHub({
    context: createContext(now, (into) => into.set(randomBytes(into.length))),
    schedule(ms, run) {
      const timer = setTimeout(run, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
    dial: dialHub,
  });
  const own = createHubSockets(hub);
  const turns = createTurns();
  const shared = new Map<JamId, string>();
  const met = new Map<JamId, string>();
  let lan: LanServer | null = null;
  let looking: NodeJS.Timeout | null = null;

  const addresses = (): string[] => (lan ? listAddresses(interfaces(), hostname(), lan.port) : []);
  const machineAddresses = (): string[] =>
    Object.values(interfaces()).flatMap((infos = []) => infos.map(({ address }) => address));

  /** One after the other: opening and closing the network's side take a while. */
  function follow(): Promise<void> {
    return turns.take('lan', async () => {
      hub.serve([...new Set(shared.values())]);
      if (shared.size > 0 && lan === null) {
        lan = await openLanServer({ hub, pageFolder, port: await port.read(), machineAddresses });
        await port.remember(lan.port);
        looking = setInterval(tellAddresses, lookMs);
        looking.unref();
      } else if (shared.size === 0 && lan !== null) {
        const closing = lan;
        lan = null;
        if (looking !== null) clearInterval(looking);
        await closing.close();
      }
      tellAddresses();
    });
  }

  function tellAddresses(): void {
    hub.setAddresses(addresses());
  }

  async function unshare(jam: JamId): Promise<void> {
    if (shared.delete(jam)) await follow();
  }

  function unmeet(jam: JamId): void {
    const topic = met.get(jam);
    met.delete(jam);
    if (topic !== undefined && ![...met.values()].includes(topic)) hub.part(topic);
  }

  return {
    acceptOwn(door, request, socket, head) {
      if (door === 'hubs') turnAway(socket);
      else own.accept(door, request, socket, head, { own: true, remote: '127.0.0.1' });
    },
    async share(jam, topic) {
      shared.set(jam, topic);
      try {
        await follow();
      } catch {
        shared.delete(jam);
        await follow().catch(() => undefined);
        return refuse(
          'no-port',
          'This laptop lets Riffroom open no port for others, so the jam is not shared; a restart of Riffroom may help.',
        );
      }
      return ok({ addresses: addresses() });
    },
    unshare,
    meet(jam, topic, hints) {
      if (met.get(jam) !== topic) unmeet(jam);
      met.set(jam, topic);
      hub.meet(topic, hints);
    },
    async leave(jam) {
      unmeet(jam);
      await unshare(jam);
    },
    neighbours: hub.neighbours,
    async close() {
      shared.clear();
      hub.dispose();
      await follow();
      own.close();
    },
  };
}
