/** Somebody in a room over real WebRTC and a hub on the loopback. */
import { randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import wrtc from '@roamhq/wrtc';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Room, RoomOptions } from '../../shared/link/openRoom.ts';
import type { SocketLike } from '../../shared/link/relay.ts';
import type {
  RtcDataChannel,
  RtcDescription,
  RtcPeerConnection,
  WebRtcParts,
} from '../../shared/link/rtc.ts';
import { createGate } from '../../shared/log/gate.ts';
import { digestHeads } from '../../shared/log/heads.ts';
import { encodeHello } from '../../shared/log/hello.ts';
import type { Log } from '../../shared/log/log.ts';
import { createLog } from '../../shared/log/logDoc.ts';
import { createSession } from '../../shared/log/session.ts';
import { concatBytes, toBase64Url, toUtf8 } from '../../shared/util/bytes.ts';
import { createContext } from '../../shared/util/context.ts';
import { hashParts } from '../../shared/util/hash.ts';
import type { SmallHub } from './smallHub.ts';

export interface RoomPeer {
  readonly name: string;
  readonly room: Room;
  readonly log: Log;
  readonly awareness: Awareness;
  write(bytes?: number): void;
  digest(): string;
  /** Its connections fail, as when a laptop's network goes. */
  unplug(): void;
  /** Nothing arrives and nothing leaves on the connections it has now, and nobody is told. */
  freeze(): void;
  leave(): Promise<void>;
}

export interface RoomPeerOptions {
  readonly secret?: string;
  /** No candidate is ever found, as in a room without a router. */
  readonly withoutCandidates?: boolean;
  readonly log?: Log;
  /** In the same page as the one before: a topic can be opened there when the room before it has been left. */
  readonly inSamePage?: boolean;
  readonly options?: Partial<RoomOptions>;
}

const real = wrtc as unknown as WebRtcParts;

export const roomTopic = toBase64Url(hashParts('topic', toUtf8('secret')));

/** Each one loads y-webrtc anew: it allows one room of a topic in a module. */
export async function joinRoom(
  hub: Pick<SmallHub, 'signaling' | 'relay'>,
  name: string,
  given: RoomPeerOptions = {},
): Promise<RoomPeer> {
  if (!given.inSamePage) vi.resetModules();
  vi.stubGlobal('WebSocket', WebSocket);
  vi.stubGlobal('BroadcastChannel', undefined);
  const { openRoom } = await import('../../shared/link/openRoom.ts');
  const timers = new Set<NodeJS.Timeout>();
  const context = createContext(Date.now, (into) => into.set(randomBytes(into.length)));
  const key = context.randomBytes(32);
  const device = ed25519.getPublicKey(key);
  const session = createSession(context, { device, memberId: `${name}-id`, memberName: name });
  const log = given.log ?? createLog();
  const awareness = new Awareness(new Y.Doc());
  const secret = toUtf8(given.secret ?? 'secret');
  const connections = new Set<RtcPeerConnection>();
  const channels = new Set<RtcDataChannel>();
  class WatchedConnection extends real.RTCPeerConnection {
    constructor(config: object) {
      super(config);
      connections.add(this);
    }
    override createDataChannel(label: string, channelOptions: object): RtcDataChannel {
      const channel = super.createDataChannel(label, channelOptions);
      channels.add(channel);
      return channel;
    }
    override addIceCandidate(candidate: unknown): Promise<void> {
      return given.withoutCandidates ? Promise.resolve() : super.addIceCandidate(candidate);
    }
    override setRemoteDescription({ type, sdp }: RtcDescription): Promise<void> {
      const heard = given.withoutCandidates ? sdp.replaceAll(/^a=candidate.*\r\n/gm, '') : sdp;
      return super.setRemoteDescription({ type, sdp: heard });
    }
  }
  const room = openRoom({
    topic: roomTopic,
    secret,
    log,
    gate: createGate(log),
    awareness,
    signaling: [hub.signaling],
    relay: hub.relay,
    self: {
      device,
      member: session.memberId,
      name,
      session,
      sign: async (message) => ed25519.sign(concatBytes(toUtf8('riffroom link\0'), message), key),
    },
    wrtc: { ...real, RTCPeerConnection: WatchedConnection },
    openSocket: (url) => new WebSocket(url) as unknown as SocketLike,
    context,
    schedule(ms, run) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    ...given.options,
  });
  const append = (kind: 'hello' | 'kind-7', body: Uint8Array): void =>
    void log.append(session.key, { kind, lamport: log.lamport + 1, wall: Date.now(), seen: [], body });
  const end = async (): Promise<void> => {
    await room.dispose();
    awareness.destroy();
    for (const connection of connections) connection.close();
  };
  return {
    name,
    room,
    log,
    awareness,
    write(bytes = 20) {
      if (log.length(session.key) === 0) append('hello', encodeHello(session));
      append('kind-7', context.randomBytes(bytes));
    },
    digest: () => digestHeads(log.heads()),
    unplug() {
      for (const connection of connections) connection.close();
    },
    freeze() {
      for (const channel of channels) {
        channel.send = () => undefined;
        channel.onmessage = null;
      }
    },
    leave: end,
  };
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 10));
}

export const areSame = (peers: readonly RoomPeer[]): boolean =>
  new Set(peers.map((one) => one.digest())).size === 1;

export const areLinked = (peers: readonly RoomPeer[]): boolean =>
  peers.every(
    ({ room }) => room.status().peers.filter(({ phase }) => phase === 'open').length === peers.length - 1,
  );
