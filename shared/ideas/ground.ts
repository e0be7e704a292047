/** Where on a board there is room. */
import { type Rect, rectsTouch } from '../model/geometry.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import { GROUP_HEAD } from './groupAreas.ts';
import { createSpatialIndex, type SpatialIndex } from './spatialIndex.ts';

/** A layout with its sheets by place. */
export interface LaidBoard {
  readonly layout: BoardLayout;
  readonly sheets: SpatialIndex<IdeaId>;
}

export interface Ground {
  /** No sheet there, no group's head, and no area of a group but those that one may lie in. */
  isFree(rect: Rect): boolean;
  /** From now on this is covered too. */
  cover(rect: Rect): void;
}

/** For a layout that comes without an index; one is made in a few milliseconds per 10,000 sheets. */
export function laidBoard(layout: BoardLayout): LaidBoard {
  const sheets = createSpatialIndex<IdeaId>();
  for (const [id, sheet] of layout.sheets) sheets.insert(id, sheet);
  return { layout, sheets };
}

/**
 * @param inside groups whose areas are open: the ones that the thing will belong to
 * @param except sheets that are about to move away
 */
export function createGround(
  { layout, sheets }: LaidBoard,
  inside: ReadonlySet<GroupId>,
  except?: ReadonlySet<IdeaId>,
): Ground {
  const covered = createSpatialIndex<Rect>();
  const areas = [...layout.groups.values()].map((area): Rect => (inside.has(area.id) ? headOf(area) : area));
  return {
    isFree(rect) {
      if (covered.touches(rect) || areas.some((area) => rectsTouch(area, rect))) return false;
      return except === undefined ? !sheets.touches(rect) : sheets.query(rect).every((id) => except.has(id));
    },
    cover: (rect) => covered.insert(rect, rect),
  };
}

function headOf({ x, y, w }: Rect): Rect {
  return { x, y, w, h: GROUP_HEAD };
}
