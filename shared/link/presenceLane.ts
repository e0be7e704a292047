import * as encoding from 'lib0/encoding';
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import { createReader, readText, readUint } from '../log/reader.ts';
import type { Schedule } from '../log/recorder.ts';
import type { SessionKey } from '../log/session.ts';
import type { Context } from '../util/context.ts';
import type { LinkIdentity } from './authenticator.ts';
import { maxClockStep, maxPresenceBytes } from './limits.ts';
import { kinds, writeMessage } from './messages.ts';

export interface PresenceLane {
  /** This side's own state as a message, or null when there is none that fits. */
  tell(): Uint8Array | null;
  /**
   * Throws a RangeError on what is malformed. Whatever client and member it names, it is the link's own state, and that of
   * whoever the link belongs to. False: its clock leapt, and it was dropped.
   */
  receive(from: Pick<LinkIdentity, 'session' | 'member'>, body: Uint8Array): boolean;
  /**
   * Still there: y-protocols forgets whoever is not renewed, and we renew nothing on the wire. Brings back whom it forgot
   * because the wall clock leapt.
   */
  renew(from: SessionKey): void;
  /** Their state goes with their link. */
  forget(from: SessionKey): void;
  dispose(): void;
}

/** What somebody last said of themselves. */
interface Told {
  readonly client: number;
  readonly at: number;
  readonly update: Uint8Array;
}

/** Changes that follow each other go together: five a second at most. */
const gatherMs = 200;

/**
 * Awareness of y-protocols, bounded and tied to links: one client a link, which is there as long as the link and is
 * passed on by nobody else. `send` gives a message to every open link.
 */
export function createPresenceLane(
  awareness: Awareness,
  context: Pick<Context, 'now' | 'randomBytes'>,
  schedule: Schedule,
  send: (message: Uint8Array) => void,
): PresenceLane {
  const told = new Map<SessionKey, Told>();
  let cancel: (() => void) | null = null;
  let hasNews = false;

  const tell = (): Uint8Array | null => {
    if (!awareness.meta.has(awareness.clientID)) return null;
    const update = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    return update.length <= maxPresenceBytes ? writeMessage(kinds.presence, update) : null;
  };
  const flush = (): void => {
    hasNews = false;
    const message = tell();
    if (message) send(message);
    cancel = schedule(gatherMs, () => {
      cancel = null;
      if (hasNews) flush();
    });
  };
  const onChange = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if (![...added, ...updated, ...removed].includes(awareness.clientID)) return;
    hasNews = true;
    if (!cancel) flush();
  };
  awareness.on('change', onChange);

  const apply = (from: SessionKey, update: Uint8Array): void =>
    applyAwarenessUpdate(awareness, update, { type: 'link', session: from });
  /** Chosen at this end: so nobody can speak for anybody else, or keep their place from them. */
  const freshClient = (): number => {
    const client = new DataView(context.randomBytes(4).buffer).getUint32(0);
    return awareness.meta.has(client) ? freshClient() : client;
  };

  return {
    tell,
    receive({ session: from, member }, body) {
      const { clock, state } = readPresenceUpdate(body);
      const known = told.get(from);
      const client = known?.client ?? freshClient();
      const before = awareness.meta.get(client)?.clock;
      // y-protocols counts on by itself, every 15 s, and nobody is told of that.
      const seconds = Math.max(0, context.now() - (known?.at ?? 0)) / 1000;
      if (before !== undefined && clock - before > maxClockStep + seconds) return false;
      const update = writePresenceUpdate(client, clock, state && { ...state, member });
      told.set(from, { client, at: context.now(), update });
      apply(from, update);
      return true;
    },
    renew(from) {
      const last = told.get(from);
      if (!last) return;
      if (!awareness.states.has(last.client)) {
        awareness.meta.delete(last.client);
        apply(from, last.update);
      }
      const meta = awareness.meta.get(last.client);
      if (meta) meta.lastUpdated = context.now();
    },
    forget(from) {
      const last = told.get(from);
      if (!last) return;
      told.delete(from);
      removeAwarenessStates(awareness, [last.client], { type: 'link', session: from });
      // Whoever comes back may count from the beginning.
      awareness.meta.delete(last.client);
    },
    dispose() {
      cancel?.();
      awareness.off('change', onChange);
      for (const from of [...told.keys()]) this.forget(from);
    },
  };
}

/** One client, its clock, and a state. */
function readPresenceUpdate(body: Uint8Array): { clock: number; state: object | null } {
  try {
    const reader = createReader(body);
    if (readUint(reader) !== 1) throw new RangeError('not one client');
    readUint(reader);
    const clock = readUint(reader);
    const state: unknown = JSON.parse(readText(reader, maxPresenceBytes));
    if (typeof state !== 'object' || Array.isArray(state)) throw new RangeError('no state');
    return { clock, state };
  } catch {
    throw new RangeError('a malformed presence');
  }
}

function writePresenceUpdate(client: number, clock: number, state: object | null): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, client, clock]) encoding.writeVarUint(encoder, value);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
