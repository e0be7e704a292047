import type { Context } from '../util/context.ts';

/**
 * The same context with a clock that never goes back. A wall clock is set, by hand or by the network that is back at
 * last: silences measured with it would last for hours. This one then goes on from where it was.
 */
export function createSteadyContext(context: Context): Context {
  let last = context.now();
  let shift = 0;
  return {
    now() {
      const wall = context.now();
      shift += Math.max(0, last - wall);
      last = wall;
      return wall + shift;
    },
    randomBytes: (n) => context.randomBytes(n),
    newId: () => context.newId(),
  };
}
