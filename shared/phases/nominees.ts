/** What stands on the list of a vote: nominations within their quota, duplicates put together. */
import type { CourseRecords, Merge, Nomination, Run } from '../model/course.ts';
import type { IdeaId, MemberId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';

export interface Nominee {
  readonly idea: IdeaId;
  /** Ideas that were put together with it. */
  readonly merged: readonly IdeaId[];
  /** How many people named it or one of those. */
  readonly named: number;
}

/** At most so many stand on one list: six seconds a sheet make two minutes. */
export const MOST_NOMINEES = 20;

/** Nominations that count: a person's first ones by lamport, up to the quota of the run. */
export function validNominations(records: CourseRecords, run: Run): readonly Nomination[] {
  const mine = new Map<MemberId, Nomination[]>();
  for (const nomination of records.nominations.values()) {
    if (nomination.run !== run.id || nomination.gone) continue;
    const list = mine.get(nomination.member);
    if (list === undefined) mine.set(nomination.member, [nomination]);
    else list.push(nomination);
  }
  return [...mine.values()].flatMap((list) =>
    list
      .sort((a, b) => a.lamport - b.lamport || (a.idea < b.idea ? -1 : 1))
      .slice(0, run.options.nominations),
  );
}

/** The idea that stands for this one: merges followed to their end; a circle of them ends at its smallest id. */
export function standsFor(merges: Iterable<Merge>): (idea: IdeaId) => IdeaId {
  const into = new Map<IdeaId, Merge>();
  for (const merge of merges) {
    if (merge.gone || merge.from === merge.into) continue;
    const other = into.get(merge.from);
    if (other === undefined || merge.lamport > other.lamport) into.set(merge.from, merge);
  }
  return (idea) => {
    const path = [idea];
    for (let at = into.get(idea); at !== undefined; at = into.get(at.into)) {
      const circle = path.indexOf(at.into);
      if (circle >= 0) return path.slice(circle).reduce((least, one) => (one < least ? one : least));
      path.push(at.into);
    }
    return path[path.length - 1] ?? idea;
  };
}

/** What goes to the vote: at most `MOST_NOMINEES`, those that most people named. */
export function readNominees(snapshot: JamSnapshot, records: CourseRecords, run: Run): readonly Nominee[] {
  return rankNominees(snapshot, records, run).slice(0, MOST_NOMINEES);
}

/** All that is named. Most named first, then by id: the order of the list as a record, each person sees their own shuffle. */
export function rankNominees(snapshot: JamSnapshot, records: CourseRecords, run: Run): readonly Nominee[] {
  const root = standsFor(records.merges.values());
  const people = new Map<IdeaId, Set<MemberId>>();
  const merged = new Map<IdeaId, Set<IdeaId>>();
  for (const { idea, member } of validNominations(records, run)) {
    const stands = root(idea);
    const found = snapshot.ideas.get(stands);
    if (found === undefined || found.bin) continue;
    people.set(stands, (people.get(stands) ?? new Set()).add(member));
    if (stands !== idea) merged.set(stands, (merged.get(stands) ?? new Set()).add(idea));
  }
  return [...people]
    .map(([idea, named]) => ({ idea, merged: [...(merged.get(idea) ?? [])].sort(), named: named.size }))
    .sort((a, b) => b.named - a.named || (a.idea < b.idea ? -1 : 1));
}

/** By idea, what stands on the list under it: everything that was put together with it, whether named or not. */
export function readMerged(merges: Iterable<Merge>): ReadonlyMap<IdeaId, readonly IdeaId[]> {
  const all = [...merges];
  const root = standsFor(all);
  const merged = new Map<IdeaId, IdeaId[]>();
  for (const from of new Set(all.filter(({ gone }) => !gone).map((merge) => merge.from))) {
    const stands = root(from);
    if (stands === from) continue;
    const others = merged.get(stands);
    if (others === undefined) merged.set(stands, [from]);
    else others.push(from);
  }
  for (const others of merged.values()) others.sort();
  return merged;
}
