/** The system libraries that Electron's binary (or Chromium, for tests) needs on Linux. */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, sayWhile, Trouble } from './say.mjs';

export const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libcups2',
  'libx11-xcb1',
];

/** Opened while it runs, so that ldd does not know of it; without it Electron dies without a word. */
const OPENED_LATER = ['libX11-xcb.so.1'];

/** Names of the shared libraries that `ldd` did not find. */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
}

/** Which of these libraries the loader's cache (`ldconfig -p`) does not hold. */
export function missingFromCache(names, cache) {
  return names.filter((name) => !cache.includes(`\t${name} `));
}

/** Newer Debian and Ubuntu carry some of these under a name that ends in t64. */
export function chooseNames(packages, known) {
  return packages.map((name) => (known.includes(`${name}t64`) ? `${name}t64` : name));
}

/** Says the one command that helps; runs it itself only as root on a Debian-like system. */
export async function ensureLibraries(binary) {
  const missing = await lookFor(binary);
  if (missing.length === 0) return;
  const some = `${missing.slice(0, 4).join(', ')}${missing.length > 4 ? ' ...' : ''}`;
  say(`Electron needs system libraries that are not here: ${some}`);
  await installDebian(ELECTRON_PACKAGES);
  const still = await lookFor(binary);
  if (still.length > 0) throw new Trouble(`These libraries are still missing: ${still.join(', ')}`);
}

async function lookFor(binary) {
  if (process.platform !== 'linux') return [];
  const linked = missingLibraries((await run('ldd', [binary], { quiet: true })).output);
  const cache = await run('/sbin/ldconfig', ['-p'], { quiet: true });
  // Where the cache cannot be read (another libc), what is linked has to do.
  return cache.code === 0 ? [...linked, ...missingFromCache(OPENED_LATER, cache.output)] : linked;
}

/** @param {readonly string[]} packages their names in Debian 12 */
export async function installDebian(packages) {
  const maySay = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
  if (!maySay) throw new Trouble(`Install what Debian calls ${packages.join(' ')}, and start again.`);
  if (process.getuid?.() !== 0) {
    const names = chooseNames(packages, await knownPackages(packages));
    throw new Trouble(`Install them with: sudo apt-get install -y ${names.join(' ')}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  const names = chooseNames(packages, await knownPackages(packages));
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const { code, output } = await sayWhile(
    `Running as root on a Debian-like system, so doing it: apt-get ${args.join(' ')}`,
    () => run('apt-get', args, { env, quiet: true }),
  );
  if (code !== 0) throw new Trouble(`That did not work:\n${output.trim().split('\n').slice(-6).join('\n')}`);
}

async function knownPackages(packages) {
  const { output } = await run('apt-cache', ['pkgnames', 'lib'], { quiet: true });
  const wanted = new Set(packages.map((name) => `${name}t64`));
  return output.split('\n').filter((name) => wanted.has(name));
}
