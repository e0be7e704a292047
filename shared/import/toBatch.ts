import type { Batch, BatchGroup } from '../commands/jamImport.ts';
import { areaAround, GROUP_HEAD } from '../ideas/groupAreas.ts';
import { MODULE, type Point, type Rect, snapToModule } from '../model/geometry.ts';
import type { BoardId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { ImportedJam } from './importedJam.ts';
import { layImport } from './layImport.ts';

/** What was imported, placed below what lies on the board: places of its own stay as they are to each other. */
export function toBatch(imported: ImportedJam, board: BoardId, layout: BoardLayout): Batch {
  const placed = imported.ideas.filter((idea) => idea.place !== null);
  const unplaced = imported.ideas.filter((idea) => idea.place === null);
  const below = firstFree(layout.bounds);
  // Beside an empty board a canvas keeps its very coordinates, so that it goes out again where it came in.
  const shift =
    layout.bounds === null
      ? { x: 0, y: 0 }
      : shiftTo(
          below,
          placed.map((idea) => idea.place as Point),
        );
  const own = new Map(
    placed.map(({ ref, place }) => [ref, { x: (place?.x ?? 0) + shift.x, y: (place?.y ?? 0) + shift.y }]),
  );
  const lowest = Math.max(
    below.y,
    ...[...own.values()].map(({ y }) => snapToModule({ x: 0, y }).y + 2 * MODULE.pitchY),
  );
  const laid = layImport(unplaced, { x: below.x, y: own.size > 0 ? lowest : below.y });
  const at = (ref: string): Point => own.get(ref) ?? laid.get(ref) ?? below;

  return {
    board,
    ideas: imported.ideas.map((idea) => ({
      ref: idea.ref,
      text: idea.text,
      detail: idea.detail,
      kind: idea.kind,
      parents: idea.parents,
      group: idea.group,
      ...at(idea.ref),
      auto: idea.place === null && idea.parents.length > 0,
      author: idea.author,
    })),
    groups: imported.groups.map(({ ref, name, role, rect }): BatchGroup => {
      const moved = rect === null ? null : { ...rect, x: rect.x + shift.x, y: rect.y + shift.y };
      return { ref, name, role, ...(moved ?? areaOf(ref, imported, at)) };
    }),
    connectors: imported.connectors,
    ...(imported.brief ? { brief: imported.brief } : null),
  };
}

function areaOf(group: string, imported: ImportedJam, at: (ref: string) => Point): Rect {
  const members = imported.ideas.filter((idea) => idea.group === group);
  return areaAround(members.map(({ ref }) => ({ ...at(ref), w: MODULE.w, h: MODULE.h })));
}

/** The first module of the first free band under everything; with room for a group's head. */
function firstFree(bounds: Rect | null): Point {
  if (bounds === null) return { x: 0, y: 0 };
  const column = Math.floor(bounds.x / MODULE.pitchX);
  const row = Math.ceil((bounds.y + bounds.h + GROUP_HEAD) / MODULE.pitchY) + 1;
  return { x: column * MODULE.pitchX, y: row * MODULE.pitchY };
}

function shiftTo(corner: Point, places: readonly Point[]): Point {
  if (places.length === 0) return { x: 0, y: 0 };
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  for (const { x, y } of places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
  }
  return { x: corner.x - left, y: corner.y - top };
}
