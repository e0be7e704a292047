/** The Shell of where this page runs: the app's, when its preload is there; else the browser edition's. */
import { ACTIONS } from '../../shared/actions/registry.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import { createAppShell } from './appShell.ts';
import { createBrowserShell } from './browserShell.ts';
import { createPagePort } from './pagePort.ts';
import { takeAddress } from './takeAddress.ts';

export function pickShell(page: Window & { riffroom?: Shell } = window): Shell {
  if (page.riffroom) return createAppShell(page.riffroom, ACTIONS, page.document);
  const { token, jam } = takeAddress(page);
  return createBrowserShell({ origin: page.location.origin, token, jam, port: createPagePort(page) });
}
