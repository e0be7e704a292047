/**
 * The Shell in a browser: calls to a plain Node server on the loopback, and what a tab does itself (dialogs, downloads,
 * clipboard). There is no native menu, so its methods do nothing.
 */
import type {
  Answer,
  ListedJam,
  OpenRequest,
  RoomRecord,
  Shell,
  StartInfo,
  ViewState,
} from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { type AppendQueue, createAppendQueue } from './appendQueue.ts';
import type { PagePort } from './pagePort.ts';
import { createServerLink, type ServerLink } from './serverLink.ts';

export interface BrowserShellOptions {
  readonly origin: string;
  readonly token: string | null;
  /** A jam that this tab was opened for. */
  readonly jam: JamId | null;
  readonly port: PagePort;
}

/** `start` throws an error with one sentence when the server can't be reached or the address lacks its token. */
export function createBrowserShell({ origin, token, jam, port }: BrowserShellOptions): Shell {
  const link = createServerLink(origin, token, port);
  const queues = new Map<JamId, AppendQueue>();
  const closings = new Set<(done: () => void, stay: () => void) => void>();

  let leaving = false;

  port.onLeaving(
    () => [...queues.values()].some((queue) => queue.isWaiting()),
    () => {
      leaving = true;
      for (const listener of closings) listener(nothing, nothing);
      link.leave();
    },
  );

  const ask = async <T>(method: string, ...args: unknown[]): Promise<Answer<T>> => {
    const reply = await link.call(method, args);
    return reply.ok ? (reply.value.json as Answer<T>) : reply;
  };
  const askFor = async <T>(otherwise: T, method: string, ...args: unknown[]): Promise<T> => {
    const reply = await link.call(method, args);
    return reply.ok ? (reply.value.json as T) : otherwise;
  };
  const queueOf = (name: JamId): AppendQueue => {
    const queue =
      queues.get(name) ?? createAppendQueue((records) => send<null>(link, 'appendJournal', [name], records));
    queues.set(name, queue);
    return queue;
  };

  return {
    kind: 'browser',
    async start() {
      const reply = await link.call('start', []);
      if (!reply.ok) throw new Error(reply.sentence);
      const { seat, requests, ...info } = reply.value.json as WireStart;
      link.sit(seat);
      const fetched: OpenRequest[] = [];
      for (const request of requests) fetched.push(await fetchRequest(link, request));
      return { ...info, jam: info.jam ?? jam, requests: fetched };
    },
    painted: () => undefined,
    saveSettings: (settings) => ask('saveSettings', settings),
    listJams: () => askFor<readonly ListedJam[]>([], 'listJams'),
    putCard: (card) => ask('putCard', card),
    binJam: (name) => ask('binJam', name),
    restoreJam: (name) => ask('restoreJam', name),
    async openJournal(name) {
      await queues.get(name)?.settled();
      const reply = await link.call('openJournal', [name]);
      if (!reply.ok) return reply;
      const answer = reply.value.json as Answer<{ damaged: string | null }>;
      if (answer.ok) port.rememberJam(name);
      return answer.ok
        ? { ok: true, value: { records: reply.value.bytes, damaged: answer.value.damaged } }
        : answer;
    },
    appendJournal: (name, records) => queueOf(name).append(records),
    async closeJournal(name) {
      await queues.get(name)?.settled();
      queues.delete(name);
      // A page that goes closes its jam too, but a reload should find it.
      if (!leaving) port.forgetJam(name);
      await link.call('closeJournal', [name]);
    },
    async loadKept(name) {
      const reply = await link.call('loadKept', [name]);
      if (!reply.ok) return reply;
      const answer = reply.value.json as Answer<unknown>;
      return answer.ok ? { ok: true, value: reply.value.bytes } : answer;
    },
    saveKept: (name, sections) => send<null>(link, 'saveKept', [name], sections),
    loadView: (name) => askFor<ViewState | null>(null, 'loadView', name),
    async saveView(name, view) {
      await link.call('saveView', [name, view]);
    },
    loadRoom: (name) => askFor<RoomRecord | null>(null, 'loadRoom', name),
    saveRoom: (name, room) => ask('saveRoom', name, room),
    async sign(purpose, message) {
      const reply = await link.call('sign', [purpose], message);
      if (!reply.ok) return reply;
      const answer = reply.value.json as Answer<null>;
      return answer.ok ? { ok: true, value: reply.value.bytes } : answer;
    },
    openFile: () => port.chooseFile(),
    async saveFile({ name, typeName, handle, bytes }) {
      if (handle !== null) {
        const saved = await send<{ name: string; handle: string } | null>(
          link,
          'saveFile',
          [name, typeName, handle],
          bytes,
        );
        // A handle of an earlier run names nothing any more: then it becomes a download.
        if (!saved.ok || saved.value !== null) return saved;
      }
      port.download(name, bytes);
      return { ok: true, value: { name, handle: null } };
    },
    hub: () => ask('hub'),
    shareTopic: (name, topic, port) => ask('shareTopic', name, topic, port),
    unshareTopic: (name) => ask('unshareTopic', name),
    meetHubs: (name, topic, addresses) => ask('meetHubs', name, topic, addresses),
    writeClipboard: (text) => port.writeClipboard(text),
    setTitle: (title) => port.setTitle(title),
    setEnabledActions: () => undefined,
    onAction: () => () => undefined,
    onOpen: (listener) =>
      link.onMessage((message) => void fetchRequest(link, message as WireRequest).then(listener)),
    onClosing(listener) {
      closings.add(listener);
      return () => {
        closings.delete(listener);
      };
    },
    async openWindow(name) {
      const fragment = new URLSearchParams({ t: token ?? '', ...(name === null ? {} : { jam: name }) });
      port.openTab(fragment.toString());
    },
  };
}

/** A browser's page goes whatever is answered. */
function nothing(): void {}

type WireRequest =
  | Exclude<OpenRequest, { kind: 'file' }>
  | {
      readonly kind: 'file';
      readonly file: { readonly name: string; readonly handle: string | null; readonly ticket: string };
    };
type WireStart = Omit<StartInfo, 'requests'> & {
  readonly seat: string;
  readonly requests: readonly WireRequest[];
};

async function send<T>(
  link: ServerLink,
  method: string,
  args: readonly unknown[],
  bytes: Uint8Array,
): Promise<Answer<T>> {
  const reply = await link.call(method, args, bytes);
  return reply.ok ? (reply.value.json as Answer<T>) : reply;
}

async function fetchRequest(link: ServerLink, request: WireRequest): Promise<OpenRequest> {
  if (request.kind !== 'file') return request;
  const { ticket, name, handle } = request.file;
  const reply = await link.call('takeFile', [ticket]);
  if (!reply.ok) return { kind: 'trouble', sentence: reply.sentence };
  const { ok } = reply.value.json as { ok: boolean };
  if (!ok) return { kind: 'trouble', sentence: `${name} is no longer at hand. Please open it again.` };
  return { kind: 'file', file: { name, handle, bytes: reply.value.bytes } };
}
