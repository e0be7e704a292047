/**
 * A jam's card as it is accepted, from a renderer or from disk. Tolerant in size (a long title is cut, not refused),
 * strict in form. Always a fresh object.
 */
import * as v from 'valibot';
import { lastInstant } from '../util/lastInstant.ts';
import { jamIdSchema } from './jamIdSchema.ts';
import type { JamCard } from './shell.ts';

const cut = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );
const time = v.pipe(
  v.number(),
  v.finite(),
  v.transform((at) => Math.min(lastInstant, Math.max(-lastInstant, at))),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const cell = v.pipe(v.number(), v.finite(), v.minValue(-100_000), v.maxValue(100_000));
const share = v.pipe(
  v.number(),
  v.transform((n) => Math.min(1, Math.max(0, Number.isFinite(n) ? n : 0))),
);

const tree = v.pipe(
  v.array(v.tuple([cell, cell, cell])),
  v.transform((sheets) => sheets.slice(0, 40)),
);

export const cardSchema: v.GenericSchema<unknown, JamCard> = v.object({
  jam: jamIdSchema,
  title: cut(400),
  challenge: cut(4000),
  created: time,
  changed: time,
  people: count,
  ideas: count,
  promoted: count,
  sample: v.boolean(),
  trees: v.pipe(
    v.array(tree),
    v.transform((trees) => trees.slice(0, 12)),
  ),
  signature: v.pipe(
    v.array(share),
    v.transform((slots) => slots.slice(0, 48)),
  ),
  binned: v.nullable(time),
});

/** What the library shows of a jam whose card is lost; opening the jam writes a proper one. */
export function createBareCard(jam: string, changed: number): JamCard {
  return {
    jam,
    title: 'A jam without its card',
    challenge: '',
    created: changed,
    changed,
    people: 0,
    ideas: 0,
    promoted: 0,
    sample: false,
    trees: [],
    signature: [],
    binned: null,
  };
}
