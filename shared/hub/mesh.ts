/** All links with other hubs: one a hub, publishes passed on once, each told of the others, lost ones found again. */
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { createCrowd } from './crowd.ts';
import { maxAddressesPerHub, maxGossipHubs, maxHops, maxHubTopics } from './limits.ts';
import { createMeeting } from './meeting.ts';
import { type Neighbour, type NeighbourEvents, openNeighbour } from './neighbour.ts';
import type { KnownHub, Publish } from './neighbourWire.ts';
import { deafEars, type Ears, type Pipe, type Schedule, type Visitor } from './pipe.ts';
import { createRecentIds } from './recentIds.ts';
import { nameBytes } from './relayWire.ts';

export interface MeshOptions {
  readonly context: Pick<Context, 'now' | 'randomBytes'>;
  readonly schedule: Schedule;
  readonly self: string;
  /** Opens a socket; `opened` answers what hears it, `failed` is told where there was none. */
  dial(address: string, opened: (pipe: Pipe) => Ears, failed: () => void): void;
  topics(): readonly string[];
  /** Answers which hubs it goes on to, null for all. */
  deliver(topic: string, data: unknown, hub: string): readonly string[] | null;
  /** The peers on this side of a hub. */
  peers(topic: string, hub: string): readonly string[];
  readonly relay: Pick<NeighbourEvents, 'framed' | 'gone' | 'drained' | 'closed'>;
}

export interface Mesh {
  join(pipe: Pipe, visitor: Visitor): Ears;
  neighbours(): readonly Neighbour[];
  /** From a page here. */
  publish(topic: string, data: unknown, hubs: readonly string[] | null): void;
  meet(topic: string, addresses: readonly string[]): void;
  part(topic: string): void;
  topicsChanged(): void;
  /** Where other hubs reach this one; none while nothing is served. */
  setAddresses(addresses: readonly string[]): void;
  dispose(): void;
}

export function createMesh(options: MeshOptions): Mesh {
  const { context, schedule, self, topics } = options;
  const crowd = createCrowd();
  const links = new Map<string, Neighbour>();
  /** Second links, until they know the topics: what was said meanwhile on nothing else would be lost. */
  const successors = new Map<string, Neighbour>();
  const told = new Map<string, readonly string[]>();
  const said = new WeakMap<Neighbour, Map<string, string>>();
  const seen = createRecentIds();
  let own: readonly string[] = [];
  let over = false;

  const meeting = createMeeting({ context, schedule, self, isLinked: (hub) => links.has(hub), dial });

  function dial(address: string): void {
    const ended = (): void => meeting.ended(address);
    const loopback = /^http:\/\/(localhost|127\.|\[::1\])/.test(address);
    options.dial(address, (pipe) => open(pipe, true, loopback, ended, address), ended);
  }

  function open(
    pipe: Pipe,
    dialled: boolean,
    loopback: boolean,
    ended: () => void,
    address: string | null,
  ): Ears {
    const events: NeighbourEvents = {
      ...options.relay,
      admits(neighbour) {
        if (address !== null) meeting.found(address, neighbour.hub);
        return admits(neighbour);
      },
      framed(frame, neighbour) {
        // On a link that was left frames could come after later ones of the same sender.
        if (links.get(neighbour.hub) === neighbour) options.relay.framed(frame, neighbour);
      },
      opened(neighbour) {
        const before = links.get(neighbour.hub);
        if (before && before.topics.size > 0) {
          successors.get(neighbour.hub)?.close();
          successors.set(neighbour.hub, neighbour);
        } else {
          before?.close();
          links.set(neighbour.hub, neighbour);
        }
      },
      topicsChanged(neighbour, added) {
        if (successors.get(neighbour.hub) === neighbour && neighbour.topics.size > 0) succeed(neighbour);
        if (links.get(neighbour.hub) !== neighbour) return;
        if (address !== null && neighbour.topics.size > 0) meeting.agreed(address);
        const before = said.get(neighbour);
        for (const topic of before?.keys() ?? []) if (!neighbour.topics.has(topic)) before?.delete(topic);
        gossip();
        for (const topic of added) introduce(topic, neighbour);
      },
      published,
      toldHubs,
      closed(neighbour) {
        options.relay.closed(neighbour);
        if (successors.get(neighbour.hub) === neighbour) successors.delete(neighbour.hub);
        if (links.get(neighbour.hub) !== neighbour) return;
        links.delete(neighbour.hub);
        const next = successors.get(neighbour.hub);
        if (next) {
          succeed(next);
          return;
        }
        told.delete(neighbour.hub);
        gossip();
        meeting.lost(neighbour.hub);
      },
    };
    return openNeighbour({ pipe, self, dialled, loopback, context, schedule, topics, events, ended });
  }

  /** The first link of the two goes when both ends have left it. */
  function succeed(neighbour: Neighbour): void {
    const before = links.get(neighbour.hub);
    successors.delete(neighbour.hub);
    links.set(neighbour.hub, neighbour);
    if (!before) return;
    options.relay.closed(before);
    before.retire();
  }

  /**
   * One link a hub. Of two that were dialled from both ends at once, both keep the one that the lower id dialled; a
   * second one from the same end means that it has given up the first.
   */
  function admits({ hub, dialled }: Neighbour): boolean {
    if (over || hub === self) return false;
    const other = links.get(hub);
    if (!other) return true;
    if (other.dialled === dialled) return !dialled;
    return dialled === self < hub;
  }

  function published(publish: Publish, by: Neighbour): void {
    if (!seen.add(publish.id)) return;
    const hubs = options.deliver(publish.topic, publish.data, by.hub);
    if (publish.hops > 1) send({ ...publish, hops: publish.hops - 1 }, hubs, by);
  }

  /**
   * Whoever announced before the hubs had met was not heard at the other one. For two pages to meet it is enough, and
   * better, that one hears of the other: the peers of the hub that dialled announce themselves, the others are noted.
   */
  function introduce(topic: string, to: Neighbour): void {
    for (const from of options.peers(topic, to.hub)) {
      const id = newId();
      seen.add(id);
      const data = { type: to.dialled ? 'announce' : 'here', from };
      to.publish({ id, hops: maxHops, via: [self, to.hub], topic, data });
    }
  }

  function newId(): string {
    return toBase64Url(context.randomBytes(nameBytes));
  }

  /** To those named, or all that have the topic; never to one that has it already. */
  function send(publish: Publish, hubs: readonly string[] | null, by: Neighbour | null): void {
    const receivers = [...links.values()].filter(
      (link) =>
        link !== by &&
        link.topics.has(publish.topic) &&
        (hubs === null ? !publish.via.includes(link.hub) : hubs.includes(link.hub)),
    );
    const via = [...new Set([...publish.via, self, ...receivers.map(({ hub }) => hub)])].slice(-maxHubTopics);
    for (const link of receivers) link.publish({ ...publish, via });
  }

  function toldHubs(topic: string, hubs: readonly KnownHub[], by: Neighbour): void {
    const first = hubs.find(({ hub }) => hub === by.hub);
    if (first && first.addresses.join() !== told.get(by.hub)?.join()) {
      told.set(by.hub, first.addresses);
      gossip();
    }
    meeting.hear(topic, hubs, by.loopback);
  }

  /** Only what is known at first hand: this hub, and those it is linked with now. */
  function gossip(): void {
    const all = [...links.values()];
    for (const link of all) {
      for (const topic of link.topics) {
        const others = all.filter((other) => other !== link && other.topics.has(topic));
        const hubs = [
          { hub: self, addresses: own },
          ...others.map(({ hub }) => ({ hub, addresses: told.get(hub) ?? [] })),
        ]
          .filter(({ addresses }) => addresses.length > 0)
          .slice(0, maxGossipHubs);
        const text = JSON.stringify(hubs);
        const before = said.get(link) ?? new Map<string, string>();
        said.set(link, before);
        if (text === (before.get(topic) ?? '[]')) continue;
        before.set(topic, text);
        link.tellHubs(topic, hubs);
      }
    }
  }

  return {
    join(pipe, visitor) {
      const leave = crowd.enter(visitor);
      if (leave === null || over) {
        pipe.close();
        return deafEars;
      }
      const loopback = /^(127\.|::1$|::ffff:127\.)/.test(visitor.remote);
      return open(pipe, false, loopback, leave, null);
    },
    neighbours: () => [...links.values()].filter((link) => link.topics.size > 0),
    publish(topic, data, hubs) {
      const id = newId();
      seen.add(id);
      send({ id, hops: maxHops, via: [], topic, data }, hubs, null);
    },
    meet: meeting.meet,
    part: meeting.part,
    topicsChanged() {
      for (const link of [...links.values(), ...successors.values()]) link.showTopics();
    },
    setAddresses(addresses) {
      own = addresses.slice(0, maxAddressesPerHub);
      gossip();
    },
    dispose() {
      over = true;
      meeting.dispose();
      for (const link of [...links.values(), ...successors.values()]) link.close();
    },
  };
}
