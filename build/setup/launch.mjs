/** Starts what was built: Electron with a window, or the browser edition under plain Node. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { say } from './say.mjs';

/** What Chromium says on every start of a machine without a GPU, a session bus or a keyring, and that helps nobody. */
const NOISE =
  /dbus|gpu|vulkan|gles|angle|viz|vaapi|ozone|gbm|dri3|network_service|ssl_client|handshake failed|devtools listening|gcm|google_apis|libva|sandbox_linux|object_proxy|^$/i;

export function isNoise(line) {
  return /^\[[\d:/.,]+:(ERROR|WARNING|INFO)/.test(line) && NOISE.test(line);
}

/** @returns {Promise<number>} the exit code */
export function launchElectron(root, electron, args) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    say(
      "Running as root, where Chromium's sandbox cannot work: starting without it. Better use an ordinary account.",
    );
  return stayWith(electron.path, [...(isRoot ? ['--no-sandbox'] : []), root, ...args]);
}

export function launchServer(root, node, args) {
  return stayWith(node, [join(root, 'out', 'main', 'serve.js'), ...args]);
}

function stayWith(program, args) {
  const child = spawn(program, args, {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let rest = '';
  child.stderr.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!isNoise(line)) process.stderr.write(`${line}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 0))),
  );
}
