/**
 * What lies on the board and where: the layout behind spatial indexes, kept up to date by differences. Tells which
 * parts of the page changed, so that nothing else is painted again.
 */
import { createSpatialIndex, type SpatialIndex } from '../../shared/ideas/spatialIndex.ts';
import { growRect, type Point, type Rect, rectContains } from '../../shared/model/geometry.ts';
import type { ConnectorId, GroupId, IdeaId, RiffKey } from '../../shared/model/ids.ts';
import type { BoardLayout, Cable, ConnectorLine, GroupArea, Sheet } from '../../shared/model/layout.ts';
import { differingKeys } from '../../shared/util/shardedMap.ts';
import { TAG_HANG } from './paint/decisionTag.ts';

/** Page rects that look different. Headings apart: far away they are larger than what they head. */
export interface SceneChange {
  readonly rects: readonly Rect[];
  readonly headings: readonly Rect[];
}

export interface BoardScene {
  readonly layout: BoardLayout;
  readonly sheets: SpatialIndex<IdeaId>;
  readonly cables: SpatialIndex<RiffKey>;
  readonly connectors: SpatialIndex<ConnectorId>;
  readonly groups: SpatialIndex<GroupId>;
  /**
   * Takes a new layout and tells what looks different. `changed` names the sheets that differ from
   * the layout before, where that is known.
   */
  update(layout: BoardLayout, changed: ReadonlySet<IdeaId> | null): SceneChange;
  /** Bottom to top: a sheet that was moved later lies above. */
  sheetsIn(rect: Rect): Sheet[];
  cablesIn(rect: Rect): Cable[];
  connectorsIn(rect: Rect): ConnectorLine[];
  groupsIn(rect: Rect): GroupArea[];
  /** The topmost sheet under a page point. */
  sheetAt(point: Point): Sheet | null;
  /** Changes with every update that changed a sheet's place or presence. */
  readonly revision: number;
}

const EMPTY: BoardLayout = {
  sheets: new Map(),
  cables: new Map(),
  connectors: new Map(),
  groups: new Map(),
  bounds: null,
};

/** Paint reaches this far over a sheet's edge: its edge, and the tag of a decision. */
const SHEET_REACH = 2 + TAG_HANG;

export function createBoardScene(): BoardScene {
  let layout = EMPTY;
  let revision = 0;
  let raised = 0;
  const sheets = createSpatialIndex<IdeaId>();
  const cables = createSpatialIndex<RiffKey>();
  const connectors = createSpatialIndex<ConnectorId>();
  const groups = createSpatialIndex<GroupId>();
  const height = new Map<IdeaId, number>();

  function updateSheet(id: IdeaId, before: Sheet | undefined, after: Sheet | undefined, dirty: Rect[]): void {
    if (before === after) return;
    if (before !== undefined) dirty.push(growRect(before, SHEET_REACH));
    if (after === undefined) {
      sheets.remove(id);
      height.delete(id);
      return;
    }
    const moved = before === undefined || !sameRect(before, after);
    if (moved) {
      dirty.push(growRect(after, SHEET_REACH));
      sheets.insert(id, after);
      height.set(id, ++raised);
    }
  }

  function sheetsIn(rect: Rect): Sheet[] {
    const found: Sheet[] = [];
    for (const id of sheets.query(rect)) {
      const sheet = layout.sheets.get(id);
      if (sheet !== undefined) found.push(sheet);
    }
    return found.sort((a, b) => (height.get(a.id) ?? 0) - (height.get(b.id) ?? 0));
  }

  return {
    get layout() {
      return layout;
    },
    get revision() {
      return revision;
    },
    sheets,
    cables,
    connectors,
    groups,
    update(next, changed) {
      const dirty: Rect[] = [];
      const headings: Rect[] = [];
      const before = layout;
      if (next === before) return { rects: dirty, headings };
      layout = next;
      if (before.sheets !== next.sheets) {
        revision++;
        if (changed !== null) {
          for (const id of changed) updateSheet(id, before.sheets.get(id), next.sheets.get(id), dirty);
        } else {
          for (const [id, sheet] of before.sheets)
            if (!next.sheets.has(id)) updateSheet(id, sheet, undefined, dirty);
          for (const [id, sheet] of next.sheets) updateSheet(id, before.sheets.get(id), sheet, dirty);
        }
      }
      diff(before.cables, next.cables, cables, boundsOf, dirty);
      diff(before.connectors, next.connectors, connectors, boundsOf, dirty);
      diff(before.groups, next.groups, groups, (group) => group, headings);
      return { rects: dirty, headings };
    },
    sheetsIn,
    cablesIn: (rect) => pick(cables.query(rect), layout.cables),
    connectorsIn: (rect) => pick(connectors.query(rect), layout.connectors),
    groupsIn: (rect) => pick(groups.query(rect), layout.groups),
    sheetAt(point) {
      const under = sheetsIn({ x: point.x, y: point.y, w: 0.01, h: 0.01 });
      return under.findLast((sheet) => rectContains(sheet, point)) ?? null;
    },
  };
}

function pick<Id, Thing>(ids: readonly Id[], things: ReadonlyMap<Id, Thing>): Thing[] {
  const found: Thing[] = [];
  for (const id of ids) {
    const thing = things.get(id);
    if (thing !== undefined) found.push(thing);
  }
  return found;
}

function diff<Thing>(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  index: SpatialIndex<string>,
  rectOf: (thing: Thing) => Rect,
  dirty: Rect[],
): void {
  for (const id of differingKeys(before, after)) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old !== undefined) dirty.push(rectOf(old));
    if (now === undefined) index.remove(id);
    else {
      dirty.push(rectOf(now));
      index.insert(id, rectOf(now));
    }
  }
}

function boundsOf(thing: { readonly bounds: Rect }): Rect {
  return thing.bounds;
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}
