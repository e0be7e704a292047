/**
 * `npm start`: from a fresh clone to an open window, or, without a display, to the address of the browser edition.
 * Plain JavaScript without dependencies, for it runs before anything is installed, on Node 20.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './setup/bundle.mjs';
import { hasDisplay } from './setup/display.mjs';
import { findElectron } from './setup/electronBinary.mjs';
import { installPackages, projectNode } from './setup/install.mjs';
import { launchElectron, launchServer } from './setup/launch.mjs';
import { ensureLibraries } from './setup/libraries.mjs';
import { endWith, say } from './setup/say.mjs';

const HELP = `Riffroom: innovation jams, local first.

  npm start                       open Riffroom
  npm start -- FILE               open a .riffjam, or import a .canvas, .md, .csv, .tsv or .txt
  npm start -- riffroom://...     open an invite
  npm start -- --profile DIR      keep jams and settings in DIR (a second library on one machine)
  npm start -- --browser          serve it to a browser on this machine, as is done without a display
  npm start -- --help             this page
`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      profile: { type: 'string' },
      browser: { type: 'boolean' },
    },
  });
  if (values.help) return say(HELP);
  const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
  const passed = [
    ...(values.profile ? ['--profile', resolve(values.profile)] : []),
    ...positionals.map(absolute),
  ];
  const windowed = !values.browser && hasDisplay();
  if (!windowed && !values.browser)
    say('There is no display here, so Riffroom is served to a browser on this machine.');

  await installPackages(root);
  await bundle(root);
  if (!windowed) process.exit(await launchServer(root, projectNode(root), passed));
  const electron = await findElectron(root);
  await ensureLibraries(electron.path);
  process.exit(await launchElectron(root, electron, passed));
}

/** npm changes into the project's folder; INIT_CWD is where the person stood. */
function absolute(argument) {
  return /^[a-z][a-z0-9+.-]+:/i.test(argument) ? argument : resolve(process.env.INIT_CWD ?? '.', argument);
}

main().catch(endWith);
