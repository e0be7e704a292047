/** One call per Shell method that needs the machine; the rest a tab does itself. */

import { maxKeptBytes, maxViewBytes } from '../../shared/ipc/pageInputs.ts';
import { maxAppendBytes } from '../service/inputs.ts';
import { maxFileBytes } from '../store/readFileBounded.ts';
import type { Tab } from './createTabs.ts';
import type { WireAnswer } from './wire.ts';

export interface Call {
  /** Bytes of the body. */
  readonly limit: number;
  /** The body is bytes, the arguments stand in a header. */
  readonly binary?: boolean;
  answer(tab: Tab, args: readonly unknown[], bytes: Uint8Array): Promise<WireAnswer>;
}

const small = 64 * 1024;
const cardLimit = 1024 * 1024;
const json = (answer: Promise<unknown>): Promise<WireAnswer> =>
  answer.then((value) => ({ json: value ?? null }));

const calls: Readonly<Record<string, Call>> = {
  start: {
    limit: small,
    async answer({ id, seat, tickets }) {
      const info = await seat.start();
      return { json: { ...info, requests: info.requests.map(tickets.withoutBytes), seat: id } };
    },
  },
  takeFile: {
    limit: small,
    async answer({ tickets }, [ticket]) {
      const bytes = typeof ticket === 'string' ? tickets.take(ticket) : null;
      return bytes ? { json: { ok: true }, bytes } : { json: { ok: false } };
    },
  },
  saveSettings: { limit: small, answer: ({ seat }, [settings]) => json(seat.saveSettings(settings)) },
  listJams: { limit: small, answer: ({ seat }) => json(seat.listJams()) },
  putCard: { limit: cardLimit, answer: ({ seat }, [card]) => json(seat.putCard(card)) },
  binJam: { limit: small, answer: ({ seat }, [jam]) => json(seat.binJam(jam)) },
  restoreJam: { limit: small, answer: ({ seat }, [jam]) => json(seat.restoreJam(jam)) },
  openJournal: {
    limit: small,
    async answer({ seat }, [jam]) {
      const opened = await seat.openJournal(jam);
      if (!opened.ok) return { json: opened };
      return { json: { ok: true, value: { damaged: opened.value.damaged } }, bytes: opened.value.records };
    },
  },
  appendJournal: {
    limit: maxAppendBytes,
    binary: true,
    answer: ({ seat }, [jam], bytes) => json(seat.appendJournal(jam, bytes)),
  },
  closeJournal: { limit: small, answer: ({ seat }, [jam]) => json(seat.closeJournal(jam)) },
  loadKept: {
    limit: small,
    async answer({ seat }, [jam]) {
      const loaded = await seat.loadKept(jam);
      return loaded.ok ? { json: { ok: true }, bytes: loaded.value } : { json: loaded };
    },
  },
  saveKept: {
    limit: maxKeptBytes,
    binary: true,
    answer: ({ seat }, [jam], bytes) => json(seat.saveKept(jam, bytes)),
  },
  loadView: { limit: small, answer: ({ seat }, [jam]) => json(seat.loadView(jam)) },
  saveView: { limit: 4 * maxViewBytes, answer: ({ seat }, [jam, view]) => json(seat.saveView(jam, view)) },
  loadRoom: { limit: small, answer: ({ seat }, [jam]) => json(seat.loadRoom(jam)) },
  saveRoom: { limit: small, answer: ({ seat }, [jam, room]) => json(seat.saveRoom(jam, room)) },
  sign: {
    limit: small,
    binary: true,
    async answer({ seat }, [purpose], message) {
      const signed = await seat.sign(purpose, message);
      return signed.ok ? { json: { ok: true }, bytes: signed.value } : { json: signed };
    },
  },
  hub: { limit: small, answer: ({ seat }) => json(seat.hub()) },
  shareTopic: {
    limit: small,
    answer: ({ seat }, [jam, topic, port]) => json(seat.shareTopic(jam, topic, port)),
  },
  unshareTopic: { limit: small, answer: ({ seat }, [jam]) => json(seat.unshareTopic(jam)) },
  meetHubs: {
    limit: small,
    answer: ({ seat }, [jam, topic, addresses]) => json(seat.meetHubs(jam, topic, addresses)),
  },
  /** Back to a file that was given at the start; without a handle a tab downloads instead. */
  saveFile: {
    limit: maxFileBytes,
    binary: true,
    answer: ({ seat }, [name, typeName, handle], bytes) =>
      json(seat.saveFile({ name, typeName, handle, bytes })),
  },
};

export function findCall(name: string): Call | null {
  return Object.hasOwn(calls, name) ? (calls[name] ?? null) : null;
}
