/**
 * `npm test`: from a fresh clone to the tests' last line. Sets up what they need (packages, a build, Electron,
 * Chromium, a display of their own), then runs them. `--heavy`: the long runs instead; `--e2e`: only those that start
 * the app; `--setup-only`: no tests, but all that they need.
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

async function main() {
  const args = process.argv.slice(2);
  const root = resolve(import.meta.dirname, '..');
  const projects = args.includes('--heavy') ? ['heavy'] : args.includes('--e2e') ? ['e2e'] : ['unit', 'e2e'];
  const startsTheApp = projects.includes('e2e');
  await inTurn(root, async () => {
    await installPackages(root);
    if (!startsTheApp) return;
    await installTools();
    await bundle(root);
    const electron = await findElectron(root);
    await ensureLibraries(electron.path);
  });
  if (args.includes('--setup-only')) return say('Everything that the tests need is here.');
  const display = startsTheApp && process.platform === 'linux' ? await startXvfb() : null;
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const selected = projects.flatMap((name) => ['--project', name]);
  const { code } = await run(
    projectNode(root),
    [vitest, 'run', ...selected, ...args.filter((arg) => !arg.startsWith('--'))],
    {
      cwd: root,
      env: display === null ? {} : { DISPLAY: display.display },
    },
  );
  display?.stop();
  process.exit(code);
}

async function installTools() {
  if (process.platform !== 'linux') return;
  const missing = Object.entries(TOOLS)
    .filter(([file]) => !existsSync(file))
    .map(([, name]) => name);
  if (missing.length === 0) return;
  say(`The end-to-end tests need ${missing.join(' and ')}.`);
  await installDebian([...missing, ...ELECTRON_PACKAGES]);
}

main().catch(endWith);
