/** One line about what happens now, on standard output. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A sentence for a person instead of a stack: what went wrong and what to do. */
export class Trouble extends Error {}

/** Ends the process with the trouble's sentence; anything else keeps its stack, for it is a mistake in the program. */
export function endWith(error) {
  process.stderr.write(`${error instanceof Trouble ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
