import type { StoredEnvelope } from './chain.ts';
import { compareKeys, type HeadRef } from './envelope.ts';
import { createHeap, type Heap } from './heap.ts';
import type { Log } from './log.ts';
import { createSealJudge } from './sealJudge.ts';
import type { SessionKey } from './session.ts';

/**
 * A session whose next envelope can't be applied, the same on every peer that holds the same; what follows it can't
 * either. For ever, but for `wrong-seal`: a later right seal shows that the device itself stands by it all.
 */
export interface CutSession {
  readonly session: SessionKey;
  readonly seq: number;
  readonly code: 'absurd-lamport' | 'not-applicable' | 'wrong-seal';
}

/**
 * Which envelope may be applied next. An envelope is *ready* when the one before it in its session, everything it
 * has `seen` and everything its body builds on are applied; of the ready ones the least by (lamport, session)
 * comes first. The others wait here, outside Yjs, each under the one thing it waits for, and are looked at again
 * only when that has come: the work is linear in the number of envelopes and of the heads they name.
 */
export interface CausalQueue {
  /** Number of ready sessions; `next` has something while it is positive. */
  readonly ready: number;
  /** Envelopes that have been applied. */
  readonly applied: number;
  /** How often an envelope was looked at. For the test that this stays linear. */
  readonly visits: number;
  /** The highest lamport applied. */
  readonly lamport: number;
  readonly cuts: readonly CutSession[];
  arrive(stored: StoredEnvelope): void;
  /** Looks at a session of which the log already holds something. */
  wake(session: SessionKey): void;
  /** Takes the first ready envelope out. Apply it, then say so with `markApplied` or `cut`. */
  next(): StoredEnvelope | null;
  markApplied(stored: StoredEnvelope): void;
  cut(stored: StoredEnvelope, code: CutSession['code']): void;
  /** How many of a session's envelopes are applied. */
  appliedOf(session: SessionKey): number;
  appliedSessions(): SessionKey[];
  /** Applied heads that no applied envelope names: the present, in as few words as possible. */
  frontier(): HeadRef[];
  /** Takes all these as applied (a key frame was loaded); only while nothing else is. */
  jumpTo(heads: Iterable<HeadRef>, frontier: Iterable<HeadRef>): void;
}

interface Track {
  applied: number;
  /** How many of the next envelope's conditions are known to be met. */
  met: number;
  state: 'idle' | 'waiting' | 'doubted' | 'ready' | 'cut';
  readonly arrived: Map<number, StoredEnvelope>;
}

interface ClientWait {
  readonly clock: number;
  readonly session: SessionKey;
}

/** `docClockOf` answers how many elements of a client the jam document holds. */
export function createCausalQueue(log: Log, docClockOf: (client: number) => number): CausalQueue {
  const tracks = new Map<SessionKey, Track>();
  const frontier = new Map<SessionKey, number>();
  const waitingForEnvelope = new Map<string, SessionKey[]>();
  const waitingForClient = new Map<number, Heap<ClientWait>>();
  const ready = createHeap<StoredEnvelope>(
    (a, b) => a.envelope.lamport - b.envelope.lamport || compareKeys(a.session, b.session),
  );
  const cuts: CutSession[] = [];
  const seals = createSealJudge(log);
  let applied = 0;
  let visits = 0;
  let lamport = 0;

  const trackOf = (session: SessionKey): Track => {
    const known = tracks.get(session);
    if (known) return known;
    const track: Track = {
      applied: 0,
      met: 0,
      state: 'idle',
      arrived: new Map(),
    };
    tracks.set(session, track);
    return track;
  };
  const appliedOf = (session: SessionKey): number => tracks.get(session)?.applied ?? 0;

  /** Looks at a session's next envelope: ready, or put under the first thing that it still waits for. */
  const examine = (session: SessionKey): void => {
    const track = trackOf(session);
    if (track.state === 'cut' || track.state === 'ready') return;
    const stored = track.arrived.get(track.applied) ?? log.stored(session, track.applied);
    track.state = 'idle';
    if (!stored) return;
    track.arrived.set(track.applied, stored);
    visits += 1;
    if (isWaiting(stored, track)) track.state = 'waiting';
    else if (stored.envelope.lamport !== expectedLamport(stored)) cut(stored, 'absurd-lamport');
    else if (stored.envelope.kind === 'seal' && !seals.stands(session, stored.envelope.seq)) {
      track.state = 'doubted';
    } else {
      track.state = 'ready';
      ready.push(stored);
    }
  };

  const isWaiting = ({ session, envelope, needs }: StoredEnvelope, track: Track): boolean => {
    const { seen } = envelope;
    for (; track.met < seen.length; track.met++) {
      const head = seen[track.met] as HeadRef;
      if (appliedOf(head.session) > head.seq) continue;
      const place = placeOf(head.session, head.seq);
      const others = waitingForEnvelope.get(place);
      if (others) others.push(session);
      else waitingForEnvelope.set(place, [session]);
      return true;
    }
    // Honest bodies build only on what their author had seen. One that doesn't say so waits all the same, so that
    // the outcome does not depend on the order in which things arrive.
    for (; track.met < seen.length + needs.length; track.met++) {
      const need = needs[track.met - seen.length];
      if (!need || docClockOf(need.client) >= need.clock) continue;
      const heap = waitingForClient.get(need.client) ?? createHeap<ClientWait>((a, b) => a.clock - b.clock);
      waitingForClient.set(need.client, heap);
      heap.push({ clock: need.clock, session });
      return true;
    }
    return false;
  };

  /** Lamport clocks grow by one: exactly one more than the highest in the envelope's past. So none can leap ahead. */
  const expectedLamport = ({ session, envelope }: StoredEnvelope): number => {
    let highest = log.lamportAt(session, envelope.seq - 1) ?? 0;
    for (const head of envelope.seen) highest = Math.max(highest, log.lamportAt(head.session, head.seq) ?? 0);
    return highest + 1;
  };

  const cut = ({ session, envelope }: StoredEnvelope, code: CutSession['code']): void => {
    trackOf(session).state = 'cut';
    cuts.push({ session, seq: envelope.seq, code });
  };

  const wakeWaiting = (session: SessionKey, seq: number): void => {
    const place = placeOf(session, seq);
    const waiting = waitingForEnvelope.get(place) ?? [];
    waitingForEnvelope.delete(place);
    for (const other of waiting) examine(other);
    const client = log.hello(session)?.docClientId ?? 0;
    const heap = waitingForClient.get(client);
    while (heap?.size && (heap.peek()?.clock ?? 0) <= docClockOf(client)) examine(heap.pop()?.session ?? '');
  };

  return {
    get ready() {
      return ready.size;
    },
    get applied() {
      return applied;
    },
    get visits() {
      return visits;
    },
    get lamport() {
      return lamport;
    },
    get cuts() {
      const doubted = [...tracks].filter(([, { state }]) => state === 'doubted');
      return [
        ...cuts,
        ...doubted.map(([session, { applied: seq }]) => ({ session, seq, code: 'wrong-seal' as const })),
      ];
    },
    arrive(stored) {
      const track = trackOf(stored.session);
      if (track.state === 'cut') return;
      track.arrived.set(stored.envelope.seq, stored);
      const isWaited = track.state === 'doubted' && stored.envelope.kind === 'seal';
      if (track.state === 'idle' || isWaited) examine(stored.session);
    },
    wake: (session) => {
      if (trackOf(session).state === 'idle') examine(session);
    },
    next: () => ready.pop() ?? null,
    markApplied({ session, envelope }) {
      const track = trackOf(session);
      track.arrived.delete(envelope.seq);
      track.applied = envelope.seq + 1;
      track.met = 0;
      track.state = 'idle';
      applied += 1;
      lamport = Math.max(lamport, envelope.lamport);
      for (const head of envelope.seen)
        if (frontier.get(head.session) === head.seq) frontier.delete(head.session);
      frontier.set(session, envelope.seq);
      wakeWaiting(session, envelope.seq);
      examine(session);
    },
    cut,
    appliedOf,
    appliedSessions: () => [...tracks.keys()].filter((session) => appliedOf(session) > 0),
    frontier: () => [...frontier].map(([session, seq]) => ({ session, seq })),
    jumpTo(heads, newest) {
      for (const { session, seq } of heads) {
        trackOf(session).applied = seq + 1;
        applied += seq + 1;
        lamport = Math.max(lamport, log.lamportAt(session, seq) ?? 0);
      }
      for (const { session, seq } of newest) frontier.set(session, seq);
    },
  };
}

function placeOf(session: SessionKey, seq: number): string {
  return `${session}:${seq}`;
}
