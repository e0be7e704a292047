/**
 * The far side of the Shell for one window or tab: parses what the page says, keeps its claims and journals, answers.
 * Electron's IPC and the browser edition's HTTP are thin layers over this.
 */
import { cardSchema } from '../../shared/ipc/cardSchema.ts';
import { isJamId, jamIdSchema } from '../../shared/ipc/jamIdSchema.ts';
import {
  parseInput,
  parseView,
  portSchema,
  roomSchema,
  settingsSchema,
  signingSchema,
} from '../../shared/ipc/pageInputs.ts';
import type {
  Answer,
  Door,
  HubAccess,
  JournalContents,
  ListedJam,
  OpenedFile,
  OpenRequest,
  RoomRecord,
  SavedFile,
  Settings,
  StartInfo,
  ViewState,
} from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { ok, refuse } from '../../shared/util/result.ts';
import { describeTrouble } from '../store/describeTrouble.ts';
import type { Desk } from './desk.ts';
import { createDeskJournals } from './deskJournals.ts';
import {
  actionIdsSchema,
  appendSchema,
  clipboardSchema,
  hubAddressesSchema,
  keptSchema,
  saveRequestSchema,
  titleSchema,
  topicSchema,
} from './inputs.ts';
import type { JamHolder } from './jamHolder.ts';
import type { Machine } from './machine.ts';
import { openPath } from './openPath.ts';
import { saveTo } from './saveTo.ts';

/** Inputs are `unknown`: nothing a page says is taken on trust. */
export interface Seat extends JamHolder {
  /** A page begins here, also after a reload: what the page before had open is closed, and named as `jam` to go on with. */
  start(): Promise<StartInfo>;
  painted(): void;
  saveSettings(settings: unknown): Promise<Answer<Settings>>;
  listJams(): Promise<readonly ListedJam[]>;
  putCard(card: unknown): Promise<Answer<null>>;
  binJam(jam: unknown): Promise<Answer<null>>;
  restoreJam(jam: unknown): Promise<Answer<null>>;
  openJournal(jam: unknown): Promise<Answer<JournalContents>>;
  appendJournal(jam: unknown, records: unknown): Promise<Answer<null>>;
  closeJournal(jam: unknown): Promise<void>;
  loadKept(jam: unknown): Promise<Answer<Uint8Array>>;
  saveKept(jam: unknown, sections: unknown): Promise<Answer<null>>;
  loadView(jam: unknown): Promise<ViewState | null>;
  saveView(jam: unknown, view: unknown): Promise<void>;
  loadRoom(jam: unknown): Promise<RoomRecord | null>;
  saveRoom(jam: unknown, room: unknown): Promise<Answer<null>>;
  sign(purpose: unknown, message: unknown): Promise<Answer<Uint8Array>>;
  openFile(): Promise<Answer<OpenedFile | null>>;
  saveFile(request: unknown): Promise<Answer<SavedFile | null>>;
  hub(): Promise<Answer<HubAccess>>;
  shareTopic(jam: unknown, topic: unknown, port: unknown): Promise<Answer<Door>>;
  unshareTopic(jam: unknown): Promise<Answer<null>>;
  meetHubs(jam: unknown, topic: unknown, addresses: unknown): Promise<Answer<null>>;
  writeClipboard(text: unknown): Promise<void>;
  setTitle(title: unknown): void;
  setEnabledActions(ids: unknown): void;
  openWindow(jam: unknown): Promise<void>;

  /** From the process's side: something to open; kept until a page has started. */
  deliver(request: OpenRequest): void;
  /** The page died; another may start. */
  pageGone(): void;
  dispose(): Promise<void>;
}

export function openSeat(machine: Machine, desk: Desk): Seat {
  const { library, settings, identity } = machine;
  const journals = createDeskJournals(machine);
  let started = false;
  let startJam = desk.startJam;
  let pending: OpenRequest[] =
    identity.trouble === null ? [] : [{ kind: 'trouble', sentence: identity.trouble }];

  const withJam = <T>(input: unknown, act: (jam: JamId) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const jam = parseInput(jamIdSchema, input, 'which jam was meant');
    return jam.ok ? act(jam.value) : Promise.resolve(jam);
  };

  /** Only whoever has a jam open may speak for it to others. */
  const withTopic = <T>(
    input: unknown,
    named: unknown,
    act: (jam: JamId, topic: string) => Promise<Answer<T>>,
  ): Promise<Answer<T>> =>
    withJam(input, async (jam) => {
      const topic = parseInput(topicSchema, named, 'which room was meant');
      if (!topic.ok) return topic;
      return machine.claims.holderOf(jam) === seat
        ? act(jam, topic.value)
        : refuse(
            'not-open',
            'This jam is not open here any more, so it was not shared. Open it again first.',
          );
    });

  const seat: Seat = {
    async start() {
      const before = journals.names()[0] ?? null;
      const jam = before ?? startJam;
      startJam = null;
      await journals.leaveAll(seat);
      started = true;
      const requests = pending;
      pending = [];
      return {
        kind: desk.kind,
        version: machine.version,
        platform: desk.platform,
        device: identity.device,
        member: identity.member,
        settings: settings.current(),
        jam,
        requests,
      };
    },
    painted: () => desk.painted(),
    async saveSettings(input) {
      const parsed = parseInput(settingsSchema, input, 'these settings');
      if (!parsed.ok) return parsed;
      const saved = await settings.save(parsed.value);
      if (saved.ok) machine.settingsChanged(saved.value);
      return saved;
    },
    listJams: () => library.list().catch(() => []),
    async putCard(input) {
      const card = parseInput(cardSchema, input, "this jam's card");
      return card.ok ? library.put(card.value) : card;
    },
    binJam: (input) =>
      withJam(input, async (jam) => {
        const holder = machine.claims.holderOf(jam);
        if (holder && holder !== seat && (await holder.isAlive())) {
          return refuse(
            'open-elsewhere',
            'This jam is open in another window. Close it there, then put it in the bin.',
          );
        }
        return library.bin(jam);
      }),
    restoreJam: (input) => withJam(input, (jam) => library.restore(jam)),
    async openJournal(input) {
      const jam = parseInput(jamIdSchema, input, 'which jam was meant');
      return jam.ok ? journals.open(seat, jam.value) : jam;
    },
    appendJournal: (input, bytes) =>
      withJam(input, async (jam) => {
        const records = parseInput(appendSchema, bytes, 'the latest work');
        return records.ok ? journals.append(jam, records.value) : records;
      }),
    async closeJournal(jam) {
      if (isJamId(jam)) await seat.leave(jam);
    },
    async loadKept(input) {
      const jam = parseInput(jamIdSchema, input, 'which jam was meant');
      return jam.ok ? library.loadKept(jam.value) : jam;
    },
    saveKept: (input, bytes) =>
      withJam(input, async (jam) => {
        const sections = parseInput(keptSchema, bytes, 'what a newer Riffroom left in this jam');
        return sections.ok ? library.saveKept(jam, sections.value) : sections;
      }),
    async loadView(jam) {
      return isJamId(jam) ? library.loadView(jam) : null;
    },
    async saveView(jam, input) {
      const view = parseView(input);
      if (isJamId(jam) && view.ok) await library.saveView(jam, view.value);
    },
    async loadRoom(jam) {
      return isJamId(jam) ? library.loadRoom(jam) : null;
    },
    saveRoom: (input, record) =>
      withJam(input, async (jam) => {
        const room = parseInput(roomSchema, record, "this jam's room");
        return room.ok ? library.saveRoom(jam, room.value) : room;
      }),
    async sign(purpose, message) {
      const asked = parseInput(signingSchema, { purpose, message }, 'what should be signed');
      return asked.ok ? ok(identity.sign(asked.value.purpose, asked.value.message)) : asked;
    },
    async openFile() {
      const path = await desk.chooseFile();
      return path === null ? ok(null) : openPath(machine, path);
    },
    async saveFile(input) {
      const request = parseInput(saveRequestSchema, input, 'what should be saved');
      if (!request.ok) return request;
      return saveTo(machine, desk, request.value).catch((error: unknown) =>
        describeTrouble(error, request.value.name),
      );
    },
    hub: async () => ok(desk.hub()),
    shareTopic: (input, named, wanted) =>
      withTopic(input, named, async (jam, topic) => {
        const port = parseInput(portSchema, wanted, 'which port was meant');
        return port.ok ? machine.hub.share(jam, topic, port.value) : port;
      }),
    unshareTopic: (input) =>
      withJam(input, async (jam) => {
        if (machine.claims.holderOf(jam) === seat) await machine.hub.unshare(jam);
        return ok(null);
      }),
    meetHubs: (input, named, list) =>
      withTopic(input, named, async (jam, topic) => {
        const addresses = parseInput(hubAddressesSchema, list, 'these addresses');
        if (!addresses.ok) return addresses;
        machine.hub.meet(jam, topic, addresses.value);
        return ok(null);
      }),
    async writeClipboard(input) {
      const text = parseInput(clipboardSchema, input, 'the text');
      if (text.ok) await desk.writeClipboard(text.value);
    },
    setTitle(input) {
      const title = parseInput(titleSchema, input, 'the title');
      if (title.ok) desk.setTitle(title.value);
    },
    setEnabledActions(input) {
      const ids = parseInput(actionIdsSchema, input, 'the menu');
      if (ids.ok) desk.setEnabledActions(ids.value);
    },
    async openWindow(jam) {
      if (jam === null || isJamId(jam)) await desk.openWindow(jam);
    },

    deliver(request) {
      if (started) desk.send(request);
      else pending.push(request);
    },
    pageGone() {
      started = false;
    },
    isAlive: () => desk.isAlive(),
    bringToFront: () => desk.bringToFront(),
    leave: (jam) => journals.leave(seat, jam),
    dispose() {
      started = false;
      return journals.leaveAll(seat);
    },
  };
  return seat;
}
