/**
 * The hub of this process: for its own pages always, for guests and other hubs on the network only while a jam is
 * shared. Which topics those are follows from the jams that are open.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import { createHub } from '../../shared/hub/hub.ts';
import type { Answer, Door } from '../../shared/ipc/shell.ts';
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
  /**
   * Serves the network for this topic until `unshare` or `leave`; a jam has one topic. `wanted`: the port that its links
   * name, taken again unless somebody else has it; null: any.
   */
  share(jam: JamId, topic: string, wanted: number | null): Promise<Answer<Door>>;
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
  /** The port on the network of jams that have none yet. */
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
  const shared = new Map<JamId, { readonly topic: string; readonly asked: number }>();
  const met = new Map<JamId, string>();
  /** By the port that was asked for: a jam's links stay true whichever other jam is shared beside it. */
  const doors = new Map<number, LanServer>();
  let looking: NodeJS.Timeout | null = null;

  const addressesAt = ({ port: at }: LanServer): string[] => listAddresses(interfaces(), hostname(), at);
  const machineAddresses = (): string[] =>
    Object.values(interfaces()).flatMap((infos = []) => infos.map(({ address }) => address));

  /** One after the other: opening and closing the network's side take a while. */
  function follow(): Promise<void> {
    return turns.take('lan', async () => {
      hub.serve([...new Set([...shared.values()].map(({ topic }) => topic))]);
      const asked = new Set([...shared.values()].map((one) => one.asked));
      for (const [wanted, door] of [...doors]) {
        if (asked.has(wanted)) continue;
        doors.delete(wanted);
        await door.close();
      }
      for (const wanted of asked)
        if (!doors.has(wanted))
          doors.set(wanted, await openLanServer({ hub, pageFolder, port: wanted, machineAddresses }));
      if (looking !== null) clearInterval(looking);
      looking = doors.size === 0 ? null : setInterval(tellAddresses, lookMs);
      looking?.unref();
      tellAddresses();
    });
  }

  function tellAddresses(): void {
    hub.setAddresses([...doors.values()].flatMap(addressesAt));
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
    async share(jam, topic, wanted) {
      const asked = wanted ?? [...doors.keys()][0] ?? (await port.read());
      shared.set(jam, { topic, asked });
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
      const door = doors.get(asked);
      // Left while it was opened.
      if (door === undefined) return ok({ addresses: [], port: null, moved: false });
      if (wanted === null) await port.remember(door.port);
      return ok({
        addresses: addressesAt(door),
        port: door.port,
        moved: wanted !== null && door.port !== wanted,
      });
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
