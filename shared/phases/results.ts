/** What a closed vote may show. Numbers from six voters on; below that a number could point at a person. */
import type { Close } from '../model/course.ts';
import type { IdeaId } from '../model/ids.ts';
import { sumDots } from './tally.ts';

export const LEAST_VOTERS_FOR_NUMBERS = 6;

/** Thirds of the most that an idea got. */
export const RESULT_BANDS = ['most', 'middle', 'fewest'] as const;
export type ResultBand = (typeof RESULT_BANDS)[number];

/** As a heading says them. */
export const BAND_TITLES: Readonly<Record<ResultBand, string>> = {
  most: 'Most dots',
  middle: 'In the middle',
  fewest: 'Fewest dots',
};

export interface IdeaResult {
  readonly idea: IdeaId;
  readonly band: ResultBand;
  /** null where only the bands are shown. */
  readonly numbers: {
    readonly dots: number;
    /** How many people gave none, one, two, three ... */
    readonly people: readonly number[];
  } | null;
}

/** By band; inside a band by dots where these are shown, otherwise by id, which says nothing. */
export function readResults(close: Pick<Close, 'totals' | 'voters'>): readonly IdeaResult[] {
  const sums = [...close.totals].map(([idea, spread]) => ({ idea, spread, dots: sumDots(spread) }));
  const most = sums.reduce((top, { dots }) => Math.max(top, dots), 0);
  const open = close.voters >= LEAST_VOTERS_FOR_NUMBERS;
  const rank = ({ dots }: (typeof sums)[number]): number =>
    open ? -dots : RESULT_BANDS.indexOf(bandOf(dots, most));
  return sums
    .sort((a, b) => rank(a) - rank(b) || (a.idea < b.idea ? -1 : 1))
    .map(({ idea, spread, dots }) => ({
      idea,
      band: bandOf(dots, most),
      numbers: open ? { dots, people: [Math.max(0, close.voters - sum(spread)), ...spread] } : null,
    }));
}

function bandOf(dots: number, most: number): ResultBand {
  if (3 * dots > 2 * most) return 'most';
  return 3 * dots > most ? 'middle' : 'fewest';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
