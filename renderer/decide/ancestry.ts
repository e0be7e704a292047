/**
 * How an idea came about, as a picture: its ancestors in columns from the left, each one step nearer, and the bonds
 * between them. Far ancestors are left out when there are more columns than can be read.
 */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Bond } from '../../shared/model/snapshot.ts';
import type { JamView } from '../session/jamSession.ts';

interface AncestryNode {
  readonly id: IdeaId;
  /** 0 is the leftmost that is shown; the idea itself stands in the last. */
  readonly column: number;
  /** 0 to 1: where its middle stands in the height. */
  readonly y: number;
}

interface AncestryLink {
  readonly from: IdeaId;
  readonly to: IdeaId;
  readonly bond: Bond;
}

export interface Ancestry {
  readonly columns: number;
  /** Sheets in the fullest column. */
  readonly rows: number;
  readonly nodes: readonly AncestryNode[];
  readonly links: readonly AncestryLink[];
  /** Ancestors that did not find room. */
  readonly hidden: number;
}

const COLUMNS = 4;
const ROWS = 3;

export function readAncestry(view: Pick<JamView, 'lineage' | 'snapshot'>, idea: IdeaId): Ancestry {
  const { lineage, snapshot } = view;
  const steps = new Map<IdeaId, number>([[idea, 0]]);
  const family = [idea, ...lineage.ancestors(idea)];
  // The longest way up decides the column, so that every bond leads to the right.
  for (let changed = true, round = 0; changed && round <= family.length; round++) {
    changed = false;
    for (const id of family) {
      const at = steps.get(id);
      if (at === undefined) continue;
      for (const parent of lineage.parents(id)) {
        if ((steps.get(parent) ?? -1) >= at + 1) continue;
        steps.set(parent, at + 1);
        changed = true;
      }
    }
  }
  const shown = new Map<number, IdeaId[]>();
  let hidden = 0;
  for (const id of family) {
    const step = steps.get(id) ?? 0;
    const column = shown.get(step) ?? [];
    if (step >= COLUMNS || column.length >= ROWS) hidden++;
    else shown.set(step, [...column, id]);
  }
  const columns = shown.size;
  const height = new Map<IdeaId, number>();
  const nodes: AncestryNode[] = [];
  for (let step = columns - 1; step >= 0; step--) {
    const column = shown.get(step) ?? [];
    column.forEach((id, row) => {
      const y = column.length === 1 ? middleOfParents(id) : (row + 0.5) / column.length;
      height.set(id, y);
      nodes.push({ id, column: columns - 1 - step, y });
    });
  }
  const links: AncestryLink[] = [];
  for (const id of height.keys()) {
    lineage.parents(id).forEach((parent, i) => {
      const bond = snapshot.riffs.get(lineage.parentRiffs(id)[i] ?? '')?.bond;
      if (height.has(parent) && bond !== undefined) links.push({ from: parent, to: id, bond });
    });
  }
  const rows = Math.max(...[...shown.values()].map((column) => column.length));
  return { columns, rows, nodes, links, hidden };

  function middleOfParents(id: IdeaId): number {
    const heights = lineage
      .parents(id)
      .map((parent) => height.get(parent))
      .filter((y) => y !== undefined);
    return heights.length === 0 ? 0.5 : heights.reduce((sum, y) => sum + y, 0) / heights.length;
  }
}
