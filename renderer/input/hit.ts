/** What lies under a page point: sheets first, then headings, lines and cables; the area of a group last. */

import { GROUP_HEAD } from '../../shared/ideas/groupAreas.ts';
import { growRect, type Point, rectContains } from '../../shared/model/geometry.ts';
import type { ConnectorId, GroupId, IdeaId, RiffKey } from '../../shared/model/ids.ts';
import type { ConnectorLine } from '../../shared/model/layout.ts';
import type { BoardScene } from '../canvas/boardScene.ts';

export type Hit =
  | { readonly type: 'idea'; readonly id: IdeaId }
  | { readonly type: 'heading'; readonly id: GroupId }
  | { readonly type: 'connector'; readonly id: ConnectorId }
  | { readonly type: 'cable'; readonly id: RiffKey }
  | { readonly type: 'area'; readonly id: GroupId }
  | { readonly type: 'paper' };

/** CSS pixels around a line that count as the line. */
const NEAR = 6;
const CURVE_STEPS = 24;

export function hitTest(scene: BoardScene, point: Point, zoom: number): Hit {
  const sheet = scene.sheetAt(point);
  if (sheet !== null) return { type: 'idea', id: sheet.id };
  const near = NEAR / zoom;
  const around = { x: point.x - near, y: point.y - near, w: 2 * near, h: 2 * near };
  const areas = scene.groupsIn(growRect(around, near));
  for (const area of areas) {
    const head = { x: area.x, y: area.y - near, w: area.w, h: GROUP_HEAD + near };
    if (rectContains(head, point)) return { type: 'heading', id: area.id };
  }
  for (const line of scene.connectorsIn(around)) {
    if (distanceToCurve(line, point) <= near || onWords(line, point))
      return { type: 'connector', id: line.id };
  }
  for (const cable of scene.cablesIn(around)) {
    const hit = cable.points.some((to, i) => {
      const from = cable.points[i - 1];
      return from !== undefined && distanceToLeg(from, to, point) <= near;
    });
    if (hit) return { type: 'cable', id: cable.key };
  }
  // The innermost is the smallest.
  const inside = areas.filter((area) => rectContains(area, point)).sort((a, b) => a.w * a.h - b.w * b.h)[0];
  return inside === undefined ? { type: 'paper' } : { type: 'area', id: inside.id };
}

function onWords(line: ConnectorLine, point: Point): boolean {
  const half = line.label.length * 3.5;
  return (
    line.label !== '' &&
    Math.abs(point.x - line.labelAt.x) <= half &&
    Math.abs(point.y - line.labelAt.y) <= 10
  );
}

function distanceToCurve({ from, c1, c2, to }: ConnectorLine, point: Point): number {
  let best = Number.POSITIVE_INFINITY;
  let last = from;
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const t = step / CURVE_STEPS;
    const u = 1 - t;
    const next = {
      x: u ** 3 * from.x + 3 * u * u * t * c1.x + 3 * u * t * t * c2.x + t ** 3 * to.x,
      y: u ** 3 * from.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t ** 3 * to.y,
    };
    best = Math.min(best, distanceToLeg(last, next, point));
    last = next;
  }
  return best;
}

export function distanceToLeg(a: Point, b: Point, point: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - t * (b.x - a.x), point.y - a.y - t * (b.y - a.y));
}
