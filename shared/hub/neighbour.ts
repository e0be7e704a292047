/** The link with one other hub, from the first word to the last: greeting, common topics, what goes back and forth. */
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import {
  helloMs,
  idleLinkMs,
  maxMessageLength,
  neighbourRate,
  relayFullBytes,
  relayHighBytes,
  relayLowBytes,
} from './limits.ts';
import {
  type KnownHub,
  type NeighbourMessage,
  type Publish,
  readNeighbourMessage,
  topicProof,
} from './neighbourWire.ts';
import type { Ears, Pipe, Schedule } from './pipe.ts';
import { nameBytes, type RelayFrame, readHubFrame, writeHubFrame } from './relayWire.ts';
import type { Station } from './station.ts';
import { createThrottle } from './throttle.ts';

export interface Neighbour extends Station {
  readonly hub: string;
  /** We dialled it. */
  readonly dialled: boolean;
  /** On this machine. */
  readonly loopback: boolean;
  /** Topics that both have. */
  readonly topics: ReadonlySet<string>;
  /** Our topics have changed. */
  showTopics(): void;
  publish(publish: Publish): void;
  tellHubs(topic: string, hubs: readonly KnownHub[]): void;
  /** We say nothing more on it; it is heard until the other hub says so too, and closes then. */
  retire(): void;
}

export interface NeighbourEvents {
  /** Whether to go on with this hub, once its id is known. */
  admits(neighbour: Neighbour): boolean;
  opened(neighbour: Neighbour): void;
  /** `added`: topics that are common from now on. */
  topicsChanged(neighbour: Neighbour, added: readonly string[]): void;
  published(publish: Publish, neighbour: Neighbour): void;
  toldHubs(topic: string, hubs: readonly KnownHub[], neighbour: Neighbour): void;
  framed(frame: RelayFrame, neighbour: Neighbour): void;
  gone(address: string, sender: string, neighbour: Neighbour): void;
  /** Room for more, or for an address that it had us wait for. */
  drained(neighbour: Neighbour): void;
  /** Told once for each that was opened. */
  closed(neighbour: Neighbour): void;
}

export interface NeighbourOptions {
  readonly pipe: Pipe;
  /** This hub's id. */
  readonly self: string;
  readonly dialled: boolean;
  readonly loopback: boolean;
  readonly context: Pick<Context, 'now' | 'randomBytes'>;
  readonly schedule: Schedule;
  topics(): readonly string[];
  readonly events: NeighbourEvents;
  /** The end, also of one that was never opened. */
  ended(): void;
}

const maxHeld = 1024;

export function openNeighbour(options: NeighbourOptions): Ears {
  const { pipe, self, dialled, loopback, context, schedule, events } = options;
  const nonce = toBase64Url(context.randomBytes(nameBytes));
  const throttle = createThrottle(neighbourRate, context, schedule, pipe);
  const common = new Set<string>();
  const held = new Set<string>();
  let theirs: { readonly nonce: string; proofs: ReadonlySet<string> } | null = null;
  let neighbour: Neighbour | null = null;
  let cancel = schedule(helloMs, () => pipe.close());
  let isRetired = false;
  let over = false;

  const say = (message: NeighbourMessage): void => pipe.send(JSON.stringify(message));
  const sayHello = (): void => say({ type: 'hello', hub: self, nonce });
  if (!dialled) sayHello();

  function greet(hub: string, theirNonce: string): void {
    theirs = { nonce: theirNonce, proofs: new Set() };
    const greeted = createNeighbour(hub);
    if (!events.admits(greeted)) {
      pipe.close();
      return;
    }
    neighbour = greeted;
    if (dialled) sayHello();
    waitForTopics();
    events.opened(greeted);
    greeted.showTopics();
  }

  function waitForTopics(): void {
    cancel();
    cancel = schedule(idleLinkMs, () => {
      if (common.size === 0) pipe.close();
    });
  }

  /** Only who knows a topic can tell it from its proof. */
  function compareTopics(of: Neighbour): void {
    if (theirs === null) return;
    const { nonce: theirNonce, proofs } = theirs;
    const now = options.topics().filter((topic) => proofs.has(topicProof(topic, theirNonce, nonce)));
    if (now.length === common.size && now.every((topic) => common.has(topic))) return;
    const added = now.filter((topic) => !common.has(topic));
    common.clear();
    for (const topic of now) common.add(topic);
    if (common.size === 0) waitForTopics();
    events.topicsChanged(of, added);
  }

  function createNeighbour(hub: string): Neighbour {
    const made: Neighbour = {
      hub,
      dialled,
      loopback,
      topics: common,
      showTopics() {
        const theirNonce = theirs?.nonce ?? '';
        say({
          type: 'topics',
          proofs: options.topics().map((topic) => topicProof(topic, nonce, theirNonce)),
        });
        compareTopics(made);
      },
      publish: (publish) => say({ ...publish, type: 'publish' }),
      tellHubs: (topic, hubs) => say({ type: 'hubs', topic, hubs }),
      retire() {
        isRetired = true;
        cancel();
        cancel = schedule(helloMs, () => pipe.close());
        say({ type: 'left' });
      },
      carry(frame) {
        pipe.send(writeHubFrame(frame));
        if (pipe.buffered() > relayFullBytes) pipe.close();
      },
      isFull: (address, waiting) =>
        held.has(address) || pipe.buffered() > (waiting ? relayLowBytes : relayHighBytes),
      hold: (address) => say({ type: 'pause', address }),
      release: (address) => say({ type: 'resume', address }),
      tellGone: (address, sender) => say({ type: 'gone', address, for: sender }),
      close: () => pipe.close(),
    };
    return made;
  }

  function hear(message: NeighbourMessage, from: Neighbour): void {
    switch (message.type) {
      case 'topics':
        if (theirs) theirs.proofs = new Set(message.proofs);
        compareTopics(from);
        break;
      case 'hubs':
        if (common.has(message.topic)) events.toldHubs(message.topic, message.hubs, from);
        break;
      case 'publish':
        if (common.has(message.topic)) events.published(message, from);
        break;
      case 'pause':
        if (held.size < maxHeld) held.add(message.address);
        break;
      case 'resume':
        held.delete(message.address);
        events.drained(from);
        break;
      case 'gone':
        events.gone(message.address, message.for, from);
        break;
      case 'left':
        // Nothing is under way any more: whoever hears the other's after its own closes.
        if (isRetired) pipe.close();
        break;
      case 'hello':
        break;
    }
  }

  return {
    heard(input) {
      if (over) return;
      if (typeof input === 'string') {
        throttle.spend(1 + (8 * input.length) / maxMessageLength);
        const message = readNeighbourMessage(input);
        if (message === null) return;
        if (neighbour) hear(message, neighbour);
        else if (message.type === 'hello') greet(message.hub, message.nonce);
      } else if (neighbour && common.size > 0) {
        const frame = readHubFrame(input);
        if (frame) events.framed(frame, neighbour);
      }
    },
    written() {
      if (neighbour) events.drained(neighbour);
    },
    closed() {
      if (over) return;
      over = true;
      cancel();
      throttle.dispose();
      if (neighbour) events.closed(neighbour);
      options.ended();
    },
  };
}
