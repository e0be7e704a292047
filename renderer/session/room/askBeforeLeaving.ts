/** A guest's browser asks before the page goes while something is nowhere else; what to do then is said on the page. */
import type { RoomStore } from '../../stores/roomStore.ts';

const sentence =
  'Nobody else has your latest work yet, and this browser may not keep it. Save a copy before you close the page.';

/** @returns the function that stops asking */
export function askBeforeLeaving(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
  room: RoomStore,
  say: (sentence: string) => void,
): () => void {
  const onLeaving = (event: Event): void => {
    if (room.getState().handedOn) return;
    event.preventDefault();
    // Whoever stays reads it.
    say(sentence);
  };
  page.addEventListener('beforeunload', onLeaving);
  return () => page.removeEventListener('beforeunload', onLeaving);
}
