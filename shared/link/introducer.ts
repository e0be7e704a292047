/// <reference path="./y-webrtc.d.ts" />
import { Awareness } from 'y-protocols/awareness';
import { type SignalingConn, WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';
import type { Schedule } from '../log/recorder.ts';
import type { Context } from '../util/context.ts';
import { parseJson } from '../util/parseJson.ts';
import type { Carrier } from './carrier.ts';
import { reliableOptions } from './dataChannelCarrier.ts';
import { wakeMs } from './limits.ts';
import type { RoomStatus } from './roomStatus.ts';
import type { RtcIceServer, WebRtcParts } from './rtc.ts';
import { type Announce, asFields, readSignal, type Signal } from './signals.ts';
import { wrapWebRtc } from './wrapWebRtc.ts';

export interface IntroducerOptions {
  readonly topic: string;
  readonly signaling: readonly string[];
  readonly wrtc: WebRtcParts;
  readonly iceServers: readonly RtcIceServer[];
  readonly context: Context;
  readonly schedule: Schedule;
  /** Told to others with each signal. */
  readonly relayAddress: () => string | null;
  readonly events: IntroducerEvents;
}

export interface IntroducerEvents {
  /** A path to this peer is being tried; an earlier one is given up. */
  tried(peer: string): void;
  /** They take part in the attempt. */
  answered(peer: string): void;
  opened(peer: string, carrier: Carrier): void;
  /** The path being tried won't open. */
  failed(peer: string): void;
  reachableAt(peer: string, relayAddress: string): void;
  hubChanged(): void;
}

/** Finds peers and tries direct paths to them; decides nothing of when to try again. */
export interface Introducer {
  hub(): RoomStatus['hub'];
  /** What came from hubs and made no sense. */
  readonly refused: number;
  /** Tries a path: offers one, or asks the peer to where offering is the peer's part. */
  dial(peer: string): void;
  /** Gives up the path to a peer, if there is one. */
  drop(peer: string): void;
  /** Says to everybody that this side is here. */
  announce(): void;
  /** Tells whoever is being dialled that this side's relay address is another now. */
  move(relayAddress: string): void;
  /** The laptop woke: a hub that does not answer soon is reached anew. */
  wake(): void;
  dispose(): void;
}

/** Of two peers the one with the lesser id offers: attempts never cross. */
const offers = (own: string, peer: string): boolean => own < peer;
/** An attempt this young is not given up because the peer has not heard of it yet. */
const freshMs = 3000;
/** A hub that is not reached after so many tries is shown as gone. */
const triesUntilGone = 3;
const maxPeers = 100;

interface Attempt {
  readonly path: string;
  readonly since: number;
  isAnswered: boolean;
}

/**
 * y-webrtc, from outside: it keeps the socket to the hub, makes a simple-peer for each peer and carries their signals.
 * What it hears and says there passes through here; documents and presence never reach it.
 */
export function createIntroducer(options: IntroducerOptions): Introducer {
  const { topic, signaling, wrtc, iceServers, context, schedule, relayAddress, events } = options;
  const attempts = new Map<string, Attempt>();
  /** Set while y-webrtc makes a connection: for whom, and the attempt's name. */
  let making: { peer: string; path: string } | null = null;
  let isGreeting = false;
  let refused = 0;
  const refuse = (): void => {
    refused += 1;
  };

  const begin = (): ReturnType<Parameters<typeof wrapWebRtc>[2]> => {
    const { peer, path } = making ?? { peer: '', path: '' };
    const attempt = { path, since: context.now(), isAnswered: false };
    attempts.set(peer, attempt);
    const isCurrent = (): boolean => attempts.get(peer) === attempt;
    return {
      opened: (carrier) => (isCurrent() ? events.opened(peer, carrier) : carrier.close()),
      lost: () => isCurrent() && events.failed(peer),
    };
  };

  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const provider = new WebrtcProvider(topic, doc, {
    signaling: [...signaling],
    awareness,
    maxConns: Number.POSITIVE_INFINITY,
    filterBcConns: false,
    peerOpts: {
      wrtc: wrapWebRtc(wrtc, schedule, begin),
      channelConfig: reliableOptions,
      config: { iceServers },
    },
  });
  const own = (): string => provider.room?.peerId ?? '';

  const drop = (peer: string): void => {
    attempts.delete(peer);
    const conn = provider.room?.webrtcConns.get(peer);
    if (!conn) return;
    provider.room?.webrtcConns.delete(peer);
    // Its own handler would delete whatever connection this peer has by then.
    conn.peer.removeAllListeners('close');
    conn.peer.destroy();
  };

  const wrapHub = (
    conn: (typeof provider.signalingConns)[number],
  ): { hear(data: unknown): void; say(data: object): void; isClosed(): boolean } => {
    let isClosed = false;
    const emit = conn.emit.bind(conn);
    const send = conn.send.bind(conn);
    const pass = (data: unknown): void => emit('message', [{ type: 'publish', topic, data }, conn]);
    const say = (data: object): void => send({ type: 'publish', topic, data });

    /** Lets y-webrtc make a connection by handing it the word that makes it do so. */
    const make = (peer: string, path: string, data: unknown): void => {
      drop(peer);
      making = { peer, path };
      try {
        pass(data);
      } finally {
        making = null;
      }
      if (attempts.has(peer)) events.tried(peer);
    };
    const offer = (peer: string): void => make(peer, context.newId(), { type: 'announce', from: peer });

    const hearAnnounce = ({ from, to }: Announce): void => {
      const attempt = attempts.get(from);
      if (!offers(own(), from)) {
        if (!attempt && to === null) say({ type: 'announce', from: own(), to: from });
      } else if (!attempt || (to !== null && context.now() - attempt.since > freshMs)) offer(from);
    };
    const hearSignal = ({ from, what, path, relay }: Signal, data: unknown): void => {
      const attempt = attempts.get(from);
      if (relay !== null) events.reachableAt(from, relay);
      if (what === 'offer') {
        if (offers(own(), from) || attempt?.path === path) return;
        make(from, path, data);
        events.answered(from);
      } else if (attempt?.path !== path) return;
      else if (what === 'candidate') pass(data);
      else if (offers(own(), from) && !attempt.isAnswered) {
        attempt.isAnswered = true;
        events.answered(from);
        pass(data);
      }
    };
    const hear = (data: unknown): void => {
      const said = readSignal(data);
      if (!said) refuse();
      if (!said || said.from === own() || (said.to !== null && said.to !== own())) return;
      if (!attempts.has(said.from) && attempts.size >= maxPeers) return;
      if (said.type === 'announce') hearAnnounce(said);
      else if (said.type === 'moved') events.reachableAt(said.from, said.relay);
      else hearSignal(said, data);
    };

    conn.emit = (name, args) => {
      if (name === 'message') {
        const message = asFields(args[0]);
        if (!message) refuse();
        else if (message['topic'] !== topic) return;
        else if (message['type'] === 'publish') hear(message['data']);
        else if (message['type'] === 'closed') {
          isClosed = true;
          events.hubChanged();
        }
        return;
      }
      if (name === 'connect') {
        skipMalformed(conn, refuse);
        isClosed = false;
      }
      isGreeting = name === 'connect';
      emit(name, args);
      isGreeting = false;
      if (name === 'connect' || name === 'disconnect') events.hubChanged();
    };
    conn.send = (message) => {
      const { type, data } = message as { type?: unknown; data?: unknown };
      const said = asFields(data);
      if (said?.['type'] === 'signal') {
        const path = attempts.get(String(said['to']))?.path;
        const relay = relayAddress();
        if (path !== undefined)
          send({ ...message, data: { ...said, path, ...(relay === null ? {} : { relay }) } });
      } else if (isGreeting || type === 'ping' || type === 'unsubscribe') send(message);
      // Otherwise y-webrtc tells everybody of each connection that closes: whom it concerns is dialled.
    };
    return { hear: (data) => hear(data), say, isClosed: () => isClosed };
  };
  const hubs = provider.signalingConns.map((conn) => ({ conn, ...wrapHub(conn) }));

  const say = (data: object): void => {
    if (own() === '') return;
    for (const hub of hubs) if (hub.conn.connected) hub.say({ ...data, from: own() });
  };

  return {
    hub() {
      if (hubs.some(({ conn, isClosed }) => conn.connected && !isClosed())) return 'open';
      if (hubs.some(({ isClosed }) => isClosed())) return 'closed';
      return hubs.every(({ conn }) => conn.unsuccessfulReconnects >= triesUntilGone) ? 'gone' : 'connecting';
    },
    get refused() {
      return refused;
    },
    dial(peer) {
      if (own() === '') return;
      drop(peer);
      if (offers(own(), peer))
        hubs.find(({ conn }) => conn.connected)?.hear({ type: 'announce', from: peer });
      else say({ type: 'announce', to: peer });
    },
    drop,
    announce: () => say({ type: 'announce' }),
    move(relay) {
      for (const to of attempts.keys()) say({ type: 'moved', to, relay });
    },
    wake() {
      for (const { conn } of hubs.filter((hub) => hub.conn.connected)) {
        const heard = conn.lastMessageReceived;
        conn.send({ type: 'ping' });
        schedule(wakeMs, () => conn.lastMessageReceived === heard && reconnect(conn));
      }
    },
    dispose() {
      for (const peer of [...attempts.keys()]) drop(peer);
      provider.disconnect();
      provider.destroy();
      doc.destroy();
    },
  };
}

/** y-webrtc's socket throws on what is no JSON, where nobody can catch it. Each connection has a socket of its own. */
function skipMalformed({ ws: socket }: SignalingConn, onSkipped: () => void): void {
  const hear = socket?.onmessage;
  if (!socket || !hear) return;
  socket.onmessage = (event) => {
    if (typeof event.data === 'string' && parseJson(event.data) !== undefined) hear(event);
    else onSkipped();
  };
}

/** A socket whose other end is gone says so only after minutes; y-webrtc connects again as soon as it hears of it. */
function reconnect({ ws: socket }: SignalingConn): void {
  socket?.onclose?.();
  if (!socket) return;
  socket.onclose = null;
  socket.onerror = null;
  socket.onmessage = null;
  socket.close();
}
