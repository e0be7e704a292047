/** How many are done, in words that point at nobody. */
export const TURNOUTS = ['few', 'half', 'most', 'all'] as const;
export type Turnout = (typeof TURNOUTS)[number];

/** As one says it of a vote. */
export const TURNOUT_WORDS: Readonly<Record<Turnout, string>> = {
  few: 'Few are done',
  half: 'Half are done',
  most: 'Most are done',
  all: 'All are done',
};

/** 'few' also where nobody is; of two people neither 'half' nor 'most' hides anybody, so there it is 'few' or 'all'. */
export function turnoutOf(done: number, people: number): Turnout {
  if (people > 0 && done >= people) return 'all';
  if (people < 3) return 'few';
  const share = done / people;
  if (share >= 0.65) return 'most';
  return share >= 0.4 ? 'half' : 'few';
}
