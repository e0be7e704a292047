/** One tree as the Wall shows it: its root, and its riffs in columns by their depth. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { JamView } from '../session/jamSession.ts';
import { describeSheet } from './describeSheet.ts';
import type { TreeSheet, WallTree } from './wallScene.ts';

/** Sheets that are readable from eight metres: so many beside and under each other. */
const COLUMNS = 4;
const ROWS = 4;

export function describeTree(view: JamView, root: IdeaId): WallTree {
  const { lineage, snapshot } = view;
  const sheets: TreeSheet[] = [{ ...describeSheet(view, root), column: 0, row: 0 }];
  const links: WallTree['links'][number][] = [];
  const seen = new Set([root]);
  let row = -1;
  let more = 0;
  // Depth first: a first riff stands beside its parent, each further one on a row of its own.
  const lay = (idea: IdeaId, column: number, from: number | null): void => {
    let first = true;
    for (const child of lineage.children(idea)) {
      const found = snapshot.ideas.get(child);
      if (seen.has(child) || found === undefined || found.bin) continue;
      seen.add(child);
      if (!first || column === 1) row++;
      first = false;
      if (column >= COLUMNS || row >= ROWS || from === null) {
        more++;
        lay(child, column + 1, null);
        continue;
      }
      const at = sheets.length;
      sheets.push({ ...describeSheet(view, child), column, row });
      const key = lineage.parentRiffs(child).find((riff) => snapshot.riffs.get(riff)?.parent === idea);
      const bond = key === undefined ? undefined : snapshot.riffs.get(key)?.bond;
      links.push({ from, to: at, bond: bond ?? 'build' });
      lay(child, column + 1, at);
    }
  };
  lay(root, 1, 0);
  return { sheets, links, more };
}
