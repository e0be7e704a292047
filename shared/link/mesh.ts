import type { Awareness } from 'y-protocols/awareness';
import type { Gate } from '../log/gate.ts';
import { encodeHeads } from '../log/heads.ts';
import type { Log, LogEvent } from '../log/log.ts';
import type { Schedule } from '../log/recorder.ts';
import type { SessionKey } from '../log/session.ts';
import type { Context } from '../util/context.ts';
import { sha256 } from '../util/hash.ts';
import type { Authenticator, LinkIdentity } from './authenticator.ts';
import type { Carrier } from './carrier.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { createFetchTurn } from './fetchTurn.ts';
import { compareMs, receiptMs } from './limits.ts';
import { createLink, type Link, type LinkEnd } from './link.ts';
import { digestBytes, kinds, writeCovers } from './messages.ts';
import { createPresenceLane } from './presenceLane.ts';
import { type PeerState, type RoomSummary, summarise } from './roomStatus.ts';

export interface MeshOptions {
  readonly log: Log;
  readonly gate: Gate;
  readonly awareness: Awareness;
  readonly authenticator: Authenticator;
  /** This side's own: a link to oneself is none. */
  readonly session: SessionKey;
  readonly context: Context;
  readonly schedule: Schedule;
  /** A link has opened or ended; after the last of a peer's has ended, whoever introduces may try again. */
  readonly onLink: (peer: string, change: 'opened' | LinkEnd) => void;
}

/** All links of one room around one log. It knows no network: whoever introduces peers hands it carriers. */
export interface Mesh {
  /** Opens a link to a peer. Of two that open, a direct one is kept, then the newer one. */
  connect(peer: string, carrier: Carrier): void;
  /** Whether a link to this peer stands, and by which way. */
  way(peer: string): PeerState['way'] | null;
  peers(): readonly PeerState[];
  summary(): RoomSummary;
  /** What was refused on links that have ended, and those that ended for it: nobody's who is listed in `peers`. */
  readonly refused: number;
  subscribe(listener: () => void): () => void;
  sendCursor(bytes: Uint8Array): void;
  onCursor(listener: (peer: string, bytes: Uint8Array) => void): () => void;
  /** The laptop woke, or its network changed. */
  wake(): void;
  dispose(): void;
}

interface MeshLink {
  readonly peer: string;
  readonly link: Link;
  readonly number: number;
  identity: LinkIdentity | null;
  exchange: Exchange | null;
  /** A better link to the same session stands: this one carries nothing any more and ends soon. */
  isReplaced: boolean;
  differsSince: number | null;
  /** Presence that was dropped. */
  refusedPresence: number;
}

/** Both ends should have the better link open before the other one ends, or presence would flicker. */
const overlapMs = 1000;
const coversGatherMs = 200;
const statusGatherMs = 50;

export function createMesh(options: MeshOptions): Mesh {
  const { log, gate, awareness, authenticator, session: ownSession, context, schedule, onLink } = options;
  const links = new Set<MeshLink>();
  const listeners = new Set<() => void>();
  const cursorListeners = new Set<(peer: string, bytes: Uint8Array) => void>();
  let opened = 0;
  let refusedBefore = 0;
  let ownDigest: Uint8Array | null = null;
  let toldEveryone = false;
  let cancelStatus: (() => void) | null = null;
  let cancelCovers: (() => void) | null = null;
  let isDisposed = false;

  const digest = (): Uint8Array => {
    ownDigest ??= sha256(encodeHeads(log.heads())).slice(0, digestBytes);
    return ownDigest;
  };
  const isUp = ({ link, identity }: MeshLink): boolean =>
    identity !== null && (link.phase === 'open' || link.phase === 'silent');
  const active = (): MeshLink[] => [...links].filter((one) => isUp(one) && !one.isReplaced);

  const tell = (): void => {
    cancelStatus?.();
    cancelStatus = null;
    toldEveryone = summarise(states()).kind === 'everyone';
    for (const listener of [...listeners]) listener();
  };
  /** Good news is gathered; that everyone has everything is taken back at once. */
  const changed = (): void => {
    if (toldEveryone && summarise(states()).kind !== 'everyone') tell();
    else cancelStatus ??= schedule(statusGatherMs, tell);
  };
  const presence = createPresenceLane(awareness, context, schedule, (message) => {
    for (const { link } of active()) link.send(message);
  });
  const turn = createFetchTurn(schedule);

  const tellCovers = (): void => {
    cancelCovers ??= schedule(coversGatherMs, () => {
      cancelCovers = null;
      const fed = active().filter(({ exchange }) => exchange?.isFed);
      const message = writeCovers(fed.flatMap(({ identity }) => identity?.session ?? []));
      for (const { link } of active()) link.send(message);
    });
  };

  /** Somebody else no longer tells them everything, and may have failed to tell the latest: compare. */
  const compareWith = (uncovered: Iterable<SessionKey>): void => {
    const sessions = new Set(uncovered);
    for (const { identity, exchange } of active()) {
      if (identity && sessions.has(identity.session)) exchange?.tellHeads();
    }
  };

  /** Of several links to one session one is used. */
  const pickOne = (session: SessionKey): void => {
    const same = [...links].filter(
      (one) => isUp(one) && one.identity?.session === session && !one.isReplaced,
    );
    same.sort(compareLinks);
    for (const worse of same.slice(1)) {
      worse.isReplaced = true;
      if (worse.exchange) turn.leave(worse.exchange);
      schedule(overlapMs, () => worse.link.end('replaced'));
    }
  };

  const startExchange = (one: MeshLink, { session }: LinkIdentity): void => {
    const exchange: Exchange = createExchange({
      link: one.link,
      session,
      log,
      gate,
      digest,
      onHeads: () => turn.consider(exchange),
      onDone: () => turn.done(exchange),
      onFed: tellCovers,
      onUncovered: compareWith,
    });
    one.exchange = exchange;
    exchange.tellHeads();
    const state = presence.tell();
    if (state) one.link.send(state);
  };

  const onOpened = (one: MeshLink, identity: LinkIdentity): void => {
    if (identity.session === ownSession) {
      one.link.end('refused');
      return;
    }
    one.identity = identity;
    startExchange(one, identity);
    pickOne(identity.session);
    tellCovers();
    onLink(one.peer, 'opened');
    changed();
  };

  const onEnded = (one: MeshLink, why: LinkEnd): void => {
    links.delete(one);
    refusedBefore += refusedOn(one) + (why === 'garbage' ? 1 : 0);
    if (one.exchange) turn.leave(one.exchange);
    const session = one.identity?.session;
    if (session !== undefined && !active().some(({ identity }) => identity?.session === session)) {
      if (why === 'replaced') schedule(overlapMs, () => forgetUnlessBack(session));
      else forgetUnlessBack(session);
    }
    if (one.exchange && !one.isReplaced && !isDisposed) {
      compareWith(one.exchange.covered);
      tellCovers();
    }
    onLink(one.peer, why);
    changed();
  };
  const forgetUnlessBack = (session: SessionKey): void => {
    if (!active().some(({ identity }) => identity?.session === session)) presence.forget(session);
  };

  const onMessage = (one: MeshLink, kind: number, body: Uint8Array): void => {
    if (!one.identity || !one.exchange) return;
    if (kind !== kinds.presence) one.exchange.receive(kind, body);
    else if (!presence.receive(one.identity, body)) {
      one.refusedPresence += 1;
      changed();
    }
  };

  const onBeat = (one: MeshLink): void => {
    if (!one.exchange || !one.identity) return;
    presence.renew(one.identity.session);
    const now = context.now();
    if (one.exchange.isEqual) one.differsSince = null;
    else one.differsSince ??= now;
    if (one.differsSince !== null && now - one.differsSince >= compareMs) {
      one.differsSince = now;
      one.exchange.tellHeads();
    }
    changed();
  };

  const onRecords = (event: LogEvent): void => {
    ownDigest = null;
    const source = [...links].find(({ exchange }) => exchange?.origin === event.origin)?.exchange ?? null;
    for (const { link, exchange, isReplaced } of links) {
      if (isReplaced) continue;
      exchange?.onRecords(event, source);
      link.beatWithin(receiptMs);
    }
    changed();
  };
  const unsubscribe = log.onRecords(onRecords);

  const describe = (one: MeshLink): PeerState & { isEqual: boolean } => ({
    peer: one.peer,
    device: one.identity?.device ?? '',
    member: one.identity?.member ?? '',
    name: one.identity?.name ?? '',
    way: one.link.carrier.way,
    phase: one.link.phase === 'silent' ? 'silent' : isUp(one) ? 'open' : 'opening',
    holds: one.exchange?.holds ?? 'unknown',
    rttMs: one.link.rttMs,
    bytesIn: one.link.bytesIn,
    bytesOut: one.link.bytesOut,
    refused: refusedOn(one),
    isEqual: one.exchange?.isEqual ?? false,
  });
  /** One state a peer: of its links the best. */
  const states = (): (PeerState & { isEqual: boolean })[] => {
    const best = new Map<string, MeshLink>();
    for (const one of [...links].filter(({ isReplaced }) => !isReplaced).sort(compareLinks)) {
      if (!best.has(one.peer)) best.set(one.peer, one);
    }
    return [...best.values()].map(describe);
  };

  return {
    connect(peer, carrier) {
      if (isDisposed) return carrier.close();
      opened += 1;
      const one: MeshLink = {
        peer,
        number: opened,
        identity: null,
        exchange: null,
        isReplaced: false,
        differsSince: null,
        refusedPresence: 0,
        link: createLink({
          carrier,
          authenticator,
          context,
          schedule,
          tellBeat: () => ({ digest: digest(), taken: one.exchange?.taken ?? 0 }),
          events: {
            opened: (identity) => onOpened(one, identity),
            message: (kind, body) => onMessage(one, kind, body),
            beat(beat) {
              one.exchange?.hearBeat(beat);
              onBeat(one);
            },
            cursor(bytes) {
              for (const listener of [...cursorListeners]) listener(peer, bytes);
            },
            room: () => one.exchange?.onRoom(),
            changed,
            ended: (why) => onEnded(one, why),
          },
        }),
      };
      links.add(one);
      one.link.start();
      changed();
    },
    way: (peer) => active().find((one) => one.peer === peer)?.link.carrier.way ?? null,
    peers: () => states().map(({ isEqual: _, ...state }) => state),
    summary: () => summarise(states()),
    get refused() {
      return refusedBefore;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sendCursor(bytes) {
      for (const { link } of active()) link.sendCursor(bytes);
    },
    onCursor(listener) {
      cursorListeners.add(listener);
      return () => cursorListeners.delete(listener);
    },
    wake() {
      for (const { link } of links) link.probe();
    },
    dispose() {
      isDisposed = true;
      unsubscribe();
      for (const { link } of [...links]) link.end('left');
      presence.dispose();
      turn.dispose();
      cancelStatus?.();
      cancelCovers?.();
      listeners.clear();
      cursorListeners.clear();
    },
  };
}

function refusedOn({ exchange, refusedPresence }: MeshLink): number {
  return (exchange?.refused ?? 0) + refusedPresence;
}

/** The better one first: heard before silent, up before opening, direct before relayed, then the newer one. */
function compareLinks(a: MeshLink, b: MeshLink): number {
  const rank = ({ link, identity }: MeshLink): number =>
    (identity ? 4 : 0) + (link.phase === 'open' ? 2 : 0) + (link.carrier.way === 'direct' ? 1 : 0);
  return rank(b) - rank(a) || b.number - a.number;
}
