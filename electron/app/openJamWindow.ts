/** One window: its frame, its page, its seat at the stores. One window is one jam, or the library. */
import { BrowserWindow, type BrowserWindowConstructorOptions, clipboard, screen } from 'electron';
import type { HubAccess, StartInfo } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { told } from '../ipc/channels.ts';
import { appOrigin } from '../ipc/isOurPage.ts';
import type { PageEnd } from '../ipc/registerShellIpc.ts';
import type { Desk } from '../service/desk.ts';
import type { Machine } from '../service/machine.ts';
import { openSeat } from '../service/seat.ts';
import type { PlaceStore } from '../store/placeStore.ts';
import { closeInTime } from './closeInTime.ts';
import type { Dialogs } from './dialogs.ts';
import { guardContents } from './guardContents.ts';
import { paperColor } from './paper.ts';
import { revivedSentence, reviveWindow } from './reviveWindow.ts';
import { minimumSize, placeWindow } from './windowBounds.ts';

export interface JamWindow extends PageEnd {
  readonly window: BrowserWindow;
  /** The jam it is opening; null once its page has painted (from then on claims say what it has). */
  awaitedJam(): JamId | null;
  /** What the menu may offer while it is in front. */
  enabledActions(): ReadonlySet<string> | null;
}

export interface WindowOptions {
  readonly machine: Machine;
  readonly dialogs: Dialogs;
  readonly places: PlaceStore;
  readonly hub: HubAccess;
  readonly preload: string;
  readonly dark: boolean;
  readonly platform: StartInfo['platform'];
  readonly startJam: JamId | null;
  painted(): void;
  actionsChanged(): void;
  openWindow(jam: JamId | null): Promise<void>;
  /** The window is gone and what it wrote is on the disk. */
  gone(): void;
}

export function openJamWindow(options: WindowOptions): JamWindow {
  const { machine, dialogs, places } = options;
  const others = BrowserWindow.getAllWindows().map((other) => other.getBounds());
  const primary = screen.getPrimaryDisplay();
  const displays = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
  const { maximized, ...bounds } = placeWindow(
    places.current(),
    displays.map(({ workArea }) => workArea),
    others,
  );
  const window = new BrowserWindow({ ...bounds, ...frame(options) });
  const { webContents } = window;
  let awaited = options.startJam;
  let enabled: ReadonlySet<string> | null = null;

  const seat = openSeat(machine, createDesk());
  const closing = closeInTime(window, () => webContents.send(told.closing));
  guardContents(webContents, (address) => void dialogs.visit(window, address));
  reviveWindow(window, {
    revived: () => {
      seat.pageGone();
      seat.deliver({ kind: 'trouble', sentence: revivedSentence });
    },
    givenUp: (sentence) => dialogs.say(sentence),
  });
  window.on('close', () => {
    if (!window.isMinimized()) places.save({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.on('closed', () => void seat.dispose().finally(options.gone));
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(`${appOrigin}/`).catch(() => undefined);

  function createDesk(): Desk {
    return {
      kind: 'app',
      platform: options.platform,
      startJam: options.startJam,
      hub: () => options.hub,
      painted() {
        awaited = null;
        options.painted();
      },
      chooseFile: () => dialogs.chooseFile(window),
      chooseTarget: (name, typeName) => dialogs.chooseTarget(window, name, typeName),
      // Electron 44 made this call asynchronous; awaited, it is right on both.
      writeClipboard: async (text) => {
        await clipboard.writeText(text);
      },
      setTitle: (title) => window.setTitle(title === '' ? 'Riffroom' : title),
      setEnabledActions(ids) {
        enabled = new Set(ids);
        options.actionsChanged();
      },
      openWindow: options.openWindow,
      send: (request) => webContents.send(told.open, request),
      isAlive: () => Promise.resolve(!window.isDestroyed()),
      bringToFront: () => bringToFront(window),
    };
  }

  return { window, seat, awaitedJam: () => awaited, ...closing, enabledActions: () => enabled };
}

/** A window that is still being painted is left to appear by itself, so that it doesn't flash. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  if (!window.isVisible()) return;
  window.focus();
}

function frame({ preload, dark }: WindowOptions): BrowserWindowConstructorOptions {
  return {
    title: 'Riffroom',
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    backgroundColor: paperColor(dark),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  };
}
