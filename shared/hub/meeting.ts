/** Which other hubs to look for, and when to try again. An address is tried as long as a topic is looked for there. */
import type { Context } from '../util/context.ts';
import { maxCandidates, maxGossipAttempts, redialMs } from './limits.ts';
import { readHubAddress } from './names.ts';
import type { KnownHub } from './neighbourWire.ts';
import type { Schedule } from './pipe.ts';

export interface MeetingOptions {
  readonly context: Pick<Context, 'randomBytes'>;
  readonly schedule: Schedule;
  /** This hub's id: what answers with it is ourselves. */
  readonly self: string;
  isLinked(hub: string): boolean;
  /** Tries once; `triedInVain` or `linkEnded` follows. */
  dial(address: string): void;
}

export interface Meeting {
  /** Addresses from an invite: tried until `part`. Those that are none are left out. */
  meet(topic: string, addresses: readonly string[]): void;
  /** What another hub says. Loopback addresses count only when it is on this machine too. */
  hear(topic: string, hubs: readonly KnownHub[], loopback: boolean): void;
  part(topic: string): void;
  /** Which hub answers at an address. */
  found(address: string, hub: string): void;
  /** It has a topic that we look for: if it is lost, it is worth a quick try, and many. */
  agreed(address: string): void;
  /** A dialled link ended, opened or not. */
  ended(address: string): void;
  /** There is no link with this hub any more. */
  lost(hub: string): void;
  dispose(): void;
}

interface Candidate {
  readonly address: string;
  readonly topics: Set<string>;
  /** An invite named it, or it once led to a hub of the room: it is never given up. */
  kept: boolean;
  hub: string | null;
  attempts: number;
  dialling: boolean;
  cancel: (() => void) | null;
}

export function createMeeting({ context, schedule, self, isLinked, dial }: MeetingOptions): Meeting {
  const candidates = new Map<string, Candidate>();

  function add(topic: string, input: string, hub: string | null, invited: boolean, loopback: boolean): void {
    const read = readHubAddress(input);
    if (!read || (read.loopback && !loopback)) return;
    const { address } = read;
    const known = candidates.get(address);
    if (!known && !invited && candidates.size >= maxCandidates) return;
    const candidate = known ?? {
      address,
      topics: new Set(),
      kept: false,
      hub: null,
      attempts: 0,
      dialling: false,
      cancel: null,
    };
    candidates.set(address, candidate);
    candidate.topics.add(topic);
    if (invited) candidate.kept = true;
    if (hub !== null) candidate.hub = hub;
    plan(candidate, 0);
  }

  function plan(candidate: Candidate, ms: number): void {
    if (candidate.dialling || candidate.cancel !== null || isMet(candidate)) return;
    candidate.cancel = schedule(ms, () => {
      candidate.cancel = null;
      if (isMet(candidate)) return;
      candidate.dialling = true;
      candidate.attempts += 1;
      dial(candidate.address);
    });
  }

  function isMet({ hub }: Candidate): boolean {
    return hub !== null && (hub === self || isLinked(hub));
  }

  function forget(candidate: Candidate): void {
    candidate.cancel?.();
    candidates.delete(candidate.address);
  }

  /** Doubles, with jitter: hubs that lost each other at once shall not dial each other at once for ever. */
  function pause(attempts: number): number {
    const longest = Math.min(redialMs.longest, redialMs.first * 2 ** Math.min(attempts, 10));
    return (longest * (128 + (context.randomBytes(1)[0] ?? 0))) / 383;
  }

  return {
    meet(topic, addresses) {
      for (const address of addresses) add(topic, address, null, true, true);
    },
    hear(topic, hubs, loopback) {
      for (const { hub, addresses } of hubs) {
        if (hub === self) continue;
        for (const address of addresses) add(topic, address, hub, false, loopback);
      }
    },
    part(topic) {
      for (const candidate of [...candidates.values()])
        if (candidate.topics.delete(topic) && candidate.topics.size === 0) forget(candidate);
    },
    found(address, hub) {
      const candidate = candidates.get(address);
      if (candidate) candidate.hub = hub;
    },
    agreed(address) {
      const candidate = candidates.get(address);
      if (!candidate) return;
      candidate.attempts = 0;
      candidate.kept = true;
    },
    ended(address) {
      const candidate = candidates.get(address);
      if (!candidate) return;
      candidate.dialling = false;
      if (!candidate.kept && candidate.attempts >= maxGossipAttempts) forget(candidate);
      else plan(candidate, pause(candidate.attempts));
    },
    lost(hub) {
      for (const candidate of candidates.values()) if (candidate.hub === hub) plan(candidate, pause(0));
    },
    dispose() {
      for (const candidate of [...candidates.values()]) forget(candidate);
    },
  };
}
