/**
 * `npm start`: from a fresh clone to an open window, or, without a display, to the address of the browser edition.
 * Plain JavaScript without dependencies, for it runs before anything is installed, on Node 20.
 */
import { resolve } from 'node:path';
import { bundle } from './setup/bundle.mjs';
import { hasDisplay } from './setup/display.mjs';
import { findElectron } from './setup/electronBinary.mjs';
import { installPackages, projectNode } from './setup/install.mjs';
import { launchElectron, launchServer } from './setup/launch.mjs';
import { ensureLibraries } from './setup/libraries.mjs';
import { HELP, readOptions } from './setup/options.mjs';
import { ensureSandbox } from './setup/sandbox.mjs';
import { endWith, say } from './setup/say.mjs';
import { inTurn } from './setup/turn.mjs';

async function main() {
  const asked = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (asked.help) return say(HELP);
  const root = resolve(import.meta.dirname, '..');
  const windowed = !asked.browser && hasDisplay();
  if (!windowed && !asked.browser) {
    say('There is no display here, so Riffroom is served to a browser on this machine.');
  }

  const electron = await inTurn(root, async () => {
    await installPackages(root);
    await bundle(root);
    return windowed ? findElectron(root) : null;
  });
  if (electron === null) process.exit(await launchServer(root, projectNode(root), asked.passed));
  await ensureLibraries(electron.path);
  ensureSandbox(electron.path);
  process.exit(await launchElectron(root, electron, asked.passed));
}

main().catch(endWith);
