/** Free connectors: one thin cubic from edge to edge, with words at its middle. */
import { growRect, type Point, type Rect } from '../model/geometry.ts';
import type { ConnectorLine } from '../model/layout.ts';
import type { Connector } from '../model/snapshot.ts';

const GAP = 4;
/** The open arrow needs a little air before the thing it points at. */
const ARROW_GAP = 8;
/** Half a line of words and the arrow's wings. */
const REACH = 12;
/** Words at the middle are about this wide, a letter; for the bounds only. */
const LETTER = 7;

export function connectorLine(connector: Connector, from: Rect, to: Rect): ConnectorLine {
  const start = centre(from);
  const end = centre(to);
  const across = Math.abs(end.x - start.x) * 0.6 >= Math.abs(end.y - start.y);
  const dx = end.x >= start.x ? 1 : -1;
  const dy = end.y >= start.y ? 1 : -1;
  const a = across
    ? { x: start.x + dx * (from.w / 2 + GAP), y: start.y }
    : { x: start.x, y: start.y + dy * (from.h / 2 + GAP) };
  const b = across
    ? { x: end.x - dx * (to.w / 2 + ARROW_GAP), y: end.y }
    : { x: end.x, y: end.y - dy * (to.h / 2 + ARROW_GAP) };
  const reach = Math.max(24, Math.abs(across ? b.x - a.x : b.y - a.y) * 0.5);
  const c1 = across ? { x: a.x + dx * reach, y: a.y } : { x: a.x, y: a.y + dy * reach };
  const c2 = across ? { x: b.x - dx * reach, y: b.y } : { x: b.x, y: b.y - dy * reach };
  const labelAt = { x: (a.x + 3 * c1.x + 3 * c2.x + b.x) / 8, y: (a.y + 3 * c1.y + 3 * c2.y + b.y) / 8 };
  const words = Math.min(connector.label.length, 80) * LETTER;
  const bounds = growRect(
    hull([
      a,
      c1,
      c2,
      b,
      { x: labelAt.x - words / 2, y: labelAt.y },
      { x: labelAt.x + words / 2, y: labelAt.y },
    ]),
    REACH,
  );
  return { id: connector.id, from: a, c1, c2, to: b, label: connector.label, labelAt, bounds };
}

function centre(rect: Rect): Point {
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
}

function hull(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}
