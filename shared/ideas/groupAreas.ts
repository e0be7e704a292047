/** The area of a group: what was asked for, grown by what lies in it. */
import { type Rect, unionRect } from '../model/geometry.ts';
import type { GroupArea } from '../model/layout.ts';
import type { Group } from '../model/snapshot.ts';

/** Height of a group's head, rule and name, page units: its first row of sheets stands this far below its top. */
export const GROUP_HEAD = 44;

export function groupArea(
  group: Group,
  origin: { readonly x: number; readonly y: number },
  members: Iterable<Rect>,
  count: number,
): GroupArea {
  let area: Rect = { x: origin.x, y: origin.y, w: group.w, h: group.h };
  for (const { x, y, w, h } of members)
    area = unionRect(area, { x, y: y - GROUP_HEAD, w, h: h + GROUP_HEAD });
  return {
    id: group.id,
    name: group.name,
    count,
    role: group.role,
    x: area.x,
    y: area.y,
    w: area.w,
    h: area.h,
  };
}

/** The group area that puts its head right above these sheets. */
export function areaAround(rects: readonly Rect[]): Rect {
  const [first, ...others] = rects;
  if (first === undefined) return { x: 0, y: 0, w: 0, h: GROUP_HEAD };
  const { x, y, w, h } = others.reduce<Rect>(unionRect, first);
  return { x, y: y - GROUP_HEAD, w, h: h + GROUP_HEAD };
}
