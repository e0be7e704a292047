/**
 * One scale's worth of tiles: square pictures of the page at exactly so many device pixels to a unit. A tile is painted
 * on a spare canvas in slices and shown when it is whole; a small change is painted straight into it.
 */
import { type Rect, rectsTouch } from '../../shared/model/geometry.ts';
import type { PaintStep } from './paint/paintRegion.ts';
import { createPen, type Pen } from './paint/pen.ts';

/** Device pixels. */
export const TILE = 512;

export interface Tile {
  readonly column: number;
  readonly row: number;
  canvas: HTMLCanvasElement | null;
  pen: Pen | null;
  /** What is shown is not what is on the board any more. */
  stale: boolean;
  used: number;
  job: TileJob | null;
}

interface TileJob {
  readonly canvas: HTMLCanvasElement;
  readonly pen: Pen;
  readonly steps: readonly PaintStep[];
  done: number;
}

/** Steps and paper for a page rect at a scale; the tile's device pixels begin at (left, top). */
export interface TilePainter {
  paper(): string;
  steps(rect: Rect, scale: number, left: number, top: number): PaintStep[];
  /** How far paint may reach around a thing at this scale, page units. */
  reach(scale: number): number;
  /** What a group's heading may cover at this scale. */
  headingRect(area: Rect, scale: number): Rect;
}

export interface TileLevel {
  readonly scale: number;
  readonly tiles: ReadonlyMap<number, Tile>;
  /** The tile at a column and row, made when it is not there. */
  tile(column: number, row: number): Tile;
  peek(column: number, row: number): Tile | undefined;
  rectOf(tile: Tile): Rect;
  /** Works on one tile until it is whole or `mayGoOn` says no. Tells whether it is whole. */
  work(tile: Tile, painter: TilePainter, mayGoOn: () => boolean): boolean;
  /** Repaints one small rect in every tile that shows it; tiles in the making start again. */
  repaint(rect: Rect, painter: TilePainter): void;
  markAllStale(): void;
  drop(tile: Tile): void;
  clear(): void;
}

/** Steps between two looks at the clock. */
const STEPS_AT_ONCE = 8;

export function createTileLevel(scale: number, spares: HTMLCanvasElement[]): TileLevel {
  const tiles = new Map<number, Tile>();
  const side = TILE / scale;

  const rectOf = (tile: Tile): Rect => ({ x: tile.column * side, y: tile.row * side, w: side, h: side });

  function startJob(tile: Tile, painter: TilePainter): TileJob | null {
    const canvas = spares.pop() ?? document.createElement('canvas');
    if (canvas.width !== TILE) {
      canvas.width = TILE;
      canvas.height = TILE;
    }
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return null;
    context.setTransform(1, 0, 0, 1, 0, 0);
    const pen = createPen(context);
    pen.fill(painter.paper());
    context.fillRect(0, 0, TILE, TILE);
    context.setTransform(scale, 0, 0, scale, -tile.column * TILE, -tile.row * TILE);
    const steps = painter.steps(rectOf(tile), scale, tile.column * TILE, tile.row * TILE);
    return { canvas, pen, steps, done: 0 };
  }

  function drop(tile: Tile): void {
    if (tile.canvas !== null) spares.push(tile.canvas);
    if (tile.job !== null) spares.push(tile.job.canvas);
    tile.canvas = null;
    tile.job = null;
    tiles.delete(keyOf(tile.column, tile.row));
  }

  return {
    scale,
    tiles,
    rectOf,
    peek: (column, row) => tiles.get(keyOf(column, row)),
    tile(column, row) {
      const key = keyOf(column, row);
      let tile = tiles.get(key);
      if (tile === undefined) {
        tile = { column, row, canvas: null, pen: null, stale: true, used: 0, job: null };
        tiles.set(key, tile);
      }
      return tile;
    },
    work(tile, painter, mayGoOn) {
      tile.job ??= startJob(tile, painter);
      const { job } = tile;
      if (job === null) return true;
      while (job.done < job.steps.length) {
        const end = Math.min(job.steps.length, job.done + STEPS_AT_ONCE);
        for (; job.done < end; job.done++) job.steps[job.done]?.(job.pen);
        if (job.done < job.steps.length && !mayGoOn()) return false;
      }
      if (tile.canvas !== null) spares.push(tile.canvas);
      tile.canvas = job.canvas;
      tile.pen = job.pen;
      tile.job = null;
      tile.stale = false;
      return true;
    },
    repaint(rect, painter) {
      for (const tile of tiles.values()) {
        const own = rectOf(tile);
        if (!rectsTouch(own, rect)) continue;
        if (tile.job !== null) {
          spares.push(tile.job.canvas);
          tile.job = null;
        }
        if (tile.pen === null || tile.canvas === null || tile.stale) tile.stale = true;
        else repaintIn(tile, tile.pen, own, rect, scale, painter);
      }
    },
    markAllStale() {
      for (const tile of tiles.values()) {
        tile.stale = true;
        if (tile.job !== null) spares.push(tile.job.canvas);
        tile.job = null;
      }
    },
    drop,
    clear() {
      for (const tile of [...tiles.values()]) drop(tile);
    },
  };
}

/** Clipped to whole device pixels, so that no seam shows. */
function repaintIn(tile: Tile, pen: Pen, own: Rect, rect: Rect, scale: number, painter: TilePainter): void {
  const left = Math.max(0, Math.floor((rect.x - own.x) * scale) - 1);
  const top = Math.max(0, Math.floor((rect.y - own.y) * scale) - 1);
  const right = Math.min(TILE, Math.ceil((rect.x + rect.w - own.x) * scale) + 1);
  const bottom = Math.min(TILE, Math.ceil((rect.y + rect.h - own.y) * scale) + 1);
  if (right <= left || bottom <= top) return;
  const { ink } = pen;
  ink.save();
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.beginPath();
  ink.rect(left, top, right - left, bottom - top);
  ink.clip();
  ink.fillStyle = painter.paper();
  ink.fillRect(left, top, right - left, bottom - top);
  ink.setTransform(scale, 0, 0, scale, -tile.column * TILE, -tile.row * TILE);
  pen.forget();
  const page = {
    x: own.x + left / scale,
    y: own.y + top / scale,
    w: (right - left) / scale,
    h: (bottom - top) / scale,
  };
  for (const step of painter.steps(page, scale, tile.column * TILE, tile.row * TILE)) step(pen);
  ink.restore();
  pen.forget();
}

/** Columns and rows reach from -2^25 to 2^25. */
function keyOf(column: number, row: number): number {
  return (column + 0x2000000) * 0x4000000 + row + 0x2000000;
}
