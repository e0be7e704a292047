import type { Schedule } from '../log/recorder.ts';
import type { Context } from '../util/context.ts';
import type { Way } from './carrier.ts';
import { openWithinMs } from './limits.ts';
import type { LinkEnd } from './link.ts';
import { jitter } from './relay.ts';

export interface DiallerOptions {
  readonly context: Pick<Context, 'randomBytes'>;
  readonly schedule: Schedule;
  /** Tries a direct path. */
  readonly dial: (peer: string) => void;
  /** Gives up the path being tried. */
  readonly drop: (peer: string) => void;
  readonly callRelay: (peer: string) => void;
  /** They are given up until they announce themselves. */
  readonly forget: (peer: string) => void;
  /** By which way a link stands, or null. */
  readonly wayTo: (peer: string) => Way | null;
}

/** When to try which way to a peer, and when again: at once after a loss, then ever later. */
export interface Dialler {
  onTried(peer: string): void;
  onAnswered(peer: string): void;
  onFailed(peer: string): void;
  onLink(peer: string, change: 'opened' | LinkEnd): void;
  /** Whoever is not linked is tried anew, now. */
  wake(): void;
  dispose(): void;
}

interface Dialled {
  /** Tries since the last link. */
  failures: number;
  isTrying: boolean;
  isAnswered: boolean;
  lastWay: Way | null;
  cancels: (() => void)[];
}

/** A direct path gets this long before the relay carries the link; half a second where none was found before. */
const relayAfterMs = 5000;
const relayAgainAfterMs = 500;
const answerWithinMs = 4000;
/** While a link is relayed, a direct path is looked for again after this time. */
const directAgainMs = 60_000;
const firstWaitMs = 250;
const longestWaitMs = 5000;
/** Somebody gone for so many tries is only found again when they announce themselves. */
const mostFailures = 120;
/** Hubs can make up as many as they like: where there are more, each is tried once until a link to them has stood. */
const mostPeers = 100;
/** Whoever was refused is not let in by asking again at once. */
const failuresOfRefused = 6;

export function createDialler(options: DiallerOptions): Dialler {
  const { context, schedule, dial, drop, callRelay, forget, wayTo } = options;
  const peers = new Map<string, Dialled>();

  const stateOf = (peer: string): Dialled => {
    const known = peers.get(peer);
    if (known) return known;
    const fresh: Dialled = { failures: 0, isTrying: false, isAnswered: false, lastWay: null, cancels: [] };
    peers.set(peer, fresh);
    return fresh;
  };
  const rest = (state: Dialled): void => {
    for (const cancel of state.cancels.splice(0)) cancel();
  };
  const later = (state: Dialled, ms: number, run: () => void): void => {
    state.cancels.push(schedule(ms, run));
  };

  const dialNow = (peer: string): void => {
    const state = stateOf(peer);
    rest(state);
    // Whoever has no answer to this, be it an offer or a request for one, tries again.
    later(state, jitter(context, answerWithinMs), () => giveUp(peer));
    dial(peer);
  };
  const again = (peer: string): void => {
    const state = stateOf(peer);
    rest(state);
    drop(peer);
    state.isTrying = false;
    state.failures += 1;
    if (state.failures > mostFailures || (peers.size > mostPeers && state.lastWay === null)) {
      peers.delete(peer);
      forget(peer);
      return;
    }
    const wait = state.failures === 1 ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (state.failures - 2));
    later(state, jitter(context, wait), () => dialNow(peer));
  };
  const lookForDirect = (peer: string, state: Dialled): void => {
    later(state, jitter(context, directAgainMs), () => wayTo(peer) === 'relayed' && dialNow(peer));
  };
  /** What was tried has come to nothing; whoever is lost from now on is dialled at once. */
  const giveUp = (peer: string): void => {
    const state = stateOf(peer);
    if (wayTo(peer) === null) {
      again(peer);
      return;
    }
    rest(state);
    state.isTrying = false;
    if (wayTo(peer) === 'relayed') lookForDirect(peer, state);
  };

  return {
    onTried(peer) {
      const state = stateOf(peer);
      rest(state);
      state.isTrying = true;
      state.isAnswered = false;
      const wait = state.lastWay === 'relayed' ? relayAgainAfterMs : relayAfterMs;
      later(state, wait, () => wayTo(peer) === null && callRelay(peer));
      later(state, jitter(context, answerWithinMs), () => !state.isAnswered && giveUp(peer));
    },
    onAnswered(peer) {
      const state = stateOf(peer);
      state.isAnswered = true;
      later(state, openWithinMs, () => giveUp(peer));
    },
    onFailed(peer) {
      if (wayTo(peer) !== null) {
        giveUp(peer);
        return;
      }
      const state = stateOf(peer);
      rest(state);
      callRelay(peer);
      later(state, jitter(context, relayAfterMs), () => giveUp(peer));
    },
    onLink(peer, change) {
      const state = stateOf(peer);
      const way = wayTo(peer);
      if (change === 'opened') {
        rest(state);
        state.isTrying = false;
        state.failures = 0;
        state.lastWay = way;
        if (way === 'relayed') lookForDirect(peer, state);
      } else if (change === 'left') {
        rest(state);
        drop(peer);
        peers.delete(peer);
      } else if (way === null && change !== 'replaced' && !state.isTrying) {
        if (change === 'refused' || change === 'garbage')
          state.failures = Math.max(state.failures, failuresOfRefused);
        again(peer);
      }
    },
    wake() {
      for (const [peer, state] of peers) {
        if (wayTo(peer) !== null || state.isTrying) continue;
        state.failures = 0;
        dialNow(peer);
      }
    },
    dispose() {
      for (const state of peers.values()) rest(state);
      peers.clear();
    },
  };
}
