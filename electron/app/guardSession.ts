/** What pages may ask of the machine: nothing by request, two checks of our own page, and no network but the loopback. */
import type { Session } from 'electron';
import { isOurPage } from '../ipc/isOurPage.ts';

/**
 * Chromium gives WebRTC no candidates at all where the `media` *check* is denied and there is no default route (a room
 * without a router), so the check is allowed; a *request*, which would open camera or microphone, never is.
 */
const checked = new Set<string>(['media', 'persistent-storage']);

export function guardSession(session: Session): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => checked.has(permission) && isOurPage(origin),
  );
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedRequest(url) }));
}

/** Riffroom's page is complete in itself; whatever else asks for the network (a dictionary, a leak) gets nothing. */
export function isAllowedRequest(address: string): boolean {
  if (/^(app|devtools|blob|data|chrome-extension):/.test(address)) return true;
  try {
    const { protocol, hostname } = new URL(address);
    return ['ws:', 'http:'].includes(protocol) && hostname === '127.0.0.1';
  } catch {
    return false;
  }
}
