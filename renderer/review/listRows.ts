/** The jam as a list: fresh sheets first, then tree by tree, each riff under what it grew from; or in another order. */
import { compareLabels } from '../../shared/ideas/compareLabels.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Decision } from '../../shared/model/snapshot.ts';
import type { JamView } from '../session/jamSession.ts';
import { foldText } from '../ui/fuzzy.ts';

export interface ListFilter {
  readonly text: string;
  readonly show: 'all' | 'fresh' | 'decided' | 'open';
  /** A kind's id, or empty for all. */
  readonly kind: string;
  readonly order: 'trees' | 'newest' | 'riffs';
}

export const NO_FILTER: ListFilter = { text: '', show: 'all', kind: '', order: 'trees' };

export interface ListRow {
  readonly id: IdeaId;
  /** 0 for a root; as far as indentation says anything. */
  readonly depth: number;
  /** First of its tree: a rule stands above it. */
  readonly first: boolean;
}

type Listed = Pick<JamView, 'snapshot' | 'lineage' | 'labels'>;

/** A row that passes keeps its place and depth; what it grew from is not listed for its sake. */
export function listRows(
  view: Listed,
  filter: ListFilter,
  decisions: ReadonlyMap<IdeaId, Decision>,
): readonly ListRow[] {
  const rows = treeRows(view, filter, decisions);
  if (filter.order === 'trees') return rows;
  const { lineage } = view;
  const worth = (id: IdeaId): number => (filter.order === 'riffs' ? lineage.growth(id) : laidAt(view, id));
  return rows.map(({ id }) => ({ id, depth: 0, first: false })).sort((a, b) => worth(b.id) - worth(a.id));
}

/**
 * When it came onto the board, as a lamport. Sheets of a reveal were written before, each hand's together: by that time
 * they would stand in blocks that give their authors away.
 */
function laidAt({ snapshot }: Listed, id: IdeaId): number {
  const born = snapshot.ideas.get(id)?.born;
  const handedIn = born?.run != null && born.claim === null;
  return (handedIn ? snapshot.settled.get(id)?.lamport : undefined) ?? born?.lamport ?? 0;
}

function treeRows(
  view: Listed,
  filter: ListFilter,
  decisions: ReadonlyMap<IdeaId, Decision>,
): readonly ListRow[] {
  const { lineage, snapshot } = view;
  const rows: ListRow[] = [];
  const passes = createPass(view, filter, decisions);
  const isFresh = (id: IdeaId): boolean => lineage.isFresh(id);
  const byNumber = rootsByNumber(view);
  const roots = [...byNumber.filter(isFresh), ...byNumber.filter((id) => !isFresh(id))];
  let wasFresh = true;
  for (const root of roots) {
    const fresh = isFresh(root);
    let first = !fresh || rows.length === 0 || !wasFresh;
    wasFresh = fresh;
    // A stack of its own: a long chain of riffs must not end the program.
    const open: { id: IdeaId; depth: number }[] = [{ id: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { id, depth } = next;
      if (snapshot.ideas.get(id)?.bin === false && passes(id)) {
        rows.push({ id, depth: Math.min(depth, 8), first });
        first = false;
      }
      const children = lineage.children(id);
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i] as IdeaId;
        if (lineage.parents(child)[0] === id) open.push({ id: child, depth: depth + 1 });
      }
    }
  }
  return rows;
}

/** By call number, which for sheets of a reveal is their shuffled order. */
export function rootsByNumber({ lineage, labels }: Pick<Listed, 'lineage' | 'labels'>): readonly IdeaId[] {
  return [...lineage.roots].sort((a, b) => compareLabels(labels.get(a) ?? '', labels.get(b) ?? ''));
}

function createPass(
  view: Listed,
  filter: ListFilter,
  decisions: ReadonlyMap<IdeaId, Decision>,
): (id: IdeaId) => boolean {
  const { snapshot, lineage, labels } = view;
  const words = foldText(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (id) => {
    const idea = snapshot.ideas.get(id);
    if (idea === undefined) return false;
    if (filter.kind !== '' && idea.kind !== filter.kind) return false;
    if (filter.show === 'fresh' && !lineage.isFresh(id)) return false;
    if (filter.show === 'decided' && !decisions.has(id)) return false;
    if (filter.show === 'open' && (decisions.has(id) || idea.kind !== 'proposal')) return false;
    if (words.length === 0) return true;
    const text = foldText(`${labels.get(id) ?? ''} ${idea.text} ${idea.detail}`);
    return words.every((word) => text.includes(word));
  };
}
