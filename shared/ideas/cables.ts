/**
 * The way of a riff's cable: out of the parent's right edge, along a lane in the gutter, into the child's left edge.
 * Straight where it can be. Each cable has a port and a lane of its own, and those that go far leave near the edge and
 * run near the parent, so siblings neither cross nor lie on each other.
 */
import { growRect, MODULE, type Point, type Rect, rectsTouch, unionRect } from '../model/geometry.ts';
import type { RiffKey } from '../model/ids.ts';

/** A child of one parent, as far as its cable is concerned. */
export interface CableEnd {
  readonly key: RiffKey;
  readonly rect: Rect;
  /** Where the cable comes in, absolute y on the child's left edge. */
  readonly inY: number;
}

export interface RoutedCable {
  readonly key: RiffKey;
  readonly points: readonly Point[];
  readonly bounds: Rect;
  /** What had to be looked at: the route holds until something in here changes. null: only its two ends matter. */
  readonly watch: Rect | null;
}

/** The notehead's centre stands this far left of the child. */
const HEAD = 6;
const FIRST_PORT = 14;
const PORT_STEP = 13;
const FIRST_LANE = 8;
const LANE_STEP = 7;
const LAST_LANE = 21;
/** A straight cable keeps this far from the parent's corners and from the ports beside it. */
const CORNER = 8;
/** The lane in which a cable from afar comes down beside its child. */
const ARRIVAL_LANE = 14;
/** How many row gutters up and down from the child are looked at. */
const GUTTERS = 6;
/** Rounded corners (7) and half a stroke reach no further than this around the points. */
const REACH = 8;

interface Wish {
  readonly end: CableEnd;
  /** Where it leaves the lane. */
  readonly turnY: number;
  /** It goes on along a row gutter to the lane beside its child. */
  readonly byGutter: boolean;
  readonly watch: Rect | null;
}

/** Routes all cables of one parent. `isFree` answers whether no sheet but the parent's and the child's is in a rect. */
export function routeCables<End extends CableEnd>(
  parent: Rect,
  ends: readonly End[],
  isFree: (rect: Rect, end: End) => boolean,
): RoutedCable[] {
  const right = parent.x + parent.w;
  const routed: RoutedCable[] = [];
  const straight: number[] = [];
  const down: Wish[] = [];
  const up: Wish[] = [];
  for (const end of ends) {
    const level = end.inY >= parent.y + CORNER && end.inY <= parent.y + parent.h - CORNER;
    const ahead = end.rect.x - HEAD >= right + LAST_LANE;
    const corridor = ahead && end.rect.x - right > MODULE.gapX + 1 ? corridorTo(right, end) : null;
    const direct = ahead && (corridor === null || isFree(corridor, end));
    if (direct && level && !straight.includes(end.inY)) {
      straight.push(end.inY);
      const points = [
        { x: right, y: end.inY },
        { x: end.rect.x - HEAD, y: end.inY },
      ];
      routed.push(finish(end.key, points, corridor));
      continue;
    }
    const gutter = direct ? null : freeGutter(parent, end, isFree);
    const turnY = gutter?.y ?? end.inY;
    const watch =
      gutter === null || corridor === null ? (gutter?.watch ?? corridor) : unionRect(gutter.watch, corridor);
    (turnY >= parent.y + parent.h / 2 ? down : up).push({ end, turnY, byGutter: !direct, watch });
  }
  routed.push(...fan(parent, down, 1, straight), ...fan(parent, up, -1, straight));
  return routed;
}

/** Cables that leave in one direction: the farthest takes the outermost port and the lane nearest to the parent. */
function fan(
  parent: Rect,
  wishes: readonly Wish[],
  direction: 1 | -1,
  straight: readonly number[],
): RoutedCable[] {
  const order = [...wishes].sort(
    (a, b) =>
      (b.turnY - a.turnY) * direction || b.end.rect.x - a.end.rect.x || (a.end.key < b.end.key ? -1 : 1),
  );
  const right = parent.x + parent.w;
  const edge = direction === 1 ? parent.y + parent.h : parent.y;
  // Ports go inwards from the corner as far as the last straight cable, or the middle.
  const inner = straight
    .filter((y) => Math.abs(edge - y) > FIRST_PORT + CORNER / 2)
    .reduce((least, y) => Math.min(least, Math.abs(edge - y) - CORNER), parent.h / 2 - CORNER / 2);
  const portStep = stepFor(order.length, inner - FIRST_PORT, PORT_STEP);
  // Parents one below the other share a gutter: their lanes interleave.
  const shift = Math.abs(Math.round(parent.y / MODULE.pitchY)) % 2 === 0 ? 0 : LANE_STEP / 2;
  const laneStep = stepFor(order.length, LAST_LANE - FIRST_LANE - shift, LANE_STEP);
  return order.map(({ end, turnY, byGutter, watch }, i) => {
    const portY = edge - direction * (FIRST_PORT + i * portStep);
    const lane = right + FIRST_LANE + shift + i * laneStep;
    const head = end.rect.x - HEAD;
    const points: Point[] = [
      { x: right, y: portY },
      { x: lane, y: portY },
      { x: lane, y: turnY },
    ];
    if (byGutter) {
      const arrival = end.rect.x - ARRIVAL_LANE;
      points.push({ x: arrival, y: turnY }, { x: arrival, y: end.inY });
    }
    points.push({ x: head, y: end.inY });
    return finish(end.key, points, watch);
  });
}

function stepFor(count: number, room: number, wanted: number): number {
  return count < 2 ? 0 : Math.min(wanted, Math.max(0, room) / (count - 1));
}

/**
 * The row gutter that leads to the child's side and has nothing in it: the one beside the child, or the nearest farther
 * up or down; a sheet of two rows covers the one between them.
 */
function freeGutter<End extends CableEnd>(
  parent: Rect,
  end: End,
  isFree: (rect: Rect, end: End) => boolean,
): { y: number; watch: Rect } {
  const { rect } = end;
  const nearest = gutterBeside(rect, parent, end.inY >= parent.y + parent.h / 2);
  const from = Math.min(parent.x + parent.w, rect.x - ARRIVAL_LANE);
  const to = Math.max(parent.x + parent.w + LAST_LANE, rect.x - ARRIVAL_LANE);
  const wayAt = (y: number): Rect => ({ x: from, y: y - 3, w: to - from, h: 6 });
  let watch = wayAt(nearest);
  for (const y of [nearest, ...guttersAround(rect)]) {
    const way = wayAt(y);
    watch = unionRect(watch, way);
    if (!rectsTouch(way, parent) && !rectsTouch(way, rect) && isFree(way, end)) return { y, watch };
  }
  return { y: nearest, watch };
}

function guttersAround(child: Rect): number[] {
  const half = MODULE.gapY / 2;
  return Array.from({ length: GUTTERS }, (_, i) => [
    child.y - half - i * MODULE.pitchY,
    child.y + child.h + half + i * MODULE.pitchY,
  ]).flat();
}

/** The row gutter beside the child: above it for a cable that comes from above, else below it. */
function gutterBeside(child: Rect, parent: Rect, below: boolean): number {
  const half = MODULE.gapY / 2;
  if (child.y >= parent.y + parent.h) return child.y - half;
  if (child.y + child.h <= parent.y) return child.y + child.h + half;
  // Side by side: around both of them.
  return below ? Math.max(child.y + child.h, parent.y + parent.h) + half : Math.min(child.y, parent.y) - half;
}

function corridorTo(right: number, end: CableEnd): Rect {
  return { x: right, y: end.inY - HEAD, w: end.rect.x - right, h: 2 * HEAD };
}

function finish(key: RiffKey, corners: readonly Point[], watch: Rect | null): RoutedCable {
  const points: Point[] = [];
  for (const corner of corners) {
    const last = points[points.length - 1];
    if (last !== undefined && last.x === corner.x && last.y === corner.y) continue;
    const before = points[points.length - 2];
    const inLine =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === corner.x) || (before.y === last.y && last.y === corner.y));
    if (inLine) points.pop();
    points.push(corner);
  }
  let { x: left, y: top } = points[0] as Point;
  let right = left;
  let bottom = top;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return {
    key,
    points,
    bounds: growRect({ x: left, y: top, w: right - left, h: bottom - top }, REACH),
    watch,
  };
}

/** Ports on a child's left edge lie this far apart, or closer where there are many. */
const IN_STEP = 28;

/**
 * Where a child's cables come in, absolute y for each parent in the given order. One comes in at the middle of the first
 * row. Of several the nearest parent above is on top and the nearest below at the bottom, so that they don't cross.
 */
export function incomingPorts(child: Rect, parents: readonly Rect[]): number[] {
  const middle = child.y + MODULE.h / 2;
  if (parents.length < 2) return parents.map(() => middle);
  const rank = parents.map((rect, i) => {
    const away = rect.y + Math.min(rect.h, MODULE.h) / 2 - middle;
    const side = Math.abs(away) < MODULE.pitchY / 2 ? 0 : Math.sign(away);
    return { i, side, x: side > 0 ? rect.x : -rect.x };
  });
  rank.sort((a, b) => a.side - b.side || a.x - b.x || a.i - b.i);
  const step = Math.min(IN_STEP, (MODULE.h - 2 * CORNER) / (parents.length - 1));
  const ys: number[] = [];
  rank.forEach(({ i }, at) => {
    ys[i] = middle + (at - (parents.length - 1) / 2) * step;
  });
  return ys;
}
