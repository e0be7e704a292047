/**
 * Somebody who knows the room's secret and means harm. Left out: a second envelope under a number of an honest session,
 * for whoever got it first would keep it. Keeping such a one out is the circle's part (shared/log/README.md).
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { createSecretAuthenticator } from '../../shared/link/authenticator.ts';
import { createLink, type Link } from '../../shared/link/link.ts';
import {
  digestBytes,
  kinds,
  readRecords,
  writeBeat,
  writeCovers,
  writeMessage,
  writeRecords,
  writeWant,
} from '../../shared/link/messages.ts';
import { createSession, sessionKeyFromBytes, sessionKeyToBytes } from '../../shared/log/session.ts';
import type { Context } from '../../shared/util/context.ts';
import type { Air } from './air.ts';
import { createFakeIntroducer } from './fakeIntroducer.ts';
import { createLaptop, createLife, type Party } from './laptop.ts';
import { secret, topic } from './page.ts';
import type { VirtualClock } from './virtualClock.ts';

export interface Hostile {
  /** Does one of many bad things to everybody it is linked to; says what. */
  act(): string;
  leave(): void;
}

interface Victim {
  readonly link: Link;
  session: string;
  digest: Uint8Array;
  presence: Uint8Array | null;
  update: Uint8Array | null;
}

export function openHostile(
  clock: VirtualClock,
  air: Air,
  seed: number,
  dice: (sides: number) => number,
): Hostile {
  const laptop = createLaptop('mallory', clock, seed);
  const life = createLife(laptop, clock);
  const { random, signer } = laptop;
  const context: Context = { now: clock.now, randomBytes: random.randomBytes, newId: random.newId };
  const victims = new Map<string, Victim>();
  const newSession = (): string => sessionKeyFromBytes(random.randomBytes(16));
  const party: Party = { peer: context.newId(), laptop, life, hear: (signal) => introducer.hear(signal) };
  const authenticator = createSecretAuthenticator(secret, topic, {
    device: signer.device,
    member: 'mallory-id',
    name: 'mallory',
    session: createSession(context, { device: signer.device, memberId: 'mallory-id', memberName: 'mallory' }),
    sign: async (message) => signer.sign('link', message),
  });
  air.enter(party);
  const introducer = createFakeIntroducer(air, party, {
    context,
    relayAddress: () => null,
    events: {
      tried: () => undefined,
      answered: () => undefined,
      failed: (peer) => introducer.drop(peer),
      reachableAt: () => undefined,
      hubChanged: () => undefined,
      opened(peer, carrier) {
        const victim: Victim = {
          session: '',
          digest: new Uint8Array(digestBytes),
          presence: null,
          update: null,
          link: createLink({
            carrier,
            authenticator,
            context,
            schedule: life.schedule,
            // Agrees with whatever they say that they hold.
            tellBeat: () => ({ digest: victim.digest, taken: Number.MAX_SAFE_INTEGER }),
            events: {
              opened: ({ session }) => {
                victim.session = session;
                victims.set(peer, victim);
              },
              message(kind, body) {
                if (kind === kinds.presence) victim.presence = body.slice();
                if (kind === kinds.records) victim.update = readRecords(body).update;
              },
              beat: ({ digest }) => {
                victim.digest = digest;
              },
              cursor: () => undefined,
              room: () => undefined,
              changed: () => undefined,
              ended() {
                // A later path to the same peer is not dropped with this one.
                if (victims.get(peer) !== victim) return;
                victims.delete(peer);
                introducer.drop(peer);
              },
            },
          }),
        };
        victim.link.start();
      },
    },
  });

  const say = (kind: number, body: Uint8Array): void => {
    for (const { link } of victims.values()) link.sendBulk(writeMessage(kind, body));
  };
  const sayRecords = (update: Uint8Array): void => {
    for (const { link } of victims.values()) link.sendBulk(writeRecords(1, update));
  };
  const everybody = (): Victim[] => [...victims.values()];

  const evils: Record<string, () => void> = {
    'sends garbage frames'() {
      for (const { link } of everybody()) link.carrier.send(random.randomBytes(1 + dice(300)));
    },
    'sends garbage messages': () => say(dice(16), random.randomBytes(dice(200))),
    'deletes from the log'() {
      const doc = new Y.Doc();
      doc.getArray('x').push([1, 2, 3]);
      doc.getArray('x').delete(0, 2);
      sayRecords(Y.encodeStateAsUpdate(doc));
    },
    'sends GC structs under clients of others'() {
      for (const { update } of everybody()) {
        for (const client of update ? Y.decodeUpdate(update).structs.map(({ id }) => id.client) : [5])
          sayRecords(writeGc(client, 1 + dice(1000)));
      }
    },
    'sends rubbish as records'() {
      for (let i = dice(60); i > 0; i--) sayRecords(random.randomBytes(dice(100)));
    },
    'repeats what others have said'() {
      for (const { update } of everybody()) if (update) sayRecords(update);
    },
    'claims sessions that do not exist': () =>
      say(kinds.heads, writeHeads(Array.from({ length: 2000 }, newSession))),
    'claims to hold nothing': () => say(kinds.heads, writeHeads([])),
    'asks with a huge state vector'() {
      const have = new Map(Array.from({ length: 2000 }, () => [newSession(), dice(65_536)]));
      for (const { session } of everybody()) have.set(session, Number.MAX_SAFE_INTEGER);
      for (const { link } of everybody()) link.sendBulk(writeWant(have));
    },
    'claims to tell everybody everything'() {
      const covers = writeCovers(everybody().map(({ session }) => session));
      for (const { link } of everybody()) link.send(covers);
    },
    'sends absurd heartbeats'() {
      const beat = { number: Number.MAX_SAFE_INTEGER, echo: dice(100), held: Number.MAX_SAFE_INTEGER };
      for (const { link, digest } of everybody())
        link.send(writeBeat({ ...beat, digest, taken: beat.number }));
    },
    'speaks for others in presence'() {
      for (const { presence } of everybody()) if (presence) say(kinds.presence, forgePresence(presence));
    },
    'says that it is done, unasked': () => say(kinds.done, new Uint8Array(0)),
    'floods cursors'() {
      for (const { link } of everybody())
        for (let i = 0; i < 50; i++) link.sendCursor(random.randomBytes(dice(100)));
    },
  };
  const names = Object.keys(evils);
  return {
    act() {
      const name = names[dice(names.length)] ?? '';
      evils[name]?.();
      return `mallory ${name}`;
    },
    leave() {
      for (const { link } of everybody()) link.end('left');
      introducer.dispose();
      air.leave(party);
      life.end();
    },
  };
}

/** One GC struct from the client's first clock on: whoever takes it ignores what that client really wrote. */
function writeGc(client: number, length: number): Uint8Array {
  return write((encoder) => {
    for (const value of [1, 1, client, 0]) encoding.writeVarUint(encoder, value);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
    encoding.writeVarUint(encoder, 0);
  });
}

function writeHeads(sessions: readonly string[]): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, sessions.length);
    for (const session of sessions) {
      encoding.writeUint8Array(encoder, sessionKeyToBytes(session) ?? new Uint8Array(16));
      encoding.writeVarUint(encoder, 1000);
      encoding.writeUint8Array(encoder, new Uint8Array(32));
    }
  });
}

/** The same client, far ahead in time, with another's words. */
function forgePresence(presence: Uint8Array): Uint8Array {
  const reader = decoding.createDecoder(presence);
  decoding.readVarUint(reader);
  const client = decoding.readVarUint(reader);
  return write((encoder) => {
    for (const value of [1, client, 500]) encoding.writeVarUint(encoder, value);
    encoding.writeVarString(encoder, JSON.stringify({ name: 'mallory', mood: -1 }));
  });
}

function write(fill: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  fill(encoder);
  return encoding.toUint8Array(encoder);
}
