/**
 * Dialogs for end-to-end tests (`RIFFROOM_E2E=1` only): nothing appears; answers come from queues that a driver fills
 * through `globalThis.__riffroomE2E` in the main process. An empty queue is a cancelled dialog.
 */
import type { Dialogs } from './dialogs.ts';

export interface TestDesk {
  /** Paths that the next open and save dialogs answer with, first first. */
  readonly open: string[];
  readonly save: string[];
  /** What was asked for meanwhile. */
  readonly asked: string[];
  readonly visited: string[];
  readonly said: string[];
}

export function createTestDialogs(world: { __riffroomE2E?: TestDesk }): Dialogs {
  const desk: TestDesk = { open: [], save: [], asked: [], visited: [], said: [] };
  world.__riffroomE2E = desk;
  return {
    async chooseFile() {
      desk.asked.push('open');
      return desk.open.shift() ?? null;
    },
    async chooseTarget(_window, name) {
      desk.asked.push(`save ${name}`);
      return desk.save.shift() ?? null;
    },
    async visit(_window, address) {
      desk.visited.push(address);
    },
    say(sentence) {
      desk.said.push(sentence);
    },
  };
}
