/**
 * The camera: where the board is looked at, and how closely. Pure functions between page space (units of the jam) and
 * screen space (CSS pixels from the top left of the viewport).
 */
import type { Point, Rect, Size } from '../../shared/model/geometry.ts';
import type { Camera } from '../stores/uiStore.ts';

export const ZOOM = { min: 0.02, max: 4, step: 1.25 } as const;

interface ViewportSize {
  readonly w: number;
  readonly h: number;
}

export function clampZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.min(ZOOM.max, Math.max(ZOOM.min, zoom)) : 1;
}

export function pageToScreen(camera: Camera, point: Point): Point {
  return { x: (point.x - camera.x) * camera.zoom, y: (point.y - camera.y) * camera.zoom };
}

export function screenToPage(camera: Camera, point: Point): Point {
  return { x: point.x / camera.zoom + camera.x, y: point.y / camera.zoom + camera.y };
}

export function rectToScreen(camera: Camera, rect: Rect): Rect {
  return { ...pageToScreen(camera, rect), w: rect.w * camera.zoom, h: rect.h * camera.zoom };
}

/** What of the page is in view. */
export function visibleRect(camera: Camera, viewport: ViewportSize): Rect {
  return { x: camera.x, y: camera.y, w: viewport.w / camera.zoom, h: viewport.h / camera.zoom };
}

export function viewCentre(camera: Camera, viewport: ViewportSize): Point {
  return screenToPage(camera, { x: viewport.w / 2, y: viewport.h / 2 });
}

/** Moves the paper under the eye by so many screen pixels. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** A new zoom that leaves the page point under `at` (screen) where it is. */
export function zoomAt(camera: Camera, at: Point, zoom: number): Camera {
  const next = clampZoom(zoom);
  const page = screenToPage(camera, at);
  return { x: page.x - at.x / next, y: page.y - at.y / next, zoom: next };
}

/** The same zoom, with this page point in the middle. */
export function centreOn(camera: Camera, viewport: ViewportSize, point: Point): Camera {
  return { ...camera, x: point.x - viewport.w / camera.zoom / 2, y: point.y - viewport.h / camera.zoom / 2 };
}

/** As large as fits with a margin (screen pixels), in the middle; never closer than `closest`. */
export function fitRect(rect: Rect, viewport: ViewportSize, margin = 40, closest = 1): Camera {
  const room: Size = { w: Math.max(1, viewport.w - 2 * margin), h: Math.max(1, viewport.h - 2 * margin) };
  const zoom = clampZoom(Math.min(closest, room.w / Math.max(1, rect.w), room.h / Math.max(1, rect.h)));
  const middle = { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
  return centreOn({ x: 0, y: 0, zoom }, viewport, middle);
}

/** The least pan that brings a rect inside the viewport less its margin; the same camera when it is there already. */
export function panIntoView(camera: Camera, viewport: ViewportSize, rect: Rect, margin = 24): Camera {
  const seen = rectToScreen(camera, rect);
  const dx = shift(seen.x, seen.w, viewport.w, margin);
  const dy = shift(seen.y, seen.h, viewport.h, margin);
  return dx === 0 && dy === 0 ? camera : panBy(camera, dx, dy);
}

function shift(at: number, size: number, room: number, margin: number): number {
  if (at < margin) return margin - at;
  const over = at + size - (room - margin);
  return over > 0 ? -Math.min(over, at - margin) : 0;
}

/**
 * Between two cameras, `t` from 0 to 1. Position is linear in 1 / zoom, so that a zoom at a point keeps that point
 * still all the way; zoom itself goes in equal ratios.
 */
export function betweenCameras(from: Camera, to: Camera, t: number): Camera {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const zoom = from.zoom * (to.zoom / from.zoom) ** t;
  const turn = 1 / to.zoom - 1 / from.zoom;
  const part = Math.abs(turn) < 1e-6 ? t : (1 / zoom - 1 / from.zoom) / turn;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, zoom };
}

export function sameCamera(a: Camera, b: Camera): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}

/** The paper's origin in whole device pixels: painter and cards share it, so that both are crisp and none is off by half. */
export function deviceOffset(camera: Camera, ratio: number): Point {
  const scale = camera.zoom * ratio;
  return { x: Math.round(-camera.x * scale), y: Math.round(-camera.y * scale) };
}
