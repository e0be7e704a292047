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
import { maxClockStep, maxPresenceBytes } from './limits.ts';
import { kinds, writeMessage } from './messages.ts';

export interface PresenceLane {
  /** This side's own state as a message, or null when there is none that fits. */
  tell(): Uint8Array | null;
  /** Throws a RangeError on what is malformed. Ignores a client that is ours, or another link's. */
  receive(from: SessionKey, body: Uint8Array): void;
  /** Still there: y-protocols forgets whoever is not renewed, and we renew nothing on the wire. */
  renew(from: SessionKey): void;
  /** Their state goes with their link. */
  forget(from: SessionKey): void;
  dispose(): void;
}

/** Changes that follow each other go together: five a second at most. */
const gatherMs = 200;

/**
 * Awareness of y-protocols, bounded and tied to links: one client a link, which is there as long as the link and is
 * passed on by nobody else. `send` gives a message to every open link.
 */
export function createPresenceLane(
  awareness: Awareness,
  context: Pick<Context, 'now'>,
  schedule: Schedule,
  send: (message: Uint8Array) => void,
): PresenceLane {
  const clientOf = new Map<SessionKey, number>();
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

  return {
    tell,
    receive(from, body) {
      const { client, clock } = readPresenceUpdate(body);
      const known = clientOf.get(from);
      const isTaken = [...clientOf].some(([session, other]) => other === client && session !== from);
      if (client === awareness.clientID || isTaken || (known !== undefined && known !== client)) return;
      const before = awareness.meta.get(client)?.clock;
      if (before !== undefined && clock - before > maxClockStep) return;
      clientOf.set(from, client);
      applyAwarenessUpdate(awareness, body, { type: 'link', session: from });
    },
    renew(from) {
      const meta = awareness.meta.get(clientOf.get(from) ?? -1);
      if (meta) meta.lastUpdated = context.now();
    },
    forget(from) {
      const client = clientOf.get(from);
      if (client === undefined) return;
      clientOf.delete(from);
      removeAwarenessStates(awareness, [client], { type: 'link', session: from });
      // Whoever comes back may count from the beginning.
      awareness.meta.delete(client);
    },
    dispose() {
      cancel?.();
      awareness.off('change', onChange);
      for (const from of [...clientOf.keys()]) this.forget(from);
    },
  };
}

/** One client, its clock, and a state that is an object or null. */
function readPresenceUpdate(body: Uint8Array): { client: number; clock: number } {
  try {
    const reader = createReader(body);
    if (readUint(reader) !== 1) throw new RangeError('not one client');
    const client = readUint(reader);
    const clock = readUint(reader);
    const state: unknown = JSON.parse(readText(reader, maxPresenceBytes));
    if (typeof state !== 'object' || Array.isArray(state)) throw new RangeError('no state');
    return { client, clock };
  } catch {
    throw new RangeError('a malformed presence');
  }
}
