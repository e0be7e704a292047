/** Counting a vote. Whoever holds the key opens the ballots; what may count is decided here. */
import type { Ballot, Close, PhaseOptions, Run } from '../model/course.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';

/** Dots by idea, as a seat placed them. */
export type Dots = ReadonlyMap<IdeaId, number>;

/** A seat's dots, and when they were placed last: a lamport of the log, 0 for never. */
export interface Placed {
  readonly dots: Dots;
  readonly placedAt: number;
}

export type Tally = Pick<Close, 'counted' | 'aside' | 'totals' | 'voters'>;

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
 * One ballot a person. Of each seat the latest, by lamport, then key; of a person's several devices the one on which dots
 * were placed last, so that a laptop left lying open doesn't outvote the phone in the hand. Dots on what is not on the
 * list, or in the bin by now, fall away; a ballot that is over its budget doesn't count at all. Ballots that nobody could
 * open (`open` gives null) are not counted.
 */
export function countBallots(
  run: Run,
  ballots: readonly Ballot[],
  open: (ballot: Ballot) => Placed | null,
  isThere: (idea: IdeaId) => boolean,
): Tally {
  const latest = [...latestBySeat(ballots).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const ofPerson = new Map<MemberId, { readonly ballot: Ballot; readonly placed: Placed }>();
  for (const ballot of latest) {
    const placed = open(ballot);
    if (placed === null) continue;
    const other = ofPerson.get(ballot.by);
    const later =
      other === undefined ||
      placed.placedAt > other.placed.placedAt ||
      (placed.placedAt === other.placed.placedAt && isLater(ballot, other.ballot));
    if (later) ofPerson.set(ballot.by, { ballot, placed });
  }
  const counted = new Set<string>();
  const totals = new Map<IdeaId, number[]>(
    run.list.filter(isThere).map((idea) => [idea, Array.from({ length: run.options.cap }, () => 0)]),
  );
  let voters = 0;
  for (const { ballot, placed } of ofPerson.values()) {
    if (refuseDots(placed.dots, run.list, run.options) !== null) continue;
    counted.add(ballot.key);
    if ([...placed.dots.values()].some((count) => count > 0)) voters++;
    for (const [idea, count] of placed.dots) {
      const spread = totals.get(idea);
      if (spread !== undefined && count > 0) spread[count - 1] = (spread[count - 1] ?? 0) + 1;
    }
  }
  const keys = latest.map(({ key }) => key);
  return {
    counted: keys.filter((key) => counted.has(key)),
    aside: keys.filter((key) => !counted.has(key)),
    totals,
    voters,
  };
}

/** People of whom a ballot came after the close and is not counted. `ballots`: of the run. */
export function countLate(close: Pick<Close, 'counted' | 'aside'>, ballots: readonly Ballot[]): number {
  const there = new Set([...close.counted, ...close.aside]);
  const late = [...latestBySeat(ballots).values()].filter(({ key }) => !there.has(key));
  return new Set(late.map(({ by }) => by)).size;
}

/** Dots in all, of "how many gave one, two, three". */
export function sumDots(spread: readonly number[]): number {
  return spread.reduce((sum, people, index) => sum + people * (index + 1), 0);
}

/** The latest ballot of each seat: of each person on each device. */
function latestBySeat(ballots: readonly Ballot[]): ReadonlyMap<string, Ballot> {
  const latest = new Map<string, Ballot>();
  for (const ballot of ballots) {
    const seat = JSON.stringify([ballot.by, ballot.device]);
    const other = latest.get(seat);
    if (other === undefined || isLater(ballot, other)) latest.set(seat, ballot);
  }
  return latest;
}

function isLater(a: Ballot, b: Ballot): boolean {
  return a.lamport !== b.lamport ? a.lamport > b.lamport : a.key > b.key;
}
