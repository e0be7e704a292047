/** Tells a guest that the host has closed the door: what is kept, and how to keep it for good. */
import type { SessionRoom } from './sessionRoom.ts';

const KEPT =
  'The host has closed the door: all of this stays in this browser for now, and a copy as a file keeps it for good.';
const UNSEEN =
  'The host has closed the door before your latest work was there: it is in this browser alone, so keep a copy as a file.';
const NOTHING_YET =
  'The host has closed the door to this jam: ask them to open it, then open the link again.';

/**
 * `say`: with `keep` a copy is offered beside the sentence. `unsay` when the door is open again.
 * @returns the function that stops telling
 */
export function tellClosed(
  { store, isWaiting }: Pick<SessionRoom, 'store' | 'isWaiting'>,
  say: (sentence: string, keep: boolean) => void,
  unsay: (sentences: readonly string[]) => void,
): () => void {
  return store.subscribe((now, before) => {
    if (now.hub === before.hub) return;
    if (now.hub === 'open') unsay([KEPT, UNSEEN, NOTHING_YET]);
    if (now.hub !== 'closed') return;
    const waiting = isWaiting();
    say(waiting ? NOTHING_YET : now.handedOn ? KEPT : UNSEEN, !waiting);
  });
}
