/** Where the sheets of one tree stand on the Wall. A small tree is drawn larger, so that it fills the stage. */
import type { TreeSheet } from './wallScene.ts';

/** Units of the drawing: the stage is so wide, and as high as the screen's shape leaves. */
export const WIDTH = 1920;
const ROOT = 420;
/** Nobody has riffed on it yet: it has the stage for itself. */
const ALONE = 760;
const SHEET = { w: 430, h: 0.31 } as const;
const GUTTER = 70;
const GAP = 16;
/** More would be a poster of a few words. */
const LARGEST = 1.6;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface LaidTree {
  readonly boxes: readonly Box[];
  /** How much larger than usual everything is, words too: 1 or more. */
  readonly scale: number;
}

/** @param height of the stage, in units */
export function layTree(sheets: readonly Pick<TreeSheet, 'column' | 'row'>[], height: number): LaidTree {
  const columns = Math.max(0, ...sheets.map(({ column }) => column));
  const rows = Math.max(1, ...sheets.map(({ row }) => row + 1));
  const w = Math.min(SHEET.w, (WIDTH - ROOT - columns * GUTTER) / Math.max(1, columns));
  const h = Math.min(SHEET.h * height, (height - (rows - 1) * GAP) / rows);
  const boxes = sheets.map(({ column, row }, i) =>
    i === 0
      ? { x: 0, y: 0, w: columns === 0 ? ALONE : ROOT, h: Math.max(2 * h + GAP, rows * (h + GAP) - GAP) }
      : { x: ROOT + GUTTER + (column - 1) * (w + GUTTER), y: row * (h + GAP), w, h },
  );
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  const scale = Math.max(1, Math.min(LARGEST, WIDTH / right, height / bottom));
  const grow = (box: Box): Box => ({
    x: box.x * scale,
    y: box.y * scale,
    w: box.w * scale,
    h: box.h * scale,
  });
  return { boxes: boxes.map(grow), scale };
}
