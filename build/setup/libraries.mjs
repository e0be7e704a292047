/** The system libraries that Electron's binary (or Chromium, for tests) needs on Linux. */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';

export const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libcups2',
];

/** Names of the shared libraries that `ldd` did not find. */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
}

/** Says the one command that helps; runs it itself only as root on a Debian-like system. */
export async function ensureLibraries(binary) {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries((await run('ldd', [binary], { quiet: true })).output);
  if (missing.length === 0) return;
  say(
    `Electron needs system libraries that are not here: ${missing.slice(0, 4).join(', ')}${missing.length > 4 ? ' ...' : ''}`,
  );
  await installDebian(ELECTRON_PACKAGES);
}

/** @param {readonly string[]} packages */
export async function installDebian(packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!mayInstall()) throw new Trouble(`Install them with: sudo ${command}`);
  say(`Running as root on a Debian-like system, so doing it: ${command}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  const { code, output } = await run('apt-get', command.split(' ').slice(1), { env, quiet: true });
  if (code !== 0) throw new Trouble(`That did not work:\n${output.trim().split('\n').slice(-6).join('\n')}`);
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
