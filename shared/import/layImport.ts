/**
 * Places for imported ideas that bring none: trees read left to right (a root, its riffs in the next columns), groups
 * are headed areas side by side in bands, sheets without riffs stand first. Linear, and without recursion: an outline
 * may be thousands of levels deep.
 */
import { ideaKind } from '../ideas/kinds.ts';
import { fitRoot, fitSheet } from '../ideas/sheetText.ts';
import { MODULE, type Point } from '../model/geometry.ts';
import type { ImportedIdea } from './importedJam.ts';

/** In modules: columns and rows. */
interface Cell {
  readonly column: number;
  readonly row: number;
}
interface Tree {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly (readonly [ref: string, cell: Cell])[];
}

/** A band of areas is at most so wide, an area's column of trees so tall, before the next one begins. */
const BAND_COLUMNS = 24;
const AREA_ROWS = 14;
/** Between areas. */
const GAP = 1;

/** `ideas` with parents before their children, all without a place. Page places with the top left at `origin`. */
export function layImport(ideas: readonly ImportedIdea[], origin: Point): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  let column = 0;
  let row = 0;
  let bandRows = 0;
  for (const trees of areasOf(growTrees(ideas), ideas)) {
    const area = packTrees(trees);
    if (column > 0 && column + area.columns > BAND_COLUMNS) {
      column = 0;
      row += bandRows + GAP;
      bandRows = 0;
    }
    for (const [ref, cell] of area.cells) {
      places.set(ref, {
        x: origin.x + (column + cell.column) * MODULE.pitchX,
        y: origin.y + (row + cell.row) * MODULE.pitchY,
      });
    }
    column += area.columns + (trees.length > 0 ? GAP : 0);
    bandRows = Math.max(bandRows, area.rows);
  }
  return places;
}

/** Each tree by its root's ref, laid from (0, 0). */
function growTrees(ideas: readonly ImportedIdea[]): ReadonlyMap<string, Tree> {
  const inside = new Set(ideas.map(({ ref }) => ref));
  const parentOf = new Map<string, string>();
  const children = new Map<string, string[]>();
  for (const { ref, parents } of ideas) {
    const parent = parents.find((one) => inside.has(one.ref))?.ref;
    if (parent === undefined) continue;
    parentOf.set(ref, parent);
    push(children, parent, ref);
  }
  const height = new Map<string, number>();
  for (const idea of [...ideas].reverse()) {
    const below = (children.get(idea.ref) ?? []).reduce((sum, child) => sum + (height.get(child) ?? 1), 0);
    height.set(idea.ref, Math.max(rowsOf(idea, !parentOf.has(idea.ref) && below > 0), below));
  }
  const cells = new Map<string, Cell>();
  const rootOf = new Map<string, string>();
  const nextRow = new Map<string, number>();
  const trees = new Map<string, { columns: number; rows: number; cells: (readonly [string, Cell])[] }>();
  for (const { ref } of ideas) {
    const parent = parentOf.get(ref);
    const above = parent === undefined ? undefined : cells.get(parent);
    const row = parent === undefined ? 0 : (nextRow.get(parent) ?? above?.row ?? 0);
    const cell = { column: above === undefined ? 0 : above.column + 1, row };
    if (parent !== undefined) nextRow.set(parent, row + (height.get(ref) ?? 1));
    const root = parent === undefined ? ref : (rootOf.get(parent) ?? parent);
    cells.set(ref, cell);
    rootOf.set(ref, root);
    const tree = trees.get(root) ?? { columns: 0, rows: height.get(root) ?? 1, cells: [] };
    tree.columns = Math.max(tree.columns, cell.column + 1);
    tree.cells.push([ref, cell]);
    trees.set(root, tree);
  }
  return trees;
}

function rowsOf({ text, kind }: ImportedIdea, isRoot: boolean): number {
  const { cut } = ideaKind(kind);
  return (
    (isRoot ? fitRoot(text, cut, false)?.rows : undefined) ??
    Math.max(isRoot ? 2 : 1, fitSheet(text, cut, false).rows)
  );
}

/** Trees by group, in order of appearance; without a group first the single sheets, then the trees. */
function areasOf(trees: ReadonlyMap<string, Tree>, ideas: readonly ImportedIdea[]): readonly Tree[][] {
  const singles: Tree[] = [];
  const loose: Tree[] = [];
  const groups = new Map<string, Tree[]>();
  for (const { ref, group } of ideas) {
    const tree = trees.get(ref);
    if (tree === undefined) continue;
    if (group !== null) push(groups, group, tree);
    else (tree.cells.length === 1 ? singles : loose).push(tree);
  }
  return [singles, ...groups.values(), loose];
}

function packTrees(trees: readonly Tree[]): Tree {
  const cells: (readonly [string, Cell])[] = [];
  const most = Math.max(
    AREA_ROWS,
    Math.ceil(Math.sqrt(trees.reduce((sum, tree) => sum + tree.rows, 0)) * 1.5),
  );
  let column = 0;
  let row = 0;
  let width = 0;
  let rows = 0;
  for (const tree of trees) {
    if (row > 0 && row + tree.rows > most) {
      column += width;
      row = 0;
      width = 0;
    }
    for (const [ref, cell] of tree.cells)
      cells.push([ref, { column: column + cell.column, row: row + cell.row }]);
    row += tree.rows;
    rows = Math.max(rows, row);
    width = Math.max(width, tree.columns);
  }
  return { columns: column + width, rows, cells };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
