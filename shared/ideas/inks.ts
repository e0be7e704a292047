/** Which ink a tree is printed in. */
import { INKS, type Ink } from '../model/layout.ts';
import { letterNumber } from './labels.ts';

/**
 * By the root's letter: A sun, B sky, C leaf ... G sun again. So a tree keeps its ink whatever is added or binned
 * elsewhere, and the letters say the same as the colours.
 */
export function inkOfLabel(rootLabel: string): Ink {
  const letters = /^[A-Z]+/.exec(rootLabel)?.[0];
  const n = letters === undefined ? 1 : letterNumber(letters);
  return INKS[(n - 1) % INKS.length] as Ink;
}
