/** A riff pulls its cable out of its parent, then its sheet is laid down. */
import type { Point } from '../../../shared/model/geometry.ts';
import type { Cable } from '../../../shared/model/layout.ts';
import type { Board } from '../board.ts';
import { easeOut } from '../easing.ts';
import { paintCable } from '../paint/paintCable.ts';
import { paintStock } from '../paint/paintSheet.ts';
import type { LiveBrush } from './liveBrush.ts';
import type { Laying } from './liveStore.ts';

/** The cable takes the first part of the time, the sheet the rest. */
const CABLE_PART = 0.5;

/** Tells whether it still moves; when it does not, the laying is over. */
export function paintLaying(board: Board, laying: Laying, { pen, style, now }: LiveBrush): boolean {
  const length = 2 * style.theme.move;
  const t = length === 0 ? 1 : (now - laying.since) / length;
  const sheet = board.scene.layout.sheets.get(laying.idea);
  if (t >= 1 || sheet === undefined) {
    // Not while painting: what listens paints anew.
    queueMicrotask(() => {
      if (board.live.get().laying === laying) board.live.set({ laying: null });
    });
    return false;
  }
  const pulled = easeOut(Math.min(1, t / CABLE_PART));
  for (const key of board.session.view().lineage.parentRiffs(laying.idea)) {
    const cable = board.scene.layout.cables.get(key);
    if (cable !== undefined) paintCable(pen, shortened(cable, pulled), style);
  }
  const laid = easeOut(Math.max(0, (t - CABLE_PART * 0.6) / (1 - CABLE_PART * 0.6)));
  if (laid > 0) {
    pen.ink.save();
    pen.ink.globalAlpha = Math.min(1, laid * 1.4);
    pen.ink.translate((1 - laid) * -14, 0);
    paintStock(pen, sheet, style);
    pen.ink.restore();
    pen.forget();
  }
  return true;
}

/** The first part of a cable's way. */
function shortened(cable: Cable, part: number): Cable {
  const { points } = cable;
  let left = part * points.slice(1).reduce((sum, point, i) => sum + distance(points[i] as Point, point), 0);
  const way: Point[] = points.slice(0, 1);
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1] as Point;
    const to = points[i] as Point;
    const leg = distance(from, to);
    if (leg >= left) {
      const share = leg === 0 ? 1 : left / leg;
      way.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      break;
    }
    way.push(to);
    left -= leg;
  }
  return { ...cable, points: way };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
