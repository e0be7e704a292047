/** How wide a group's name may be: its own area near by, and far away as far as the next heading on its right. */
import type { GroupArea } from '../../../shared/model/layout.ts';
import type { BoardScene } from '../boardScene.ts';
import { headingSize, standsOnRule } from './paintGroup.ts';

/** CSS pixels. */
export const FARTHEST = 320;
/** A name may be so much wider than its group. */
const OVERHANG = 1.8;

/** Page units. */
export function headingRoom(scene: BoardScene, group: GroupArea, zoom: number): number {
  if (!standsOnRule(zoom)) return group.w;
  const size = headingSize(zoom);
  const band = { x: group.x + 1, y: group.y - size * 1.25, w: FARTHEST / zoom, h: size * 2.5 };
  let room = Math.max(group.w, Math.min(FARTHEST / zoom, group.w * OVERHANG));
  for (const other of scene.groupsIn({ ...band, h: band.h + 1 })) {
    if (other.id === group.id || Math.abs(other.y - group.y) > size * 1.25 || other.x <= group.x) continue;
    room = Math.min(room, other.x - group.x - size * 0.5);
  }
  return room;
}
