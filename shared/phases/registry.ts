/** All phase kinds, in the order that a menu offers them. One kind is one file and one line here. */
import { brief } from './kinds/brief.ts';
import { checkout } from './kinds/checkout.ts';
import { decide } from './kinds/decide.ts';
import { free } from './kinds/free.ts';
import { fresh } from './kinds/fresh.ts';
import { nominate } from './kinds/nominate.ts';
import { reveal } from './kinds/reveal.ts';
import { riff } from './kinds/riff.ts';
import { rotate } from './kinds/rotate.ts';
import { solo } from './kinds/solo.ts';
import { vote } from './kinds/vote.ts';
import type { PhaseKind } from './phaseKind.ts';

export const PHASE_KINDS: readonly PhaseKind[] = [
  brief,
  solo,
  reveal,
  rotate,
  riff,
  fresh,
  nominate,
  vote,
  decide,
  checkout,
  free,
];

const byName: ReadonlyMap<string, PhaseKind> = new Map(PHASE_KINDS.map((kind) => [kind.name, kind]));

/** The kind of that name; one that this version does not know is played as an open board. */
export function kindNamed(name: string): PhaseKind {
  return byName.get(name) ?? free;
}
