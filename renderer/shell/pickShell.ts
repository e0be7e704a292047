/**
 * The Shell of where this page runs: the app's, when its preload is there; the browser edition's on the loopback; on any
 * other address a guest's.
 */
import { ACTIONS } from '../../shared/actions/registry.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import { createAppShell } from './appShell.ts';
import { createBrowserShell } from './browserShell.ts';
import { openGuestShell } from './guest/openGuestShell.ts';
import { createPagePort } from './pagePort.ts';
import { takeAddress } from './takeAddress.ts';

export async function pickShell(page: Window & { riffroom?: Shell } = window): Promise<Shell> {
  if (page.riffroom) return createAppShell(page.riffroom, ACTIONS, page.document);
  if (!isLoopback(page.location.hostname)) return openGuestShell(page, import.meta.env.VITE_VERSION);
  const { token, jam } = takeAddress(page);
  return createBrowserShell({ origin: page.location.origin, token, jam, port: createPagePort(page) });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
