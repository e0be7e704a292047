/** Paints riff links as notation: the stroke and the notehead say the bond. A cable's last point is its notehead's middle. */
import type { Point } from '../../../shared/model/geometry.ts';
import type { Cable } from '../../../shared/model/layout.ts';
import { LINK } from '../figures.ts';
import type { PaintStyle } from './paintSheet.ts';
import type { Pen } from './pen.ts';

export function paintCable(
  pen: Pen,
  cable: Cable,
  { theme, detail, zoom }: PaintStyle,
  colour = theme.ink,
): void {
  const points = cable.points;
  if (points.length < 2) return;
  const { ink } = pen;
  if (detail === 'mark' || detail === 'cut') {
    pen.stroke(colour, Math.max(LINK.width, 0.8 / zoom));
    ink.beginPath();
    traceRoute(ink, points, detail === 'cut' ? LINK.corner : 0);
    ink.stroke();
    return;
  }
  ink.beginPath();
  if (cable.bond === 'twist') traceTwist(ink, points);
  else traceRoute(ink, points, LINK.corner);
  if (cable.bond === 'combine') {
    pen.stroke(colour, LINK.double.outer);
    ink.stroke();
    pen.stroke(theme.paper, LINK.double.inner);
    ink.stroke();
  } else if (cable.bond === 'question') {
    pen.stroke(colour, LINK.dots.width);
    ink.lineCap = 'round';
    ink.setLineDash([0, LINK.dots.gap]);
    ink.stroke();
    ink.setLineDash([]);
    ink.lineCap = 'butt';
  } else {
    pen.stroke(colour, LINK.width);
    ink.stroke();
  }
  const head = points[points.length - 1];
  if (head !== undefined) paintHead(pen, cable.bond, head, colour, theme.paper);
}

function paintHead(pen: Pen, bond: Cable['bond'], at: Point, colour: string, paper: string): void {
  const { ink } = pen;
  const { disc, diamond, square, open, openLine } = LINK.head;
  ink.beginPath();
  if (bond === 'question') {
    ink.arc(at.x, at.y, open, 0, Math.PI * 2);
    pen.fill(paper);
    ink.fill();
    pen.stroke(colour, openLine);
    ink.stroke();
    return;
  }
  if (bond === 'twist') {
    ink.moveTo(at.x, at.y - diamond);
    ink.lineTo(at.x + diamond, at.y);
    ink.lineTo(at.x, at.y + diamond);
    ink.lineTo(at.x - diamond, at.y);
  } else if (bond === 'combine') ink.rect(at.x - square, at.y - square, 2 * square, 2 * square);
  else ink.arc(at.x, at.y, disc, 0, Math.PI * 2);
  pen.fill(colour);
  ink.fill();
}

/** An orthogonal way with rounded corners; a corner is smaller where its legs are short. */
export function traceRoute(path: CanvasPath, points: readonly Point[], radius: number): void {
  const first = points[0];
  if (first === undefined) return;
  path.moveTo(first.x, first.y);
  for (let i = 1; i < points.length; i++) {
    const at = points[i] as Point;
    const before = points[i - 1] as Point;
    const after = points[i + 1];
    if (after === undefined || radius === 0) {
      path.lineTo(at.x, at.y);
      continue;
    }
    const room = Math.min(legLength(before, at), legLength(at, after)) / (points.length > 3 ? 2 : 1);
    path.arcTo(at.x, at.y, after.x, after.y, Math.min(radius, room));
  }
}

/** The same way with three waves in its longest leg. */
function traceTwist(path: CanvasPath, points: readonly Point[]): void {
  let longest = 1;
  for (let i = 2; i < points.length; i++) if (legOf(points, i) > legOf(points, longest)) longest = i;
  const from = points[longest - 1] as Point;
  const to = points[longest] as Point;
  const length = legLength(from, to);
  const wave = Math.min(LINK.wave.length, length * 0.72);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const lead = length - wave <= 8 ? (length - wave) / 4 : (length - wave) / 2;
  const start = { x: from.x + along.x * lead, y: from.y + along.y * lead };
  traceRoute(path, [...points.slice(0, longest), start], LINK.corner);
  for (let half = 0; half < 6; half++) {
    const middle = (wave * (half + 0.5)) / 6;
    const end = (wave * (half + 1)) / 6;
    const side = half % 2 === 0 ? -LINK.wave.rise : LINK.wave.rise;
    path.quadraticCurveTo(
      start.x + along.x * middle - along.y * side,
      start.y + along.y * middle + along.x * side,
      start.x + along.x * end,
      start.y + along.y * end,
    );
  }
  const rest = [{ x: start.x + along.x * wave, y: start.y + along.y * wave }, ...points.slice(longest)];
  for (let i = 1; i < rest.length; i++) {
    const at = rest[i] as Point;
    const after = rest[i + 1];
    if (after === undefined) path.lineTo(at.x, at.y);
    else path.arcTo(at.x, at.y, after.x, after.y, Math.min(LINK.corner, legLength(rest[i - 1] as Point, at)));
  }
}

function legOf(points: readonly Point[], i: number): number {
  return legLength(points[i - 1] as Point, points[i] as Point);
}

function legLength(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
