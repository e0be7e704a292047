import { writeLogUpdate } from '../log/canonical.ts';
import type { Gate } from '../log/gate.ts';
import { decodeHeads, encodeHeads, type Head, type Heads } from '../log/heads.ts';
import type { Log, LogEvent } from '../log/log.ts';
import type { SessionKey } from '../log/session.ts';
import { equalBytes } from '../util/bytes.ts';
import { readBacklog, takeSlice, type WaitingRecord } from './backlog.ts';
import { maxRefused, maxUnconfirmed, sliceBytes } from './limits.ts';
import type { Link } from './link.ts';
import {
  type Beat,
  kinds,
  readCovers,
  readRecords,
  readWant,
  writeMessage,
  writeRecords,
  writeWant,
} from './messages.ts';

/** The origin of every log transaction that a link brought. */
export interface LinkOrigin {
  readonly type: 'link';
  readonly session: SessionKey;
}

export interface ExchangeOptions {
  readonly link: Pick<Link, 'send' | 'sendBulk' | 'end' | 'waiting'>;
  /** Who is at the other end. */
  readonly session: SessionKey;
  readonly log: Log;
  readonly gate: Gate;
  /** Of all that this side holds now. */
  readonly digest: () => Uint8Array;
  /** They have told what they hold; whoever arbitrates calls `ask`, now or when another's stream has ended. */
  readonly onHeads: () => void;
  /** Their stream has brought all that they have. */
  readonly onDone: () => void;
  /** From now on they are told everything by this side. */
  readonly onFed: () => void;
  /** They no longer tell these sessions anything themselves. */
  readonly onUncovered: (sessions: readonly SessionKey[]) => void;
}

/** What passes between two logs over one link. */
export interface Exchange {
  readonly origin: LinkOrigin;
  /** Tells what this side holds: at first, and whenever the other side may lack something. */
  tellHeads(): void;
  /** Asks for what they have and this side lacks, and for what comes after it. */
  ask(): void;
  /** They have said that they hold something that this side lacks. */
  lacks(): boolean;
  receive(kind: number, body: Uint8Array): void;
  hearBeat(beat: Beat): void;
  /** Something has come into the log; `source` is the exchange that brought it. */
  onRecords(event: LogEvent, source: Exchange | null): void;
  /** Nothing waits on the link any more. */
  onRoom(): void;
  /** Records of theirs that are kept here. */
  readonly taken: number;
  /** Records received at all: a stream without progress is given up. */
  readonly received: number;
  /** What is known of what they hold: never more than is true. */
  readonly holds: 'unknown' | 'all-i-have' | 'behind';
  /** Their latest heartbeat says that they hold exactly what this side holds now. */
  readonly isEqual: boolean;
  /** They are told by us of everything that happens. */
  readonly isFed: boolean;
  /** They tell this peer everything themselves, so that nobody has to repeat it. */
  covers(session: SessionKey): boolean;
  readonly covered: Iterable<SessionKey>;
  readonly refused: number;
}

/**
 * Heads, then what is missing in slices, then what happens. The receiver asks: of thirty peers that all have what a
 * newcomer lacks, one sends it. Whoever has asked once is told of everything from then on. What a third peer is told by
 * its author is not repeated to it (n-1 frames an edit in a complete mesh); where a link of the author's is missing,
 * whoever stands between passes it on.
 */
export function createExchange(options: ExchangeOptions): Exchange {
  const { link, session, log, gate, digest, onHeads, onDone, onFed, onUncovered } = options;
  const origin: LinkOrigin = { type: 'link', session };
  /** Envelopes of each session that they have been sent, or are told by somebody else. */
  let sent = new Map<SessionKey, number>();
  /** Envelopes of each session that they are known to hold. */
  let kept: Map<SessionKey, number> = new Map();
  /** Sessions of which they are not known to hold all. */
  const short = new Set<SessionKey>();
  /** What this side held when it last told them. */
  let told = new Map<SessionKey, number>();
  let theirHeads: Heads | null = null;
  let theirDigest: Uint8Array | null = null;
  let covered: ReadonlySet<SessionKey> = new Set();
  let flow: 'closed' | 'streaming' | 'following' = 'closed';
  let backlog: WaitingRecord[] = [];
  let isBehind = false;
  /** Sent and not confirmed: records up to the `until`-th brought them `have` of a session. */
  const unconfirmed: { until: number; session: SessionKey; have: number }[] = [];
  let sentRecords = 0;
  let taken = 0;
  let received = 0;
  let keepsAll = true;
  let refused = 0;

  const keep = (of: SessionKey, have: number): void => {
    if (have > (kept.get(of) ?? 0)) kept.set(of, have);
    if ((kept.get(of) ?? 0) >= log.length(of)) short.delete(of);
  };

  const sendRecords = (records: readonly WaitingRecord[], send: (message: Uint8Array) => void): void => {
    const runs = new Map<
      SessionKey,
      { session: SessionKey; logClientId: number; from: number; envelopes: Uint8Array[] }
    >();
    for (const { session: of, seq, bytes } of records) {
      const run = runs.get(of);
      if (run) run.envelopes.push(bytes);
      else
        runs.set(of, {
          session: of,
          logClientId: log.hello(of)?.logClientId ?? 0,
          from: seq,
          envelopes: [bytes],
        });
      sent.set(of, seq + 1);
    }
    sentRecords += records.length;
    for (const { session: of, from, envelopes } of runs.values()) {
      unconfirmed.push({ until: sentRecords, session: of, have: from + envelopes.length });
    }
    // Somebody who has refused a record counts no more. What is forgotten here is merely not believed so soon.
    unconfirmed.splice(0, unconfirmed.length - maxUnconfirmed);
    send(writeRecords(records.length, writeLogUpdate([...runs.values()])));
  };

  /** Sends one slice of what they lack, as long as nothing else waits: never thirty megabytes at once. */
  const stream = (): void => {
    if (flow === 'closed' || link.waiting > 0) return;
    if (backlog.length === 0 && (isBehind || flow === 'streaming')) {
      backlog = readBacklog(log, sent);
      isBehind = false;
    }
    const slice = takeSlice(backlog, sliceBytes);
    if (slice.length > 0) sendRecords(slice, link.sendBulk);
    else if (flow === 'streaming') {
      flow = 'following';
      link.sendBulk(writeMessage(kinds.done));
    }
  };

  const readHeads = (body: Uint8Array): void => {
    const heads = decodeHeads(body);
    if (!heads.ok) throw new RangeError(heads.sentence);
    theirHeads = heads.value;
    const have = new Map<SessionKey, number>();
    for (const [of, head] of heads.value) have.set(of, isOnOurChain(log, of, head) ? head.seq + 1 : 0);
    kept = have;
    short.clear();
    for (const of of log.sessions()) if ((kept.get(of) ?? 0) < log.length(of)) short.add(of);
    // What is on its way is not in their heads yet: a stream goes on as it began.
    if (flow !== 'streaming') {
      // To a session that went on twice nothing can be added at their end.
      sent = new Map([...have].map(([of, count]) => [of, count > 0 ? count : Number.MAX_SAFE_INTEGER]));
      backlog = [];
      if (flow === 'following') flow = 'streaming';
    }
    onHeads();
    stream();
  };

  const admit = (body: Uint8Array): void => {
    const { count, update } = readRecords(body);
    received += count;
    const report = gate.admit(update, origin);
    refused += report.refused.length + report.refusedItems.length;
    if (report.held + report.dropped + report.unplaced + report.forked.length + refused > 0) keepsAll = false;
    if (keepsAll) taken += count;
    if (refused > maxRefused) link.end('garbage');
  };

  return {
    origin,
    tellHeads() {
      const heads = log.heads();
      told = new Map([...heads].map(([of, { seq }]) => [of, seq + 1]));
      link.send(writeMessage(kinds.heads, encodeHeads(heads)));
    },
    ask() {
      const changed = log.sessions().filter((of) => told.get(of) !== log.length(of));
      link.send(writeWant(new Map(changed.map((of) => [of, log.length(of)]))));
    },
    lacks() {
      for (const [of, { seq }] of theirHeads ?? []) if (log.length(of) <= seq) return true;
      return false;
    },
    receive(kind, body) {
      if (kind === kinds.heads) readHeads(body);
      else if (kind === kinds.records) admit(body);
      else if (kind === kinds.done) onDone();
      else if (kind === kinds.want) {
        for (const [of, have] of readWant(body)) {
          // Of sessions that they have made up just now nothing is remembered.
          if (log.length(of) === 0 && !sent.has(of)) continue;
          sent.set(of, Math.max(have, sent.get(of) ?? 0));
          keep(of, Math.min(have, log.length(of)));
        }
        backlog = [];
        flow = 'streaming';
        onFed();
        stream();
      } else if (kind === kinds.covers) {
        const before = covered;
        covered = readCovers(body);
        onUncovered([...before].filter((other) => !covered.has(other)));
      } else throw new RangeError('an unknown message');
    },
    hearBeat(beat) {
      theirDigest = beat.digest;
      while (unconfirmed[0] && unconfirmed[0].until <= beat.taken) {
        const { session: of, have } = unconfirmed.shift() as (typeof unconfirmed)[number];
        keep(of, have);
      }
      if (equalBytes(beat.digest, digest())) short.clear();
    },
    onRecords({ envelopes }, source) {
      const isTheirs = source?.origin === origin;
      const fresh: WaitingRecord[] = [];
      // A whole file may come in at once; what is more than a slice goes the way of all that is missing.
      let room = sliceBytes - link.waiting;
      for (const { session: of, envelope, bytes } of envelopes) {
        const { seq, lamport } = envelope;
        if (isTheirs) {
          sent.set(of, Math.max(seq + 1, sent.get(of) ?? 0));
          keep(of, seq + 1);
          continue;
        }
        short.add(of);
        if ((sent.get(of) ?? 0) > seq) continue;
        const isNext =
          flow === 'following' && backlog.length === 0 && !isBehind && (sent.get(of) ?? 0) === seq;
        if (isNext && source?.covers(session)) sent.set(of, seq + 1);
        else if (isNext && room > 0) {
          room -= bytes.length;
          sent.set(of, seq + 1);
          fresh.push({ session: of, seq, lamport, bytes });
        } else isBehind = true;
      }
      if (fresh.length > 0) sendRecords(fresh, link.send);
      if (isBehind) stream();
    },
    onRoom: stream,
    get taken() {
      return taken;
    },
    get received() {
      return received;
    },
    get holds() {
      if (theirHeads === null) return 'unknown';
      return short.size === 0 ? 'all-i-have' : 'behind';
    },
    get isEqual() {
      return theirDigest !== null && equalBytes(theirDigest, digest());
    },
    get isFed() {
      return flow !== 'closed';
    },
    covers: (other) => covered.has(other),
    get covered() {
      return covered;
    },
    get refused() {
      return refused;
    },
  };
}

/** Whether what they hold of a session is the beginning, or the continuation, of what this side holds. */
function isOnOurChain(log: Log, session: SessionKey, head: Head): boolean {
  return head.seq >= log.length(session) || log.hashAt(session, head.seq) === head.hash;
}
