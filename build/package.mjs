/**
 * `npm run package -- --linux dir` (or `--mac`, `--win`, any target of electron-builder's): what people install, in
 * dist/. Says so when it holds the older Electron of `setup/electronFallback.mjs`, which must not be shipped.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from './setup/bundle.mjs';
import { findElectron } from './setup/electronBinary.mjs';
import { installPackages, projectNode } from './setup/install.mjs';
import { run } from './setup/run.mjs';
import { endWith, say, Trouble } from './setup/say.mjs';

async function main() {
  const root = resolve(import.meta.dirname, '..');
  const args = process.argv.slice(2);
  await installPackages(root);
  await bundle(root);
  const electron = await findElectron(root);
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const config = electron.fallback ? fallbackSettings(root, electron.version) : [];
  const env = { ...sevenZip(), ELECTRON_BUILDER_DISABLE_UPDATE_CHECK: '1' };
  const { code } = await run(projectNode(root), [builder, ...args, ...config], { cwd: root, env });
  if (code !== 0) throw new Trouble('Packaging failed; the lines above say where.');
  say('What was packaged is in dist/.');
  if (electron.fallback) {
    say(
      `It holds Electron ${electron.version}, an older build that was at hand where Electron's own could not be downloaded. ` +
        'It is for development and tests. Do not ship it: package again where github.com can be reached.',
    );
  }
}

/** Only for the fallback: electron-builder fetches the real one by itself. */
function fallbackSettings(root, version) {
  return [
    `-c.electronDist=${join(root, 'node_modules', 'electron', 'dist')}`,
    `-c.electronVersion=${version}`,
  ];
}

/** tar.gz and zip are made with 7-Zip, which electron-builder downloads unless it is told of the system's. */
function sevenZip(program = '/usr/bin/7za') {
  return existsSync(program) ? { ELECTRON_BUILDER_7ZIP_PATH: program } : {};
}

main().catch(endWith);
