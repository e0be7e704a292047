/** The Shell as the page gets it through the context bridge. Runs in the sandboxed preload: no Node, no imports at run time. */
import type { OpenRequest, Shell } from '../../shared/ipc/shell.ts';
import { invoked, said, told } from './channels.ts';

/** The part of Electron's `ipcRenderer` that is used. */
export interface PageIpc {
  invoke(channel: string, ...args: unknown[]): Promise<unknown>;
  send(channel: string, ...args: unknown[]): void;
  on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown;
}

export function createPageShell(ipc: PageIpc): Shell {
  const ask = <T>(channel: string, ...args: unknown[]): Promise<T> =>
    ipc.invoke(channel, ...args) as Promise<T>;
  const actions = createMailbox<string>();
  const opens = createMailbox<OpenRequest>();
  const closings = new Set<(done: () => void, stay: () => void) => void>();

  ipc.on(told.action, (_event, id) => actions.post(id as string));
  ipc.on(told.open, (_event, request) => opens.post(request as OpenRequest));
  ipc.on(told.closing, () => {
    let left = closings.size;
    const done = (): void => {
      left -= 1;
      if (left <= 0) ipc.send(said.closed);
    };
    if (left === 0) ipc.send(said.closed);
    const stay = once(() => ipc.send(said.stayed));
    for (const listener of [...closings]) listener(once(done), stay);
  });

  return {
    kind: 'app',
    start: () => ask(invoked.start),
    painted: () => ipc.send(said.painted),
    saveSettings: (settings) => ask(invoked.saveSettings, settings),
    listJams: () => ask(invoked.listJams),
    putCard: (card) => ask(invoked.putCard, card),
    binJam: (jam) => ask(invoked.binJam, jam),
    restoreJam: (jam) => ask(invoked.restoreJam, jam),
    openJournal: (jam) => ask(invoked.openJournal, jam),
    appendJournal: (jam, records) => ask(invoked.appendJournal, jam, records),
    closeJournal: (jam) => ask(invoked.closeJournal, jam),
    loadKept: (jam) => ask(invoked.loadKept, jam),
    saveKept: (jam, sections) => ask(invoked.saveKept, jam, sections),
    loadView: (jam) => ask(invoked.loadView, jam),
    saveView: (jam, view) => ask(invoked.saveView, jam, view),
    loadRoom: (jam) => ask(invoked.loadRoom, jam),
    saveRoom: (jam, room) => ask(invoked.saveRoom, jam, room),
    sign: (purpose, message) => ask(invoked.sign, purpose, message),
    openFile: () => ask(invoked.openFile),
    saveFile: (request) => ask(invoked.saveFile, request),
    hub: () => ask(invoked.hub),
    shareTopic: (jam, topic, port) => ask(invoked.shareTopic, jam, topic, port),
    unshareTopic: (jam) => ask(invoked.unshareTopic, jam),
    meetHubs: (jam, topic, addresses) => ask(invoked.meetHubs, jam, topic, addresses),
    writeClipboard: (text) => ask(invoked.writeClipboard, text),
    setTitle: (title) => ipc.send(said.setTitle, title),
    setEnabledActions: (ids) => ipc.send(said.setEnabledActions, ids),
    onAction: actions.subscribe,
    onOpen: opens.subscribe,
    onClosing(listener) {
      closings.add(listener);
      return () => {
        closings.delete(listener);
      };
    },
    openWindow: (jam) => ask(invoked.openWindow, jam),
  };
}

/** Keeps what comes before the first listener: a file may arrive while the page is still starting. */
function createMailbox<T>(): { post(letter: T): void; subscribe(listener: (letter: T) => void): () => void } {
  const listeners = new Set<(letter: T) => void>();
  let waiting: T[] = [];
  return {
    post(letter) {
      if (listeners.size === 0) waiting.push(letter);
      for (const listener of [...listeners]) listener(letter);
    },
    subscribe(listener) {
      listeners.add(listener);
      const letters = waiting;
      waiting = [];
      for (const letter of letters) listener(letter);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function once(act: () => void): () => void {
  let acted = false;
  return () => {
    if (acted) return;
    acted = true;
    act();
  };
}
