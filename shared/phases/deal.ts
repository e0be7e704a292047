/** Who gets which sheet in a round of a rotation. */
import type { IdeaId, MemberId } from '../model/ids.ts';
import { shuffle } from './shuffle.ts';

export interface DealInput {
  readonly roster: readonly MemberId[];
  /** Sheets that may be dealt, and whose they are. */
  readonly sheets: readonly { readonly idea: IdeaId; readonly author: MemberId }[];
  /** What each seat was dealt in the rounds before. */
  readonly had: ReadonlyMap<MemberId, ReadonlySet<IdeaId>>;
  /** How often each sheet was riffed on already. */
  readonly riffs: ReadonlyMap<IdeaId, number>;
  readonly seed: string;
  /** How many sheets a seat gets: the first, and those for who is early. */
  readonly each: number;
}

/**
 * Never one's own, never one that one had, those with the fewest riffs first, and each sheet to as few seats as
 * possible at a time: in the first sheets of a round no two seats hold the same one while others lie untouched.
 * A seat for which nothing is left gets nothing.
 */
export function dealSheets({ roster, sheets, had, riffs, seed, each }: DealInput): Map<MemberId, IdeaId[]> {
  const seats = shuffle(roster, `${seed}:seats`, (member) => member);
  const pile = shuffle(sheets, `${seed}:sheets`, ({ idea }) => idea);
  const held = new Map<IdeaId, number>();
  const dealt = new Map<MemberId, IdeaId[]>(seats.map((member) => [member, []]));
  const weight = (idea: IdeaId): number => (held.get(idea) ?? 0) * 1_000 + (riffs.get(idea) ?? 0);
  for (let turn = 0; turn < each; turn++) {
    // Who has least to choose from chooses first, or their only sheet would be gone.
    const open = seats
      .map((member) => ({
        member,
        options: pile.filter(({ idea, author }) => mayHold(member, idea, author)),
      }))
      .sort((a, b) => a.options.length - b.options.length);
    for (const { member, options } of open) {
      const best = options.reduce<(typeof options)[number] | null>(
        (least, one) => (least === null || weight(one.idea) < weight(least.idea) ? one : least),
        null,
      );
      if (best === null) continue;
      dealt.get(member)?.push(best.idea);
      held.set(best.idea, (held.get(best.idea) ?? 0) + 1);
    }
  }
  return dealt;

  function mayHold(member: MemberId, idea: IdeaId, author: MemberId): boolean {
    return (
      author !== member && had.get(member)?.has(idea) !== true && dealt.get(member)?.includes(idea) !== true
    );
  }
}
