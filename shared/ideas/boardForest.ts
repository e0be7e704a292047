/** Ideas of a board as trees to be laid: each under its first parent, as far as that is among them. */
import { MODULE, type Rect } from '../model/geometry.ts';
import type { IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { ideaKind } from './kinds.ts';
import type { Lineage } from './lineage.ts';
import { fitRoot } from './sheetText.ts';
import type { TreeNode } from './treeRows.ts';

interface Node extends TreeNode<IdeaId> {
  readonly children: Node[];
}

/**
 * Roots column by column, siblings from top to bottom, as they lie now. A root that has riffs asks for the rows that it
 * would like, even where it has no room for them yet.
 */
export function boardForest(
  snapshot: JamSnapshot,
  lineage: Lineage,
  layout: BoardLayout,
  members: ReadonlySet<IdeaId>,
): TreeNode<IdeaId>[] {
  const nodes = new Map<IdeaId, Node>();
  for (const id of members) nodes.set(id, { id, rows: rowsOf(id, snapshot, lineage, layout), children: [] });
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(lineage.parents(node.id)[0] ?? '');
    (parent?.children ?? roots).push(node);
  }
  const rectOf = ({ id }: Node): Rect => layout.sheets.get(id) as Rect;
  const byId = (a: Node, b: Node): number => (a.id < b.id ? -1 : 1);
  for (const { children } of nodes.values()) {
    children.sort((a, b) => rectOf(a).y - rectOf(b).y || rectOf(a).x - rectOf(b).x || byId(a, b));
  }
  return roots.sort((a, b) => rectOf(a).x - rectOf(b).x || rectOf(a).y - rectOf(b).y || byId(a, b));
}

function rowsOf(id: IdeaId, snapshot: JamSnapshot, lineage: Lineage, layout: BoardLayout): number {
  const sheet = layout.sheets.get(id);
  const rows = rowsOfHeight(sheet?.h ?? MODULE.h);
  const idea = snapshot.ideas.get(id);
  if (sheet === undefined || sheet.root || sheet.fresh || idea === undefined || !lineage.isRoot(id))
    return rows;
  return fitRoot(idea.text, ideaKind(idea.kind).cut, sheet.ink2 !== null)?.rows ?? rows;
}

/** The inverse of `rowsHeight`. */
export function rowsOfHeight(h: number): number {
  return Math.round((h + MODULE.gapY) / MODULE.pitchY);
}
