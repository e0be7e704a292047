/**
 * The Shell of a guest: somebody in a browser, on a page that a host's hub served at its LAN address. There is no
 * process behind it; what it keeps it keeps in the browser, and what should last it saves as a file.
 */
import * as v from 'valibot';
import { cardSchema } from '../../../shared/ipc/cardSchema.ts';
import { isJamId, jamIdSchema } from '../../../shared/ipc/jamIdSchema.ts';
import {
  maxKeptBytes,
  parseInput,
  parseView,
  roomSchema,
  settingsSchema,
  signingSchema,
  tolerantSettingsSchema,
} from '../../../shared/ipc/pageInputs.ts';
import {
  type Answer,
  DEFAULT_SETTINGS,
  type JamCard,
  type OpenRequest,
  type Settings,
  type Shell,
  type ViewState,
} from '../../../shared/ipc/shell.ts';
import { readRecords } from '../../../shared/log/journalRecord.ts';
import type { JamId } from '../../../shared/model/ids.ts';
import { concatBytes, noBytes } from '../../../shared/util/bytes.ts';
import { ok, refuse } from '../../../shared/util/result.ts';
import type { PagePort } from '../pagePort.ts';
import type { GuestClaims } from './guestClaims.ts';
import type { GuestIdentity } from './guestIdentity.ts';
import type { GuestStore } from './guestStore.ts';

export interface GuestShellParts {
  readonly version: string;
  /** Of the page: the host's hub. */
  readonly origin: string;
  readonly store: GuestStore;
  readonly identity: GuestIdentity;
  readonly claims: GuestClaims;
  readonly port: PagePort;
  readonly now: () => number;
  /** What this page was opened for: the invite in its address. */
  readonly requests: readonly OpenRequest[];
  /** A jam that this tab had open before it was reloaded. */
  readonly jam: JamId | null;
}

export function createGuestShell(parts: GuestShellParts): Shell {
  const { version, origin, store, identity, claims, port, now } = parts;
  const closings = new Set<(done: () => void, stay: () => void) => void>();
  let appending = 0;
  let leaving = false;
  port.onLeaving(
    () => appending > 0,
    () => {
      leaving = true;
      for (const listener of closings) listener(nothing, nothing);
      claims.dispose();
    },
  );

  const withJam = <T>(input: unknown, act: (jam: JamId) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const jam = parseInput(jamIdSchema, input, 'which jam was meant');
    return jam.ok ? act(jam.value) : Promise.resolve(jam);
  };
  const readCard = async (jam: JamId): Promise<JamCard | null> => {
    const card = v.safeParse(cardSchema, await store.get(cardKey(jam)));
    return card.success ? card.output : null;
  };
  const setBinned = (input: unknown, binned: number | null): Promise<Answer<null>> =>
    withJam(input, async (jam) => {
      if (await isOpenElsewhere(jam)) return openElsewhere;
      const card = await readCard(jam);
      if (card === null)
        return refuse('no-such-jam', 'This browser has no such jam, so nothing was changed.');
      return keep(() => store.put(cardKey(jam), { ...card, binned }));
    });
  const isOpenElsewhere = async (jam: JamId): Promise<boolean> =>
    !claims.holds(jam) && (await claims.isElsewhere(jam));

  return {
    kind: 'guest',
    async start() {
      const settings = v.safeParse(tolerantSettingsSchema, (await store.get(settingsKey)) ?? {});
      return {
        kind: 'guest',
        version,
        platform: 'web',
        device: identity.device,
        member: identity.member,
        settings: settings.success ? settings.output : DEFAULT_SETTINGS,
        jam: parts.jam,
        requests: store.isKept
          ? parts.requests
          : [...parts.requests, { kind: 'trouble', sentence: keepsNothing }],
      };
    },
    painted: () => undefined,
    async saveSettings(input) {
      const settings = parseInput<Settings>(settingsSchema, input, 'these settings');
      if (!settings.ok) return settings;
      const kept = await keep(() => store.put(settingsKey, settings.value));
      return kept.ok ? settings : kept;
    },
    async listJams() {
      const cards = (await store.all(cardKey(''))).flatMap((value) => {
        const card = v.safeParse(cardSchema, value);
        // The door is the host's.
        return card.success ? [{ ...card.output, door: false }] : [];
      });
      return cards.sort((a, b) => b.changed - a.changed);
    },
    async putCard(input) {
      const card = parseInput(cardSchema, input, 'this jam’s card');
      if (!card.ok) return card;
      const binned = (await readCard(card.value.jam))?.binned ?? null;
      return keep(() => store.put(cardKey(card.value.jam), { ...card.value, binned }));
    },
    binJam: (jam) => setBinned(jam, now()),
    restoreJam: (jam) => setBinned(jam, null),
    openJournal: (input) =>
      withJam(input, async (jam) => {
        if (!(await claims.claim(jam))) return openElsewhere;
        try {
          const records = concatBytes(...(await store.readJournal(jam)));
          port.rememberJam(jam);
          return ok({ records, damaged: null });
        } catch {
          claims.release(jam);
          return refuse(
            'store-trouble',
            'The browser could not read what it kept of this jam. Reload the page to try again.',
          );
        }
      }),
    appendJournal: (input, records) =>
      withJam(input, async (jam) => {
        if (!claims.holds(jam)) return notOpen;
        if (readRecords(records).cleanLength !== records.length)
          return refuse(
            'bad-records',
            'The latest work came damaged, so it was not kept. Reload the page to go on.',
          );
        appending++;
        try {
          return await keep(() => store.appendJournal(jam, records));
        } finally {
          appending--;
        }
      }),
    async closeJournal(jam) {
      claims.release(jam);
      // A page that goes closes its jam too, but a reload should find it.
      if (!leaving) port.forgetJam(jam);
    },
    loadKept: (input) =>
      withJam(input, async (jam) => {
        const sections = await store.get(keptKey(jam));
        return ok(sections instanceof Uint8Array ? sections : noBytes);
      }),
    saveKept: (input, sections) =>
      withJam(input, async (jam) =>
        sections.length > maxKeptBytes
          ? refuse(
              'too-large',
              'What a newer Riffroom left in this jam is more than a browser keeps; what was kept before stays.',
            )
          : keep(() => store.put(keptKey(jam), sections.slice())),
      ),
    async loadView(jam) {
      if (!isJamId(jam)) return null;
      const view = await store.get(viewKey(jam));
      return view === undefined ? null : (view as ViewState);
    },
    async saveView(jam, input) {
      const view = parseView(input);
      if (isJamId(jam) && view.ok) await keep(() => store.put(viewKey(jam), view.value));
    },
    async loadRoom(jam) {
      const room = v.safeParse(roomSchema, isJamId(jam) ? await store.get(roomKey(jam)) : null);
      return room.success ? room.output : null;
    },
    saveRoom: (input, record) =>
      withJam(input, async (jam) => {
        const room = parseInput(roomSchema, record, 'this jam’s room');
        return room.ok ? keep(() => store.put(roomKey(jam), room.value)) : room;
      }),
    async sign(purpose, message) {
      const asked = parseInput(signingSchema, { purpose, message }, 'what should be signed');
      return asked.ok ? ok(identity.sign(asked.value.purpose, asked.value.message)) : asked;
    },
    /** The hub is the one that served the page. */
    async hub() {
      const server = origin.replace(/^http/, 'ws');
      return ok({ signaling: `${server}/hub`, relay: `${server}/relay` });
    },
    /** It serves others too, for as long as its own jam is shared. */
    async shareTopic() {
      return ok({ addresses: [origin], port: null, moved: false });
    },
    async unshareTopic() {
      return ok(null);
    },
    async meetHubs() {
      return ok(null);
    },
    openFile: () => port.chooseFile(),
    async saveFile({ name, bytes }) {
      port.download(name, bytes);
      return ok({ name, handle: null });
    },
    writeClipboard: (text) => port.writeClipboard(text),
    setTitle: (title) => port.setTitle(title),
    setEnabledActions: () => undefined,
    onAction: () => () => undefined,
    onOpen: () => () => undefined,
    onClosing(listener) {
      closings.add(listener);
      return () => {
        closings.delete(listener);
      };
    },
    async openWindow(jam) {
      port.openTab(jam === null ? '' : new URLSearchParams({ jam }).toString());
    },
  };
}

const nothing = (): void => undefined;
const settingsKey = 'settings';
const cardKey = (jam: JamId): string => `card/${jam}`;
const keptKey = (jam: JamId): string => `kept/${jam}`;
const roomKey = (jam: JamId): string => `room/${jam}`;
const viewKey = (jam: JamId): string => `view/${jam}`;

const openElsewhere = refuse(
  'open-elsewhere',
  'This jam is already open in another tab. Go on there, or close it there first.',
);
const notOpen = refuse(
  'not-open',
  'This jam is not open here any more; the latest work was not kept. Open it again to go on.',
);
const keepsNothing =
  'This browser keeps nothing of its own here (a private window, perhaps). Save a copy as a file before you close the page.';

async function keep(write: () => Promise<void>): Promise<Answer<null>> {
  try {
    await write();
    return ok(null);
  } catch {
    return refuse(
      'store-trouble',
      'The browser has no room to keep this. Save a copy as a file, then free some space.',
    );
  }
}
