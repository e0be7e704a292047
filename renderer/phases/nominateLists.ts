/** What the naming screen lists: sheets to choose from by tree, and what is named so far without who named it. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Course } from '../../shared/phases/course.ts';
import { MOST_NOMINEES, type Nominee } from '../../shared/phases/nominees.ts';
import { compareLabels } from '../decide/decideQueue.ts';
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

/** `ranked`: by how many named it. Shown by call number: how often would be a vote before the vote. */
export function namedSoFar(
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

/** The vote that this naming is for; null when the setlist has none behind it. */
export function voteAhead({ phases, current }: Pick<Course, 'phases' | 'current'>) {
  const at = phases.findIndex(({ id }) => id === current?.phase);
  return phases.slice(at + 1).find(({ kind }) => kind === 'vote') ?? null;
}
