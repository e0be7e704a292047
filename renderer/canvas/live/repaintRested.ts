/** A pointer at rest changes its flag as time passes, when nothing else asks for a frame. */
import type { Pointers } from '../../session/room/pointers.ts';
import { RESTS } from './paintPointer.ts';

/** A little later than the moment itself, ms. */
const slack = 50;

/** @returns the function that stops */
export function repaintRested(pointers: Pick<Pointers, 'subscribe'>, ask: () => void): () => void {
  let timers: readonly ReturnType<typeof setTimeout>[] = [];
  const clear = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  const stop = pointers.subscribe(() => {
    clear();
    timers = Object.values(RESTS).map((rested) => setTimeout(ask, rested + slack));
  });
  return () => {
    stop();
    clear();
  };
}
