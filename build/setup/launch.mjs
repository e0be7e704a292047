/** Starts what was built: Electron with a window, or the browser edition under plain Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { filterNoise } from './noise.mjs';
import { say } from './say.mjs';

/** @returns {Promise<number>} the exit code */
export function launchElectron(root, electron, args) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say(
      "Running as root, where Chromium's sandbox cannot work: starting without it. Better use an ordinary account.",
    );
  }
  return stayWith(electron.path, [...(isRoot ? ['--no-sandbox'] : []), root, ...args]);
}

/** @returns {Promise<number>} the exit code */
export function launchServer(root, node, args) {
  return stayWith(node, [join(root, 'out', 'main', 'serve.js'), ...args]);
}

/**
 * The child stands in a process group of its own and is asked to end exactly once: a second signal would kill it before
 * it has kept everything. (Ctrl+C would reach it from the terminal and from npm, too.)
 */
function stayWith(program, args) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const errors = filterNoise((line) => process.stderr.write(`${line}\n`));
  child.stderr.setEncoding('utf8').on('data', errors.push).on('end', errors.end);
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!asked) child.kill('SIGTERM');
      asked = true;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(failed(`Riffroom could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (asked) return resolve(0);
      if (signal !== null) return resolve(failed(`Riffroom ended by itself (${signal}).`));
      return resolve(code ?? 1);
    });
  });
}

function failed(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
