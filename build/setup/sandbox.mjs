/**
 * Whether Chromium's sandbox can work: through user namespaces for an ordinary user, or through its setuid helper.
 * Root gets none.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Trouble } from './say.mjs';

/** Kernel settings that close user namespaces to ordinary users, with the value that closes them. */
const CLOSED_BY = {
  '/proc/sys/kernel/unprivileged_userns_clone': '0',
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1',
  '/proc/sys/user/max_user_namespaces': '0',
};

/**
 * @param {(path: string) => string | null} read a kernel setting, null where this kernel has none
 * @returns {boolean}
 */
export function mayMakeNamespaces(read = readSetting) {
  return Object.entries(CLOSED_BY).every(([path, closed]) => read(path) !== closed);
}

/** Refuses with the one command that helps, where neither way is open to an ordinary user. */
export function ensureSandbox(binary, uid = process.getuid?.() ?? 0) {
  if (process.platform !== 'linux' || uid === 0 || mayMakeNamespaces()) return;
  const helper = join(dirname(binary), 'chrome-sandbox');
  if (isSetuidRoot(helper)) return;
  throw new Trouble(
    "This system keeps Chromium's sandbox from working for ordinary users, and Riffroom does not start without it.\n" +
      `Allow its helper once: sudo sh -c 'chown root:root "${helper}" && chmod 4755 "${helper}"'`,
  );
}

function isSetuidRoot(path) {
  try {
    const { uid, mode } = statSync(path);
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    // No helper in this build of Electron.
    return false;
  }
}

function readSetting(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // This kernel has no such setting.
    return null;
  }
}
