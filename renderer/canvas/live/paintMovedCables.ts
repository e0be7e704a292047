/** The cables of sheets that are in a hand, led to where they are now. */
import { incomingPorts, routeCables } from '../../../shared/ideas/cables.ts';
import type { Rect } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Sheet } from '../../../shared/model/layout.ts';
import type { Board } from '../board.ts';
import { paintCable } from '../paint/paintCable.ts';
import type { LiveBrush } from './liveBrush.ts';

/** A larger stack goes without. */
const MOST = 120;

/** `moved`: the sheets with the places where they are shown. */
export function paintMovedCables(board: Board, moved: readonly Sheet[], { pen, style }: LiveBrush): void {
  const { lineage } = board.session.view();
  const { cables, sheets } = board.scene.layout;
  const places = new Map<IdeaId, Rect>(moved.map((sheet) => [sheet.id, sheet]));
  const rectOf = (id: IdeaId): Rect | undefined => places.get(id) ?? sheets.get(id);
  const keys = new Set<string>();
  for (const id of places.keys()) {
    for (const key of [...lineage.parentRiffs(id), ...lineage.childRiffs(id)]) keys.add(key);
    if (keys.size > MOST) return;
  }
  for (const key of keys) {
    const cable = cables.get(key);
    if (cable === undefined) continue;
    const parent = rectOf(cable.parent);
    const child = rectOf(cable.child);
    if (parent === undefined || child === undefined) continue;
    const inY = incomingPorts(child, [parent])[0] ?? child.y;
    const [routed] = routeCables(parent, [{ key, rect: child, inY }], () => true);
    if (routed !== undefined) paintCable(pen, { ...cable, ...routed }, style);
  }
}
