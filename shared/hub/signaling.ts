/** The pages of this hub and what they publish: who is in which topic, who speaks for which peer, who is told. */
import type { Context } from '../util/context.ts';
import { createCrowd } from './crowd.ts';
import { writeJson } from './json.ts';
import {
  holdAnnounceMs,
  maxPeersPerClient,
  maxTopicsPerClient,
  signalingRate,
  slowReaderBytes,
  strangerMs,
} from './limits.ts';
import { deafEars, type Ears, type Pipe, type Schedule, type Visitor } from './pipe.ts';
import { type PublishEnvelope, readEnvelope, readSignaling } from './signalingWire.ts';
import { createThrottle } from './throttle.ts';

export interface SignalingOptions {
  readonly context: Pick<Context, 'now'>;
  readonly schedule: Schedule;
  /** Whether strangers may use it. This app's own pages may use any topic. */
  serves(topic: string): boolean;
  /** A page's publish, for other hubs: those named, or null for all that have the topic. */
  forward(topic: string, data: unknown, hubs: readonly string[] | null): void;
}

export interface Signaling {
  join(pipe: Pipe, visitor: Visitor): Ears;
  /** From another hub. Answers which hubs it goes on to: those named, or null for all that have the topic. */
  deliver(topic: string, data: unknown, hub: string): readonly string[] | null;
  /** The peers on this side of a hub. */
  peers(topic: string, hub: string): readonly string[];
  hubGone(hub: string): void;
  /** Strangers lose the topics that are not served any more. */
  review(): void;
}

interface Client {
  readonly pipe: Pipe;
  readonly own: boolean;
  /** By topic, the peers that it speaks for. */
  readonly topics: Map<string, Set<string>>;
}

interface Topic {
  readonly clients: Set<Client>;
  /** Which hub a peer was heard from. */
  readonly beyond: Map<string, string>;
  /** When peers unsubscribed, ms. */
  readonly left: Map<string, number>;
}

const maxPeersPerTopic = 512;

export function createSignaling({ context, schedule, serves, forward }: SignalingOptions): Signaling {
  const crowd = createCrowd();
  const topics = new Map<string, Topic>();
  const clients = new Set<Client>();

  function subscribe(client: Client, name: string): void {
    if (client.topics.has(name) || client.topics.size >= maxTopicsPerClient) return;
    if (!client.own && !serves(name)) {
      tellClosed(client, name);
      return;
    }
    client.topics.set(name, new Set());
    topicOf(name).clients.add(client);
  }

  /** The page says to people what a socket that ends could not: nobody is lost, somebody has closed the door. */
  function tellClosed({ pipe }: Client, topic: string): void {
    pipe.send(JSON.stringify({ type: 'closed', topic }));
  }

  function topicOf(name: string): Topic {
    const topic = topics.get(name) ?? { clients: new Set(), beyond: new Map(), left: new Map() };
    topics.set(name, topic);
    return topic;
  }

  function unsubscribe(client: Client, name: string): void {
    const topic = topics.get(name);
    if (!topic) return;
    for (const peer of client.topics.get(name) ?? []) {
      setBounded(topic.left, peer, context.now());
      forward(name, { type: 'leave', from: peer }, null);
    }
    client.topics.delete(name);
    topic.clients.delete(client);
    // When a peer left is needed only as long as its page may announce it again.
    schedule(holdAnnounceMs, () => tidy(name, topic));
  }

  function tidy(name: string, topic: Topic): void {
    if (topics.get(name) === topic && topic.clients.size === 0 && topic.beyond.size === 0)
      topics.delete(name);
  }

  /** Answers the number of sockets it went to. */
  function publish(client: Client, name: string, data: unknown): number {
    const peers = client.topics.get(name);
    const topic = topics.get(name);
    if (!peers || !topic) return 0;
    const envelope = readEnvelope(data);
    if (envelope.from !== null && peers.size < maxPeersPerClient) peers.add(envelope.from);
    const wait = envelope.type === 'announce' && envelope.from !== null ? heldFor(topic, envelope.from) : 0;
    if (wait > 0) {
      schedule(wait, () => {
        if (client.topics.has(name)) send(client, name, topic, data, envelope);
      });
      return 0;
    }
    return send(client, name, topic, data, envelope);
  }

  function heldFor(topic: Topic, peer: string): number {
    const left = topic.left.get(peer);
    return left === undefined ? 0 : Math.min(holdAnnounceMs, left + holdAnnounceMs - context.now());
  }

  function send(
    client: Client,
    name: string,
    topic: Topic,
    data: unknown,
    envelope: PublishEnvelope,
  ): number {
    const route = findRoute(topic, name, envelope.to, null);
    forward(name, data, route.hubs);
    return give(route.clients, name, data, client);
  }

  /**
   * To whoever speaks for `to`: several where several say so, so that nobody takes another's messages away. A way that
   * leads back to the hub it came from is none: while hubs meet, each may think that the other is nearer.
   */
  function findRoute(
    topic: Topic,
    name: string,
    to: string | null,
    by: string | null,
  ): { clients: Iterable<Client>; hubs: string[] | null } {
    if (to === null) return { clients: topic.clients, hubs: null };
    const here = [...topic.clients].filter((client) => client.topics.get(name)?.has(to));
    const known = topic.beyond.get(to);
    const hub = known === by ? undefined : known;
    if (here.length === 0 && hub === undefined) return { clients: topic.clients, hubs: null };
    return { clients: here, hubs: hub === undefined ? [] : [hub] };
  }

  function give(to: Iterable<Client>, topic: string, data: unknown, except: Client | null): number {
    const text = writeJson({ type: 'publish', topic, data });
    if (text === null) return 0;
    let count = 0;
    for (const client of to) {
      if (client === except) continue;
      count += 1;
      client.pipe.send(text);
      if (client.pipe.buffered() > slowReaderBytes) client.pipe.close();
    }
    return count;
  }

  return {
    join(pipe, visitor) {
      const leave = crowd.enter(visitor);
      if (leave === null) {
        pipe.close();
        return deafEars;
      }
      const client: Client = { pipe, own: visitor.own, topics: new Map() };
      clients.add(client);
      const throttle = createThrottle(signalingRate, context, schedule, pipe);
      const stranger = visitor.own
        ? null
        : schedule(strangerMs, () => {
            if (client.topics.size === 0) pipe.close();
          });
      return {
        heard(input) {
          if (!clients.has(client)) return;
          const message = readSignaling(input);
          let reached = 0;
          if (message?.type === 'subscribe') for (const name of message.topics) subscribe(client, name);
          else if (message?.type === 'unsubscribe')
            for (const name of message.topics) unsubscribe(client, name);
          else if (message?.type === 'publish') reached = publish(client, message.topic, message.data);
          else if (message?.type === 'ping') pipe.send('{"type":"pong"}');
          throttle.spend(1 + input.length / 4096 + reached / 8);
        },
        written: () => undefined,
        closed() {
          if (!clients.delete(client)) return;
          for (const name of [...client.topics.keys()]) unsubscribe(client, name);
          stranger?.();
          throttle.dispose();
          leave();
        },
      };
    },
    deliver(name, data, hub) {
      // Also where no page has it: this hub may stand between two that have.
      const topic = topicOf(name);
      const { from, to, type } = readEnvelope(data);
      if (type === 'leave') {
        if (from !== null && topic.beyond.get(from) === hub) topic.beyond.delete(from);
        tidy(name, topic);
        return null;
      }
      if (from !== null) setBounded(topic.beyond, from, hub);
      if (type === 'here') return null;
      const route = findRoute(topic, name, to, hub);
      give(route.clients, name, data, null);
      return route.hubs;
    },
    peers(name, hub) {
      const topic = topics.get(name);
      const here = [...(topic?.clients ?? [])].flatMap((client) => [...(client.topics.get(name) ?? [])]);
      const there = [...(topic?.beyond ?? [])].flatMap(([peer, through]) => (through === hub ? [] : [peer]));
      return [...new Set([...here, ...there])];
    },
    hubGone(hub) {
      for (const [name, topic] of [...topics]) {
        for (const [peer, through] of topic.beyond) if (through === hub) topic.beyond.delete(peer);
        tidy(name, topic);
      }
    },
    review() {
      for (const client of clients) {
        const lost = client.own ? [] : [...client.topics.keys()].filter((name) => !serves(name));
        for (const name of lost) {
          unsubscribe(client, name);
          tellClosed(client, name);
        }
        if (lost.length > 0 && client.topics.size === 0) client.pipe.close();
      }
    },
  };
}

function setBounded<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > maxPeersPerTopic) map.delete(map.keys().next().value as string);
}
