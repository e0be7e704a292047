/** Counting a vote. Whoever holds the key opens the ballots; what may count is decided here. */
import type { Ballot, PhaseOptions, Run } from '../model/course.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';

/** Dots by idea, as a seat placed them. */
export type Dots = ReadonlyMap<IdeaId, number>;

export interface Tally {
  readonly counted: readonly string[];
  readonly totals: ReadonlyMap<IdeaId, readonly number[]>;
  readonly voters: number;
}

/** Why these dots can't be placed, in a sentence, or null. */
export function refuseDots(
  dots: Dots,
  list: readonly IdeaId[],
  options: Pick<PhaseOptions, 'dots' | 'cap'>,
): string | null {
  let sum = 0;
  for (const [idea, count] of dots) {
    if (!list.includes(idea)) return 'That idea is not on the list of this vote.';
    if (!Number.isInteger(count) || count < 0) return 'A dot can’t be cut in two.';
    if (count > options.cap) return `At most ${options.cap} dots may lie on one idea.`;
    sum += count;
  }
  return sum > options.dots ? `You have ${options.dots} dots: take one back first.` : null;
}

/**
 * One ballot a person: of several (more devices, more thoughts) the latest by lamport, then key. Dots on what is not on the
 * list, or in the bin by now, fall away; a ballot that is over its budget doesn't count at all. Ballots that nobody could
 * open (`open` gives null) are not counted.
 */
export function countBallots(
  run: Run,
  ballots: readonly Ballot[],
  open: (ballot: Ballot) => Dots | null,
  isThere: (idea: IdeaId) => boolean,
): Tally {
  const latest = new Map<MemberId, Ballot>();
  for (const ballot of ballots) {
    const other = latest.get(ballot.by);
    if (other === undefined || isLater(ballot, other)) latest.set(ballot.by, ballot);
  }
  const counted: string[] = [];
  const totals = new Map<IdeaId, number[]>(
    run.list.filter(isThere).map((idea) => [idea, Array.from({ length: run.options.cap }, () => 0)]),
  );
  let voters = 0;
  for (const ballot of [...latest.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const dots = open(ballot);
    if (dots === null || refuseDots(dots, run.list, run.options) !== null) continue;
    counted.push(ballot.key);
    if ([...dots.values()].some((count) => count > 0)) voters++;
    for (const [idea, count] of dots) {
      const spread = totals.get(idea);
      if (spread !== undefined && count > 0) spread[count - 1] = (spread[count - 1] ?? 0) + 1;
    }
  }
  return { counted, totals, voters };
}

/** Dots in all, of "how many gave one, two, three". */
export function sumDots(spread: readonly number[]): number {
  return spread.reduce((sum, people, index) => sum + people * (index + 1), 0);
}

/** Below six voters a number could point at a person. */
export const LEAST_VOTERS_FOR_NUMBERS = 6;

function isLater(a: Ballot, b: Ballot): boolean {
  return a.lamport !== b.lamport ? a.lamport > b.lamport : a.key > b.key;
}
