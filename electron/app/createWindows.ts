/** All windows of this process. A jam that is already open is brought to the front instead of opened twice. */
import { BrowserWindow, type WebContents } from 'electron';
import type { OpenRequest } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import type { PageEnd } from '../ipc/registerShellIpc.ts';
import { bringToFront, type JamWindow, openJamWindow, type WindowOptions } from './openJamWindow.ts';

export interface Windows {
  open(jam: JamId | null): void;
  /** To the window in front, or a new one. */
  deliver(requests: readonly OpenRequest[]): void;
  bringToFront(): void;
  endOf(contents: WebContents): PageEnd | null;
  /** The action of a menu, for the window in front. */
  act(id: string): void;
  enabledActions(): ReadonlySet<string> | null;
  /** When every window that was closed has its work on the disk. */
  settled(): Promise<void>;
}

type Shared = Omit<WindowOptions, 'startJam' | 'gone' | 'openWindow' | 'dark'> & {
  readonly isDark: () => boolean;
};

export function createWindows(
  shared: Shared,
  sendAction: (contents: WebContents, id: string) => void,
): Windows {
  const open = new Map<BrowserWindow, JamWindow>();
  const unsettled = new Set<Promise<void>>();

  function openWindow(jam: JamId | null): JamWindow {
    const holder = jam === null ? null : shared.machine.claims.holderOf(jam);
    const there = [...open.values()].find(
      ({ seat, awaitedJam }) => jam !== null && (holder ? seat === holder : awaitedJam() === jam),
    );
    if (there) {
      bringToFront(there.window);
      return there;
    }
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    unsettled.add(settled);
    const made = openJamWindow({
      ...shared,
      dark: shared.isDark(),
      startJam: jam,
      openWindow: async (other) => void openWindow(other),
      gone: () => {
        unsettled.delete(settled);
        settle();
      },
    });
    open.set(made.window, made);
    made.window.on('closed', () => {
      open.delete(made.window);
      shared.actionsChanged();
    });
    made.window.on('focus', shared.actionsChanged);
    return made;
  }

  /** The focused one, else the one that was opened last. */
  function front(): JamWindow | null {
    const focused = BrowserWindow.getFocusedWindow();
    return (focused && open.get(focused)) ?? [...open.values()].at(-1) ?? null;
  }

  return {
    open: (jam) => void openWindow(jam),
    deliver(requests) {
      const target = front() ?? openWindow(null);
      for (const request of requests) target.seat.deliver(request);
      bringToFront(target.window);
    },
    bringToFront() {
      bringToFront((front() ?? openWindow(null)).window);
    },
    endOf: (contents) => [...open.values()].find(({ window }) => window.webContents === contents) ?? null,
    act(id) {
      const target = front();
      if (target) sendAction(target.window.webContents, id);
    },
    enabledActions: () => front()?.enabledActions() ?? null,
    async settled() {
      await Promise.all(unsettled);
    },
  };
}
