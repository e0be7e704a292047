/** What became of what one person wrote: for their eyes only. */
import type { Lineage } from '../../shared/ideas/lineage.ts';
import type { IdeaId, MemberId } from '../../shared/model/ids.ts';
import type { Decision, JamSnapshot, Outcome } from '../../shared/model/snapshot.ts';
import { standsFor } from '../../shared/phases/nominees.ts';
import { sayCount } from '../ui/counts.ts';
import { outcomeDone } from '../ui/outcomes.ts';

export interface Became {
  readonly idea: IdeaId;
  /** What it was put together with before a vote; itself otherwise. */
  readonly under: IdeaId;
  /** Ideas of others that grew from it. */
  readonly grew: number;
  /** The nearest decision it led to: about itself, or about what grew from it. */
  readonly led: { readonly idea: IdeaId; readonly outcome: Outcome; readonly reason: string } | null;
  /** While nothing is decided: the nearest that stood in a vote, itself or what grew from it. */
  readonly stood: IdeaId | null;
}

/** Those that led somewhere first, then those that stood in a vote, then those that others built on. */
export function becameOf(
  { ideas, course }: Pick<JamSnapshot, 'ideas' | 'course'>,
  lineage: Lineage,
  decisions: ReadonlyMap<IdeaId, Decision>,
  member: MemberId,
): readonly Became[] {
  const root = standsFor(course.merges.values());
  const voted = new Set([...course.runs.values()].flatMap(({ kind, list }) => (kind === 'vote' ? list : [])));
  const mine = [...ideas.values()].filter(({ born, bin }) => born.author === member && !bin);
  return mine
    .map(({ id }) => {
      const grown = nearestFirst(id, lineage);
      // What was put together with another stands under that.
      const stands = [id, ...grown].map(root);
      const decided = stands.find((one) => decisions.get(one)?.outcome != null);
      const decision = decided === undefined ? undefined : decisions.get(decided);
      const others = grown.filter((one) => {
        const idea = ideas.get(one);
        return idea !== undefined && !idea.bin && idea.born.author !== member;
      });
      const led =
        decided === undefined || decision?.outcome == null
          ? null
          : { idea: decided, outcome: decision.outcome, reason: decision.reason };
      const stood = led === null ? (stands.find((one) => voted.has(one)) ?? null) : null;
      return { idea: id, under: root(id), grew: others.length, led, stood };
    })
    .sort((a, b) => rank(a) - rank(b) || b.grew - a.grew);
}

function rank({ led, stood }: Became): number {
  return led !== null ? 0 : stood !== null ? 1 : 2;
}

/** The same in words; `label`: call numbers. */
export function sayBecame(
  { idea, under, grew, led, stood }: Became,
  label: (idea: IdeaId) => string,
): string {
  const by = (other: IdeaId): string =>
    other === idea ? '' : `${other === under ? 'Put together with' : 'Led to'} ${label(other)}. `;
  if (led !== null) return `${by(led.idea)}${outcomeDone(led.outcome)}: ${led.reason}`;
  const more = grew > 0 ? `${sayCount(grew, 'idea')} of others grew from it.` : '';
  if (stood !== null) return `${by(stood)}Stood in the vote; not decided yet. ${more}`.trim();
  return more || 'It stays on the board and in the record, for the next round.';
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
