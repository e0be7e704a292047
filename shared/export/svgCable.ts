import { BOND_LOOKS, type BondLook } from '../ideas/bonds.ts';
import type { Point } from '../model/geometry.ts';
import type { Cable } from '../model/layout.ts';
import { INK, PAPER } from './printInks.ts';
import { element, short } from './svgMarkup.ts';

const radius = 7;
const waves = { count: 3, length: 20, height: 6.3 } as const;

/** A riff's notation: stroke and notehead say the bond. */
export function svgCable({ points, bond }: Cable): string {
  const end = points.at(-1);
  if (points.length < 2 || end === undefined) return '';
  const { stroke, head } = BOND_LOOKS[bond];
  const d = cablePath(points, stroke === 'waves');
  const line =
    stroke === 'double'
      ? element('path', { d, class: 'double' }) + element('path', { d, class: 'between' })
      : element('path', { d, class: stroke === 'dots' ? 'dots' : 'cable' });
  return line + notehead(end, head);
}

function notehead({ x, y }: Point, head: BondLook['head']): string {
  switch (head) {
    case 'filled':
      return element('circle', { cx: x, cy: y, r: 5.2, fill: INK });
    case 'diamond':
      return element('path', { d: `M${short(x)} ${short(y - 6.6)}l6.6 6.6-6.6 6.6-6.6-6.6z`, fill: INK });
    case 'square':
      return element('rect', { x: x - 5.2, y: y - 5.2, width: 10.4, height: 10.4, fill: INK });
    case 'open':
      return element('circle', { cx: x, cy: y, r: 4.8, fill: PAPER, stroke: INK, 'stroke-width': 2.3 });
  }
}

/** Orthogonal corners rounded; a twist has its waves in the longest stretch, where they have room. */
function cablePath(points: readonly Point[], wavy: boolean): string {
  const wave = wavy ? longestStretch(points) : -1;
  let d = '';
  points.forEach((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined) d += `M${pair(point)}`;
    else {
      const into = towards(point, before, cornerRadius(before, point, after));
      if (i - 1 === wave) d += wavesTo(i === 1 ? before : towards(before, point, radius), into);
      d += `L${pair(into)}`;
      if (after !== undefined)
        d += `Q${pair(point)} ${pair(towards(point, after, cornerRadius(before, point, after)))}`;
    }
  });
  return d;
}

/** Never more than half of either side. */
function cornerRadius(before: Point, corner: Point, after: Point | undefined): number {
  return after === undefined
    ? 0
    : Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
}

function longestStretch(points: readonly Point[]): number {
  let longest = 0;
  for (let i = 1; i + 1 < points.length; i++) {
    if (stretch(points, i) > stretch(points, longest)) longest = i;
  }
  return longest;
}

function stretch(points: readonly Point[], i: number): number {
  const a = points[i];
  const b = points[i + 1];
  return a === undefined || b === undefined ? 0 : distance(a, b);
}

/** Three waves in the middle of the way, smaller where there is little of it. */
function wavesTo(from: Point, to: Point): string {
  const way = distance(from, to);
  const length = Math.min(waves.length, way - 8);
  if (length < 6) return '';
  const ux = (to.x - from.x) / way;
  const uy = (to.y - from.y) / way;
  const at = (along: number, across: number): Point => ({
    x: from.x + ux * along - uy * across,
    y: from.y + uy * along + ux * across,
  });
  // A short stretch ends in a notehead: waves begin right behind the parent.
  const start = way < 40 ? 2 : (way - length) / 2;
  const half = length / (2 * waves.count);
  let d = `L${pair(at(start, 0))}`;
  for (let i = 0; i < 2 * waves.count; i++) {
    const side = (i % 2 === 0 ? -1 : 1) * waves.height * (length / waves.length);
    d += `Q${pair(at(start + (i + 0.5) * half, side))} ${pair(at(start + (i + 1) * half, 0))}`;
  }
  return d;
}

function towards(from: Point, to: Point, by: number): Point {
  const way = distance(from, to);
  return way === 0
    ? from
    : { x: from.x + ((to.x - from.x) / way) * by, y: from.y + ((to.y - from.y) / way) * by };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function pair({ x, y }: Point): string {
  return `${short(x)} ${short(y)}`;
}
