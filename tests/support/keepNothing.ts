import type { KeptPrivately } from '../../renderer/session/course/privateStore.ts';
import { NOTHING_PRIVATE } from '../../shared/conduct/privatePart.ts';

/** What is private, for as long as the test runs. */
export function keepNothing(): KeptPrivately {
  let part = NOTHING_PRIVATE;
  return {
    get: () => part,
    set: (next) => {
      part = next;
    },
    flush: async () => undefined,
  };
}
