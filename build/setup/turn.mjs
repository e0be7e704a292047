/**
 * One set-up at a time in one clone: `npm start` and `npm test` begun together would install over each other. A folder
 * is the turn, for making one either works or fails; a turn whose process has died is nobody's.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from './say.mjs';

const NAME = '.setting-up';
const LOOK_EVERY = 500;

/**
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function inTurn(root, task) {
  const place = join(root, NAME);
  if (!take(place)) {
    await sayWhile(
      `Riffroom is being set up here by another command; waiting for it (if there is none, delete ${NAME})`,
      async () => {
        while (!take(place)) await new Promise((done) => setTimeout(done, LOOK_EVERY));
      },
    );
  }
  const letGo = () => rmSync(place, { recursive: true, force: true });
  process.once('exit', letGo);
  try {
    return await task();
  } finally {
    process.off('exit', letGo);
    letGo();
  }
}

function take(place) {
  try {
    mkdirSync(place);
    writeFileSync(join(place, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error?.code !== 'EEXIST') throw error;
    if (!isDead(place)) return false;
    rmSync(place, { recursive: true, force: true });
    return take(place);
  }
}

/** Just taken, it has no name yet: that is not dead. */
function isDead(place) {
  try {
    const pid = Number(readFileSync(join(place, 'pid'), 'utf8'));
    if (!(pid > 0)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error?.code === 'ESRCH';
  }
}
