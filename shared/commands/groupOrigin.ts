import type { GroupId } from '../model/ids.ts';
import type { Point } from '../model/geometry.ts';
import type { JamSnapshot } from '../model/snapshot.ts';

/** The board point that places in this group are relative to: through its parents, cycles broken, binned ones skipped. */
export function originOf(snapshot: JamSnapshot, group: GroupId | null): Point {
  let x = 0;
  let y = 0;
  const seen = new Set<GroupId>();
  for (let id = group; id !== null && !seen.has(id); ) {
    seen.add(id);
    const found = snapshot.groups.get(id);
    if (found === undefined) break;
    x += found.x;
    y += found.y;
    id = found.parent;
  }
  return { x, y };
}
