/**
 * The hub: introduces the pages of one room to each other, and carries their frames where they find no path of their
 * own. It knows rooms by the hash of their secret and reads nothing of what it carries. No sockets and no clock of its
 * own: everything comes in through ports, so a run can be replayed. It never throws and never logs.
 */
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import { maxHubTopics } from './limits.ts';
import { createMesh } from './mesh.ts';
import { isTopic } from './names.ts';
import type { Ears, Pipe, Schedule, Visitor } from './pipe.ts';
import { createRelay } from './relay.ts';
import { nameBytes } from './relayWire.ts';
import { createSignaling } from './signaling.ts';

export interface HubPorts {
  readonly context: Pick<Context, 'now' | 'randomBytes'>;
  readonly schedule: Schedule;
  /** Opens a socket to another hub's address; exactly one of the two is called, later. */
  dial(address: string, opened: (pipe: Pipe) => Ears, failed: () => void): void;
}

export interface Hub {
  /** Fresh at every start. */
  readonly id: string;
  /** Each takes a socket that has just opened and answers what is to hear it. */
  joinSignaling(pipe: Pipe, visitor: Visitor): Ears;
  joinRelay(pipe: Pipe, visitor: Visitor): Ears;
  joinHubs(pipe: Pipe, visitor: Visitor): Ears;
  /** From now on strangers may use these topics, and only these. */
  serve(topics: readonly string[]): void;
  /** Looks for hubs that have this topic, also later, until `part`. More addresses may be added. */
  meet(topic: string, addresses: readonly string[]): void;
  part(topic: string): void;
  /** Where other hubs reach this one now. */
  setAddresses(addresses: readonly string[]): void;
  /** The hubs with which it has a topic in common now. */
  neighbours(): readonly string[];
  dispose(): void;
}

export function createHub({ context, schedule, dial }: HubPorts): Hub {
  const id = toBase64Url(context.randomBytes(nameBytes));
  const met = new Set<string>();
  let served: ReadonlySet<string> = new Set();

  const signaling = createSignaling({
    context,
    schedule,
    serves: (topic) => served.has(topic),
    forward: (topic, data, hubs) => mesh.publish(topic, data, hubs),
  });
  const relay = createRelay({ context, schedule, neighbours: () => mesh.neighbours() });
  const mesh = createMesh({
    context,
    schedule,
    self: id,
    dial,
    topics: () => [...new Set([...served, ...met])].slice(0, maxHubTopics),
    deliver: signaling.deliver,
    peers: signaling.peers,
    relay: {
      framed: relay.pass,
      gone: relay.gone,
      drained: relay.drained,
      closed(neighbour) {
        relay.left(neighbour);
        signaling.hubGone(neighbour.hub);
      },
    },
  });

  return {
    id,
    joinSignaling: signaling.join,
    joinRelay: relay.join,
    joinHubs: mesh.join,
    serve(topics) {
      served = new Set(topics.filter(isTopic));
      signaling.review();
      mesh.topicsChanged();
    },
    meet(topic, addresses) {
      if (!isTopic(topic)) return;
      met.add(topic);
      mesh.topicsChanged();
      mesh.meet(topic, addresses);
    },
    part(topic) {
      met.delete(topic);
      mesh.part(topic);
      mesh.topicsChanged();
    },
    setAddresses: mesh.setAddresses,
    neighbours: () => mesh.neighbours().map(({ hub }) => hub),
    dispose: mesh.dispose,
  };
}
