/**
 * The picture of a jam's trees on its poster: where each sheet and each line stands. Trees are laid in one column, or
 * in as many as make the picture largest in its box. Units are those of the sheets; the drawing is scaled as a whole.
 */
import type { JamCard } from '../../shared/ipc/shell.ts';

interface PictureSheet {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** 0 ink, 1 promoted (white), 2 now (red). */
  readonly flag: number;
}

interface TreesPicture {
  readonly width: number;
  readonly height: number;
  readonly sheets: readonly PictureSheet[];
  /** SVG path of all links. */
  readonly links: string;
}

const ROOT = { w: 40, low: 23, high: 30 };
const SHEET = { w: 36, h: 9, pitchX: 48, pitchY: 13, left: 58 };
const GAP = { x: 30, least: 14, most: 34 };

type Tree = JamCard['trees'][number];

export function drawTrees(
  trees: readonly Tree[],
  box: { readonly w: number; readonly h: number },
): TreesPicture {
  const sizes = trees.filter((tree) => tree.length > 0).map((tree) => ({ tree, ...sizeOf(tree) }));
  if (sizes.length === 0) return { width: box.w, height: box.h, sheets: [], links: '' };
  let best = pack(sizes, 1);
  for (let columns = 2; columns <= Math.min(4, sizes.length); columns++) {
    const next = pack(sizes, columns);
    if (scaleIn(next, box) > scaleIn(best, box) * 1.05) best = next;
  }
  const spare = Math.max(0, box.h / scaleIn(best, box) - best.height);
  const stretch = Math.min(GAP.most - GAP.least, best.most > 1 ? spare / (best.most - 1) : 0);

  const sheets: PictureSheet[] = [];
  const links: string[] = [];
  let x = 0;
  let height = 0;
  for (const column of best.columns) {
    let y = 0;
    for (const { tree, h } of column) {
      drawTree(tree, x, y, sheets, links);
      y += h + GAP.least + stretch;
    }
    height = Math.max(height, y - GAP.least - stretch);
    x += Math.max(...column.map(({ w }) => w)) + GAP.x;
  }
  return { width: x - GAP.x, height, sheets, links: links.join('') };
}

interface Sized {
  readonly tree: Tree;
  readonly w: number;
  readonly h: number;
}

interface Packed {
  readonly columns: readonly (readonly Sized[])[];
  readonly width: number;
  readonly height: number;
  /** Trees in the fullest column. */
  readonly most: number;
}

/** In order, each column filled to about the same height. */
function pack(sizes: readonly Sized[], count: number): Packed {
  const share = sizes.reduce((sum, { h }) => sum + h + GAP.least, 0) / count;
  const columns: Sized[][] = [[]];
  let filled = 0;
  for (const size of sizes) {
    const current = columns.at(-1) as Sized[];
    if (current.length > 0 && filled + size.h / 2 > share * columns.length && columns.length < count)
      columns.push([size]);
    else current.push(size);
    filled += size.h + GAP.least;
  }
  const height = Math.max(
    ...columns.map((column) => column.reduce((sum, { h }) => sum + h + GAP.least, -GAP.least)),
  );
  const width = columns.reduce((sum, column) => sum + Math.max(...column.map(({ w }) => w)) + GAP.x, -GAP.x);
  return { columns, width, height, most: Math.max(...columns.map((column) => column.length)) };
}

function scaleIn(packed: Packed, box: { readonly w: number; readonly h: number }): number {
  return Math.min(box.w / packed.width, box.h / packed.height, 1.25);
}

function rowsOf(tree: Tree): number {
  return tree.reduce((most, [column, row]) => (column > 0 ? Math.max(most, row + 1) : most), 0);
}

function sizeOf(tree: Tree): { w: number; h: number } {
  const columns = tree.reduce((most, [column]) => Math.max(most, column), 0);
  const rows = rowsOf(tree);
  return {
    w: columns === 0 ? ROOT.w : SHEET.left + (columns - 1) * SHEET.pitchX + SHEET.w,
    h: Math.max(rows > 2 ? ROOT.high : ROOT.low, rows * SHEET.pitchY - 4),
  };
}

function drawTree(tree: Tree, x: number, y: number, sheets: PictureSheet[], links: string[]): void {
  const taken = new Set(tree.map(([column, row]) => `${column},${row}`));
  const rootHeight = rowsOf(tree) > 2 ? ROOT.high : ROOT.low;
  for (const [column, row, flag] of tree) {
    if (column === 0) {
      sheets.push({ x, y, w: ROOT.w, h: rootHeight, flag });
      continue;
    }
    const left = x + SHEET.left + (column - 1) * SHEET.pitchX;
    const top = y + row * SHEET.pitchY;
    const middle = top + SHEET.h / 2;
    sheets.push({ x: left, y: top, w: SHEET.w, h: SHEET.h, flag });
    const gap = SHEET.pitchX - SHEET.w;
    if (column === 1) {
      const from = Math.min(middle, y + rootHeight - SHEET.h / 2);
      links.push(`M${x + ROOT.w} ${from}h9V${middle}H${left}`);
    } else if (taken.has(`${column - 1},${row}`)) {
      links.push(`M${left - gap} ${middle}H${left}`);
    } else {
      let parent = row - 1;
      while (parent > 0 && !taken.has(`${column - 1},${parent}`)) parent--;
      links.push(`M${left - gap} ${y + parent * SHEET.pitchY + SHEET.h / 2}h${gap / 2}V${middle}H${left}`);
    }
  }
}
