/**
 * `npm test`: from a fresh clone to the tests' last line. Sets up what they need (packages, a build, Electron,
 * Chromium, a display of their own), then runs them. `--heavy`: the long runs and the laptops in a room instead;
 * `--e2e`: only those that start the app; `--setup-only`: no tests, but all that they need.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './setup/bundle.mjs';
import { findElectron } from './setup/electronBinary.mjs';
import { installPackages, projectNode } from './setup/install.mjs';
import { ELECTRON_PACKAGES, ensureLibraries, installDebian } from './setup/libraries.mjs';
import { run } from './setup/run.mjs';
import { endWith, say } from './setup/say.mjs';
import { inTurn } from './setup/turn.mjs';
import { startXvfb } from './setup/xvfb.mjs';

const TOOLS = { '/usr/bin/Xvfb': 'xvfb', '/usr/bin/chromium': 'chromium' };
/** So many of the files that start the app run at once: they mostly wait, for others to come, to go, to be heard of. */
const displayCount = 2;
const ROOM_TOOLS = { ...TOOLS, '/sbin/ip': 'iproute2', '/usr/bin/firefox-esr': 'firefox-esr' };
/** Only root divides a network; for anybody else those tests are skipped, and nothing is fetched for them. */
const mayMakeRooms = process.platform === 'linux' && process.getuid?.() === 0;

async function main() {
  const args = process.argv.slice(2);
  const root = resolve(import.meta.dirname, '..');
  const projects = args.includes('--heavy')
    ? ['heavy', 'lan']
    : args.includes('--e2e')
      ? ['e2e']
      : ['unit', 'e2e'];
  const makesRooms = projects.includes('lan') && mayMakeRooms;
  const startsTheApp = projects.includes('e2e') || projects.includes('heavy');
  await inTurn(root, async () => {
    await installPackages(root);
    if (!startsTheApp) return;
    await installTools(makesRooms ? ROOM_TOOLS : TOOLS);
    await bundle(root);
    const electron = await findElectron(root);
    await ensureLibraries(electron.path);
  });
  if (args.includes('--setup-only')) return say('Everything that the tests need is here.');
  const displays =
    startsTheApp && process.platform === 'linux'
      ? await Promise.all(Array.from({ length: displayCount }, () => startXvfb()))
      : [];
  const names = displays.map(({ display }) => display);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const selected = projects.flatMap((name) => ['--project', name]);
  const { code } = await run(
    projectNode(root),
    [vitest, 'run', ...selected, ...args.filter((arg) => !arg.startsWith('--'))],
    {
      cwd: root,
      env: names.length === 0 ? {} : { DISPLAY: names[0], RIFFROOM_DISPLAYS: names.join(' ') },
    },
  );
  for (const { stop } of displays) stop();
  process.exit(code);
}

async function installTools(tools) {
  if (process.platform !== 'linux') return;
  const missing = Object.entries(tools)
    .filter(([file]) => !existsSync(file))
    .map(([, name]) => name);
  if (missing.length === 0) return;
  say(`These tests need ${missing.join(' and ')}.`);
  await installDebian([...missing, ...ELECTRON_PACKAGES]);
}

main().catch(endWith);
