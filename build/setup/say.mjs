/** One line about what happens now, on standard output. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Says what happens while it happens: the line, then every five seconds how long it has taken, so that nobody thinks it
 * has stopped.
 * @template T
 * @param {string} line
 * @param {() => Promise<T>} task
 * @param {() => string} [detail] how far it is, as words
 * @returns {Promise<T>}
 */
export async function sayWhile(line, task, detail = () => '') {
  say(`${line} ...`);
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const timer = setInterval(() => say(`  ... ${[seconds(), detail()].filter(Boolean).join(', ')}`), 5_000);
  try {
    return await task();
  } finally {
    clearInterval(timer);
    if (Date.now() - began > 5_000) say(`  done in ${seconds()}`);
  }
}

/** A sentence for a person instead of a stack: what went wrong and what to do. */
export class Trouble extends Error {}

/** Ends the process with the trouble's sentence; anything else keeps its stack, for it is a mistake in the program. */
export function endWith(error) {
  process.stderr.write(`${error instanceof Trouble ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
