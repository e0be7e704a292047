/** Bundles the rooms into out/ when a source has changed since the last bundle. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode } from './install.mjs';
import { run } from './run.mjs';
import { sayWhile, Trouble } from './say.mjs';

const SOURCES = ['shared', 'electron', 'renderer', 'build/bundle.ts', 'package-lock.json', 'package.json'];

export async function bundle(root) {
  const stamp = join(root, 'out', '.built');
  const newest = String(Math.max(...SOURCES.map((source) => newestIn(join(root, source)))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === newest) return;
  const { code, output } = await sayWhile('Building', () =>
    run(projectNode(root), [join(root, 'build', 'bundle.ts')], {
      cwd: root,
      env: { NODE_ENV: 'production' },
      quiet: true,
    }),
  );
  if (code !== 0) throw new Trouble(`The build failed:\n${output.trim()}`);
  writeFileSync(stamp, newest);
}

/** A folder's own time changes when a file in it comes or goes. */
function newestIn(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
