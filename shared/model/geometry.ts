/** Page space: y grows downwards, one unit is one CSS pixel at 100 %. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly w: number;
  readonly h: number;
}
export interface Rect extends Point, Size {}

/** The board's module grid (see look): a sheet is one module wide, columns 176 apart, rows 92. */
export const MODULE = { w: 142, h: 82, gapX: 34, gapY: 10, pitchX: 176, pitchY: 92 } as const;

/** Height of a sheet of so many rows, page units. */
export function rowsHeight(rows: number): number {
  return rows * MODULE.h + (rows - 1) * MODULE.gapY;
}

/** The module corner nearest to a point. */
export function snapToModule(point: Point): Point {
  return {
    x: Math.round(point.x / MODULE.pitchX) * MODULE.pitchX,
    y: Math.round(point.y / MODULE.pitchY) * MODULE.pitchY,
  };
}

export function isOnModule(point: Point): boolean {
  return point.x % MODULE.pitchX === 0 && point.y % MODULE.pitchY === 0;
}

export function rectsTouch(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

export function rectContains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x < rect.x + rect.w && point.y >= rect.y && point.y < rect.y + rect.h;
}

export function unionRect(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

export function growRect(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by };
}
