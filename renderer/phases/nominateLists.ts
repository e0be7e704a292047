/** What the nominating screen lists: sheets to choose from by tree, and the room's list without who nominated what. */

import { compareLabels } from '../../shared/ideas/compareLabels.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Course } from '../../shared/phases/course.ts';
import { MOST_NOMINEES, type Nominee } from '../../shared/phases/nominees.ts';
import { listRows, NO_FILTER } from '../review/listRows.ts';
import type { JamView } from '../session/jamSession.ts';

/** Trees of sheets; the first one holds the fresh sheets, when there are any. */
export interface SheetGroup {
  /** null: fresh sheets. */
  readonly root: IdeaId | null;
  readonly ideas: readonly IdeaId[];
}

/** So many are laid out; the others are found by typing. */
export const MOST_LISTED = 240;

/** `hidden`: put together with another, under which they stand. */
export function sheetGroups(
  view: Pick<JamView, 'snapshot' | 'lineage' | 'labels'>,
  text: string,
  hidden: (idea: IdeaId) => boolean,
): { readonly groups: readonly SheetGroup[]; readonly more: number } {
  const rows = listRows(view, { ...NO_FILTER, text }, new Map()).filter(({ id }) => !hidden(id));
  const groups: { root: IdeaId | null; ideas: IdeaId[] }[] = [];
  for (const { id } of rows.slice(0, MOST_LISTED)) {
    const root = view.lineage.isFresh(id) ? null : view.lineage.rootOf(id);
    const last = groups.at(-1);
    if (last !== undefined && last.root === root) last.ideas.push(id);
    else groups.push({ root, ideas: [id] });
  }
  return { groups, more: Math.max(0, rows.length - MOST_LISTED) };
}

/** `ranked`: by how many nominated it. Shown by call number: how often would be a vote before the vote. */
export function roomsList(
  ranked: readonly Nominee[],
  labels: ReadonlyMap<IdeaId, string>,
): { readonly fit: readonly Nominee[]; readonly over: readonly Nominee[] } {
  const byLabel = (a: Nominee, b: Nominee): number =>
    compareLabels(labels.get(a.idea) ?? '', labels.get(b.idea) ?? '');
  return {
    fit: ranked.slice(0, MOST_NOMINEES).sort(byLabel),
    over: ranked.slice(MOST_NOMINEES).sort(byLabel),
  };
}

/** The vote that this nominating is for; null when the setlist has none behind it. */
export function voteAhead({ phases, current }: Pick<Course, 'phases' | 'current'>) {
  const at = phases.findIndex(({ id }) => id === current?.phase);
  return phases.slice(at + 1).find(({ kind }) => kind === 'vote') ?? null;
}

/** What pressing a sheet asks for. */
export type SheetPress =
  /** It answers which one says the same as the one in the hand. */
  | { readonly what: 'together'; readonly from: IdeaId; readonly into: IdeaId }
  | { readonly what: 'let-go' }
  | { readonly what: 'take-back'; readonly idea: IdeaId }
  /** `again`: somebody else did before, and it is on the list. */
  | { readonly what: 'nominate'; readonly idea: IdeaId; readonly again: boolean };

export function readPress(
  idea: IdeaId,
  hands: {
    /** The sheet in the hand. */
    readonly holding: IdeaId | null;
    /** My nominations. */
    readonly mine: readonly IdeaId[];
    /** Everybody's. */
    readonly listed: ReadonlySet<IdeaId>;
    /** The idea that stands for this one. */
    readonly root: (idea: IdeaId) => IdeaId;
  },
): SheetPress {
  const { holding, mine, listed, root } = hands;
  if (holding !== null) {
    const [from, into] = [root(holding), root(idea)];
    return from === into ? { what: 'let-go' } : { what: 'together', from, into };
  }
  const before = mine.find((one) => root(one) === root(idea));
  if (before !== undefined) return { what: 'take-back', idea: before };
  return { what: 'nominate', idea, again: listed.has(root(idea)) };
}
