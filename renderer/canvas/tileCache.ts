/**
 * The board as tiles at up to three scales: the one that is looked at, the ones before it (stretched until the new one
 * is painted), and a small overview of everything, so that a fast hand never sees bare paper where sheets are.
 */
import { growRect, type Rect, rectsTouch, unionRect } from '../../shared/model/geometry.ts';
import type { Camera } from '../stores/uiStore.ts';
import type { SceneChange } from './boardScene.ts';
import { deviceOffset } from './camera.ts';
import { createTileLevel, TILE, type Tile, type TileLevel, type TilePainter } from './tileLevel.ts';

/** What is looked at, and how large that is in device pixels. */
export interface View {
  readonly camera: Camera;
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
}

export interface TileCache {
  /** Blits what there is onto the context. */
  draw(context: CanvasRenderingContext2D, view: View): void;
  /**
   * Paints what is missing, nearest to the middle first, until `mayGoOn` says no. `settled`: the zoom will stay, so
   * that its own exact tiles are worth painting. Tells whether anything is left to do.
   */
  work(view: View, settled: boolean, mayGoOn: () => boolean): boolean;
  invalidate(change: SceneChange): void;
  /** Everything looks different (a theme, fonts); what is shown stays until it is painted anew. */
  invalidateAll(): void;
  setBounds(bounds: Rect | null): void;
  dispose(): void;
}

/** Device pixels of all tiles kept, beside those in view. */
const SPARE_TILES = 24;
const OVERVIEW_SIDE = 1536;
/** Beyond this ratio to what is seen the tiles of another scale are too coarse or too fine to go on with. */
const STRETCH = 2.2;
/** More small changes than this at once: paint whole tiles instead. */
const MANY_RECTS = 48;

export function createTileCache(painter: TilePainter): TileCache {
  const spares: HTMLCanvasElement[] = [];
  let current: TileLevel | null = null;
  let older: TileLevel[] = [];
  let overview: TileLevel | null = null;
  let bounds: Rect | null = null;
  let clock = 0;

  /** Columns and rows of a level in view. Bare paper needs no tile. */
  function* cellsIn(
    level: TileLevel,
    view: View,
    margin = 0,
  ): Generator<readonly [column: number, row: number]> {
    const { camera, ratio, width, height } = view;
    const offset = deviceOffset(camera, ratio);
    const side = (TILE * camera.zoom * ratio) / level.scale;
    const page = TILE / level.scale;
    const area = bounds === null ? null : growRect(bounds, 400 / camera.zoom);
    if (area === null) return;
    const lastRow = Math.floor((height - 1 - offset.y) / side) + margin;
    const lastColumn = Math.floor((width - 1 - offset.x) / side) + margin;
    for (let row = Math.floor(-offset.y / side) - margin; row <= lastRow; row++) {
      for (let column = Math.floor(-offset.x / side) - margin; column <= lastColumn; column++) {
        if (rectsTouch({ x: column * page, y: row * page, w: page, h: page }, area)) yield [column, row];
      }
    }
  }

  const tilesIn = (level: TileLevel, view: View, margin = 0): Tile[] =>
    [...cellsIn(level, view, margin)].map(([column, row]) => level.tile(column, row));

  /** The painted ones of them, and whether that is all. */
  function paintedIn(level: TileLevel, view: View): { tiles: Tile[]; all: boolean } {
    const tiles: Tile[] = [];
    let all = true;
    for (const [column, row] of cellsIn(level, view)) {
      const tile = level.peek(column, row);
      if (tile?.canvas == null) all = false;
      else tiles.push(tile);
    }
    return { tiles, all };
  }

  function blit(
    context: CanvasRenderingContext2D,
    level: TileLevel,
    tiles: Iterable<Tile>,
    camera: Camera,
    ratio: number,
  ): void {
    const stretch = (camera.zoom * ratio) / level.scale;
    const offset = deviceOffset(camera, ratio);
    const side = TILE * stretch;
    for (const tile of tiles) {
      if (tile.canvas === null) continue;
      tile.used = clock;
      const left = Math.round(tile.column * side) + offset.x;
      const top = Math.round(tile.row * side) + offset.y;
      if (stretch === 1) context.drawImage(tile.canvas, left, top);
      else {
        const right = Math.round((tile.column + 1) * side) + offset.x;
        const bottom = Math.round((tile.row + 1) * side) + offset.y;
        context.drawImage(tile.canvas, left, top, right - left, bottom - top);
      }
    }
  }

  function makeOverview(ratio: number): void {
    if (bounds === null) {
      overview?.clear();
      overview = null;
      return;
    }
    const scale = Math.min(0.11 * ratio, OVERVIEW_SIDE / Math.max(bounds.w, bounds.h, 1));
    if (overview !== null && scale <= overview.scale * 1.02 && scale > overview.scale * 0.7) return;
    overview?.clear();
    overview = createTileLevel(scale, spares);
  }

  function trim(visible: number): void {
    const room = visible + SPARE_TILES;
    let kept = (current?.tiles.size ?? 0) + older.reduce((sum, level) => sum + level.tiles.size, 0);
    while (kept > room && older.length > 0) {
      const oldest = older.shift();
      kept -= oldest?.tiles.size ?? 0;
      oldest?.clear();
    }
    if (current === null || kept <= room) return;
    const byAge = [...current.tiles.values()].sort((a, b) => a.used - b.used);
    for (const tile of byAge.slice(0, kept - room)) current.drop(tile);
    spares.length = Math.min(spares.length, SPARE_TILES);
  }

  return {
    draw(context, view) {
      clock++;
      const { camera, ratio, width, height } = view;
      const layers: [TileLevel, Tile[]][] = [];
      // From the finest down, until one covers all that is in view.
      for (const level of [current, ...older.toReversed(), overview]) {
        if (level === null) continue;
        const { tiles, all } = paintedIn(level, view);
        layers.push([level, tiles]);
        if (all) break;
      }
      context.fillStyle = painter.paper();
      context.fillRect(0, 0, width, height);
      for (const [level, tiles] of layers.reverse()) blit(context, level, tiles, camera, ratio);
    },
    work(view, settled, mayGoOn) {
      const { camera, ratio, width, height } = view;
      const scale = camera.zoom * ratio;
      const off =
        current === null ? Number.POSITIVE_INFINITY : Math.max(scale / current.scale, current.scale / scale);
      if (off > STRETCH || (settled && off !== 1)) {
        if (current !== null) older.push(current);
        older = older.slice(-2);
        current = createTileLevel(scale, spares);
      }
      if (current === null) return false;
      const level = current;
      const wanted = tilesIn(level, view);
      const middle = {
        column: (camera.x * scale + width / 2) / TILE - 0.5,
        row: (camera.y * scale + height / 2) / TILE - 0.5,
      };
      const nearest = (tiles: Tile[]): Tile[] => {
        const away = (tile: Tile): number => Math.hypot(tile.column - middle.column, tile.row - middle.row);
        return tiles.sort((a, b) => away(a) - away(b));
      };
      for (const tile of nearest(wanted.filter((tile) => tile.stale))) {
        if (!level.work(tile, painter, mayGoOn)) return true;
        if (!mayGoOn()) return true;
      }
      if (!settled) return false;
      for (const old of older) old.clear();
      older = [];
      makeOverview(ratio);
      const far = overview;
      if (far !== null && bounds !== null) {
        const side = TILE / far.scale;
        for (let row = Math.floor(bounds.y / side); row * side < bounds.y + bounds.h; row++) {
          for (let column = Math.floor(bounds.x / side); column * side < bounds.x + bounds.w; column++) {
            const tile = far.tile(column, row);
            if (tile.stale && (!far.work(tile, painter, mayGoOn) || !mayGoOn())) return true;
          }
        }
      }
      // What lies around, for the hand that goes on.
      for (const tile of nearest(tilesIn(level, view, 1).filter((tile) => tile.stale))) {
        if (!level.work(tile, painter, mayGoOn) || !mayGoOn()) return true;
      }
      trim(wanted.length);
      return false;
    },
    invalidate({ rects, headings }) {
      for (const level of [current, overview, ...older]) {
        if (level === null) continue;
        const reach = painter.reach(level.scale);
        const all = joined([
          ...rects.map((rect) => (reach === 0 ? rect : growRect(rect, reach))),
          ...headings.map((area) => painter.headingRect(area, level.scale)),
        ]);
        if (all.length <= MANY_RECTS) for (const rect of all) level.repaint(rect, painter);
        else markTouched(level, all, spares);
      }
    },
    invalidateAll() {
      for (const level of [current, overview, ...older]) level?.markAllStale();
    },
    setBounds(next) {
      bounds = next;
    },
    dispose() {
      for (const level of [current, overview, ...older]) level?.clear();
      spares.length = 0;
    },
  };
}

/** What is shown stays until the tile is painted anew. */
function markTouched(level: TileLevel, rects: readonly Rect[], spares: HTMLCanvasElement[]): void {
  for (const tile of level.tiles.values()) {
    const own = level.rectOf(tile);
    if (!rects.some((rect) => rectsTouch(own, rect))) continue;
    tile.stale = true;
    if (tile.job !== null) spares.push(tile.job.canvas);
    tile.job = null;
  }
}

/** Rects that overlap are painted once. Not for crowds: there whole tiles are painted. */
function joined(rects: readonly Rect[]): readonly Rect[] {
  if (rects.length > 4 * MANY_RECTS) return rects;
  const found: Rect[] = [];
  for (const rect of rects) {
    const other = found.findIndex(
      (known) => rectsTouch(known, rect) && area(unionRect(known, rect)) < 1.5 * (area(known) + area(rect)),
    );
    const known = found[other];
    if (known === undefined) found.push(rect);
    else found[other] = unionRect(known, rect);
  }
  return found;
}

function area(rect: Rect): number {
  return rect.w * rect.h;
}
