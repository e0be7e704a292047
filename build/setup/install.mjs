/** Installs the locked packages when they are missing or belong to another lock file. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { sayWhile, Trouble } from './say.mjs';

const STAMP = '.riffroom-lock';

export async function installPackages(root) {
  if (isInstalled(root)) return;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await sayWhile('Installing the packages that Riffroom is built from, once', () =>
    run('npm', args, { cwd: root, quiet: true }),
  );
  if (code !== 0) {
    const last = output.trim().split('\n').slice(-8).join('\n');
    throw new Trouble(`npm could not install the packages. Is the npm registry reachable?\n${last}`);
  }
  writeFileSync(join(root, 'node_modules', STAMP), lockHash(root));
}

export function isInstalled(root) {
  const stamp = join(root, 'node_modules', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root);
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** The Node that runs TypeScript: the project's own on Linux x64, elsewhere the machine's, if it is new enough. */
export function projectNode(root, version = process.versions.node) {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (isNewEnough(version)) return process.execPath;
  throw new Trouble(
    `Riffroom is built with Node 22.18 or newer; this is ${version}. Install a newer one from nodejs.org.`,
  );
}

/** Node runs TypeScript files without a flag from 22.18 on. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
