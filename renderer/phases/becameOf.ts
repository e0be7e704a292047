/** What became of what one person wrote: for their eyes only. */
import type { Lineage } from '../../shared/ideas/lineage.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { Decision, JamSnapshot, Outcome } from '../../shared/model/snapshot.ts';

export interface Became {
  readonly idea: IdeaId;
  /** Ideas of others that grew from it. */
  readonly grew: number;
  /** The nearest decision it led to: about itself, or about what grew from it. */
  readonly led: { readonly idea: IdeaId; readonly outcome: Outcome; readonly reason: string } | null;
}

/** Those that led somewhere first, then those that others built on. */
export function becameOf(
  { ideas }: Pick<JamSnapshot, 'ideas'>,
  lineage: Lineage,
  decisions: ReadonlyMap<IdeaId, Decision>,
  member: MemberId,
): readonly Became[] {
  const mine = [...ideas.values()].filter(({ born, bin }) => born.author === member && !bin);
  return mine
    .map(({ id }) => {
      const grown = nearestFirst(id, lineage);
      const decided = [id, ...grown].find((one) => decisions.get(one)?.outcome != null);
      const decision = decided === undefined ? undefined : decisions.get(decided);
      const others = grown.filter((one) => {
        const idea = ideas.get(one);
        return idea !== undefined && !idea.bin && idea.born.author !== member;
      });
      const led =
        decided === undefined || decision?.outcome == null
          ? null
          : { idea: decided, outcome: decision.outcome, reason: decision.reason };
      return { idea: id, grew: others.length, led };
    })
    .sort((a, b) => Number(b.led !== null) - Number(a.led !== null) || b.grew - a.grew);
}

function nearestFirst(idea: IdeaId, lineage: Lineage): IdeaId[] {
  const found: IdeaId[] = [];
  const seen = new Set([idea]);
  let ring = [idea];
  while (ring.length > 0) {
    ring = ring.flatMap((one) => lineage.children(one)).filter((one) => !seen.has(one) && seen.add(one));
    found.push(...ring);
  }
  return found;
}
