import type { Awareness } from 'y-protocols/awareness';
import type { Gate } from '../log/gate.ts';
import type { Log } from '../log/log.ts';
import type { Schedule } from '../log/recorder.ts';
import type { Context } from '../util/context.ts';
import { createSecretAuthenticator, type LinkSelf } from './authenticator.ts';
import { createDialler } from './dialler.ts';
import { createIntroducer, type Introducer, type IntroducerOptions } from './introducer.ts';
import { createMesh } from './mesh.ts';
import { openRelay, type Relay, type SocketLike } from './relay.ts';
import type { RoomStatus } from './roomStatus.ts';
import type { RtcIceServer, WebRtcParts } from './rtc.ts';
import { createSteadyContext } from './steadyContext.ts';

export interface RoomOptions {
  /** What a hub sees of the room: a hash of its secret, 43 characters. */
  readonly topic: string;
  readonly secret: Uint8Array;
  readonly log: Log;
  readonly gate: Gate;
  readonly awareness: Awareness;
  /** WebSocket urls of this page's own hub; no relay: null. */
  readonly signaling: readonly string[];
  readonly relay: string | null;
  readonly self: LinkSelf;
  /** The browser's own, or @roamhq/wrtc. */
  readonly wrtc: WebRtcParts;
  readonly openSocket: (url: string) => SocketLike;
  readonly context: Context;
  readonly schedule: Schedule;
  /** Default none: nothing on the internet is asked. */
  readonly iceServers?: readonly RtcIceServer[];
}

/** A jam's room: everybody who knows its secret, as long as this is open. */
export interface Room {
  status(): RoomStatus;
  /** Called soon after anything of the status has changed. */
  subscribe(listener: () => void): () => void;
  /** At most `maxCursorBytes`; may be lost. */
  sendCursor(bytes: Uint8Array): void;
  /** `peer` as in `PeerState`. */
  onCursor(listener: (peer: string, bytes: Uint8Array) => void): () => void;
  /** The laptop woke, or its network changed. */
  wake(): void;
  /** Says goodbye. One topic can be opened again after it has settled. */
  dispose(): Promise<void>;
}

/** The relay's address should be known before the first offer goes out, but not at any price. */
const relayHeadStartMs = 1000;
/** Whoever missed an announcement hears the next. */
const announceMs = 20_000;
/** Of the others whoever is not linked and was heard of longest ago is forgotten: hubs can make up as many as they like. */
const maxAddresses = 200;
/** y-webrtc does not say that a hub has still not been reached. */
const watchHubMs = 2000;
/** Goodbyes are on their way before the connections close. */
const goodbyeMs = 100;

/**
 * Opens a room. It is up at once, alone, and finds the others by itself; it never throws for what happens outside.
 * The simulation gives an introducer of its own: the one part that needs sockets and WebRTC.
 */
export function openRoom(
  options: RoomOptions,
  openIntroducer: (options: IntroducerOptions) => Introducer = createIntroducer,
): Room {
  const { topic, secret, log, gate, awareness, self, schedule, iceServers = [] } = options;
  const context = createSteadyContext(options.context);
  const listeners = new Set<() => void>();
  /** Where peers are on the relay. */
  const addresses = new Map<string, string>();
  /** To whom a relayed link should be opened, as soon as both addresses are known. */
  const due = new Set<string>();
  let introducer: Introducer | null = null;
  let isDisposed = false;
  let cancelAnnounce = (): void => {};
  let cancelWatch = (): void => {};

  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const forgetAddress = (peer: string): void => {
    relay?.forget(addresses.get(peer) ?? '');
    addresses.delete(peer);
  };
  const forgetOldest = (): void => {
    const oldest = [...addresses.keys()].find((peer) => mesh.way(peer) === null);
    if (oldest !== undefined) forgetAddress(oldest);
  };
  const call = (peer: string): void => {
    const address = addresses.get(peer);
    if (due.has(peer) && address !== undefined) relay?.call(address);
  };
  const mesh = createMesh({
    log,
    gate,
    awareness,
    authenticator: createSecretAuthenticator(secret, topic, self),
    session: self.session.key,
    context,
    schedule,
    onLink(peer, change) {
      if (change === 'opened' || change === 'left') due.delete(peer);
      if (change === 'left') forgetAddress(peer);
      if (!isDisposed) dialler.onLink(peer, change);
    },
  });
  const dialler = createDialler({
    context,
    schedule,
    dial: (peer) => introducer?.dial(peer),
    drop: (peer) => introducer?.drop(peer),
    callRelay(peer) {
      due.add(peer);
      call(peer);
    },
    forget(peer) {
      due.delete(peer);
      forgetAddress(peer);
    },
    wayTo: mesh.way,
  });
  const stopMesh = mesh.subscribe(changed);

  const introduce = (): void => {
    if (introducer || isDisposed) return;
    const { signaling, wrtc } = options;
    introducer = openIntroducer({
      topic,
      signaling,
      wrtc,
      iceServers,
      context,
      schedule,
      relayAddress: () => relay?.address ?? null,
      events: {
        tried(peer) {
          due.delete(peer);
          dialler.onTried(peer);
        },
        answered: dialler.onAnswered,
        opened: mesh.connect,
        failed: dialler.onFailed,
        reachableAt(peer, address) {
          if (addresses.get(peer) === address) return;
          forgetAddress(peer);
          addresses.set(peer, address);
          if (addresses.size > maxAddresses) forgetOldest();
          relay?.expect(address, (carrier) => mesh.connect(peer, carrier));
          call(peer);
        },
        hubChanged: changed,
      },
    });
    const announceAgain = (): void => {
      introducer?.announce();
      cancelAnnounce = schedule(announceMs * (0.75 + (context.randomBytes(1)[0] ?? 0) / 512), announceAgain);
    };
    cancelAnnounce = schedule(announceMs, announceAgain);
    watchHub('connecting');
  };
  const watchHub = (before: RoomStatus['hub']): void => {
    cancelWatch = schedule(watchHubMs, () => {
      const hub = introducer?.hub() ?? 'connecting';
      if (hub !== before) changed();
      watchHub(hub);
    });
  };
  const relay: Relay | null =
    options.relay === null
      ? null
      : openRelay({
          url: options.relay,
          openSocket: options.openSocket,
          context,
          schedule,
          onAddress(address) {
            introduce();
            if (address === null) return;
            introducer?.move(address);
            for (const peer of due) call(peer);
          },
        });
  const cancelHeadStart = schedule(relay ? relayHeadStartMs : 0, introduce);

  return {
    status: () => ({
      hub: introducer?.hub() ?? 'connecting',
      refused: (introducer?.refused ?? 0) + mesh.refused,
      peers: mesh.peers(),
      summary: mesh.summary(),
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sendCursor: mesh.sendCursor,
    onCursor: mesh.onCursor,
    wake() {
      mesh.wake();
      relay?.wake();
      introducer?.wake();
      dialler.wake();
      introducer?.announce();
    },
    dispose() {
      if (isDisposed) return Promise.resolve();
      isDisposed = true;
      cancelHeadStart();
      cancelAnnounce();
      cancelWatch();
      stopMesh();
      listeners.clear();
      dialler.dispose();
      mesh.dispose();
      return new Promise((done) => {
        schedule(goodbyeMs, () => {
          introducer?.dispose();
          relay?.dispose();
          done();
        });
      });
    },
  };
}
