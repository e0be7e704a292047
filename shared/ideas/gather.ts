/** Where a new group of these sheets stands: around them, covering nothing that does not belong to it. */
import { type Point, type Rect, rectsTouch } from '../model/geometry.ts';
import type { GroupId, IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { boardForest } from './boardForest.ts';
import { createGround, type LaidBoard, laidBoard } from './ground.ts';
import { areaAround } from './groupAreas.ts';
import { deriveGroupTree } from './groupTree.ts';
import type { Lineage } from './lineage.ts';
import { nearestFirst } from './placement.ts';
import { stackTrees } from './tidy.ts';

export interface Gathered {
  /** The group that it stands in itself: the one that all of them lay in. */
  readonly parent: GroupId | null;
  /** With its head, on the board. */
  readonly area: Rect;
  /** Corners on the board. */
  readonly places: ReadonlyMap<IdeaId, Point>;
}

const NOTHING: BoardLayout = {
  sheets: new Map(),
  cables: new Map(),
  connectors: new Map(),
  groups: new Map(),
  bounds: null,
};

/**
 * They stay where they are when the area around them is free. Otherwise they go together to the nearest free ground:
 * as they lie to each other, or, with strange sheets among them, as tidy would lay them.
 */
export function gather(
  snapshot: JamSnapshot,
  lineage: Lineage,
  laid: LaidBoard,
  ideas: readonly IdeaId[],
): Gathered {
  const { layout } = laid;
  const sheets = ideas.flatMap((id) => layout.sheets.get(id) ?? []);
  const mine = new Set(sheets.map(({ id }) => id));
  const homes = new Set(sheets.map(({ id }) => snapshot.ideas.get(id)?.place.group ?? null));
  const parent = homes.size === 1 ? ([...homes][0] ?? null) : null;
  const inside = new Set(deriveGroupTree(snapshot.groups).chain(parent));
  const ground = createGround(laid, inside, mine);
  let places = new Map<IdeaId, Point>(sheets.map(({ id, x, y }) => [id, { x, y }]));
  const rects = (): Rect[] => sheets.map(({ id, w, h }) => ({ ...(places.get(id) as Point), w, h }));
  let area = areaAround(rects());
  if (ground.isFree(area)) return { parent, area, places };

  const strange = [...layout.sheets.values()].some(
    (sheet) => !mine.has(sheet.id) && rectsTouch(sheet, bodyOf(area)),
  );
  if (strange) {
    places = new Map();
    const start = { x: area.x, y: bodyOf(area).y };
    stackTrees(
      boardForest(snapshot, lineage, layout, mine),
      start,
      createGround(laidBoard(NOTHING), new Set()),
      places,
    );
    area = areaAround(rects());
  }
  for (const by of nearestFirst()) {
    const there = { ...area, x: area.x + by.x, y: area.y + by.y };
    if (!ground.isFree(there)) continue;
    const moved = new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
    return { parent, area: there, places: moved };
  }
  return { parent, area, places };
}

/** Below its head. */
function bodyOf(area: Rect): Rect {
  const head = areaAround([{ x: 0, y: 0, w: 0, h: 0 }]).h;
  return { ...area, y: area.y + head, h: area.h - head };
}
