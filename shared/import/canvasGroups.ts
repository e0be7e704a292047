import type { Point, Rect } from '../model/geometry.ts';
import { rectContains } from '../model/geometry.ts';
import type { CanvasNode } from './canvasSchema.ts';
import { IMPORT_LIMITS, type ImportedGroup } from './importedJam.ts';

export interface CanvasGroups {
  readonly groups: readonly ImportedGroup[];
  /** The group that a node lies in, by our own mark or else by its middle, or null. */
  of(node: CanvasNode): string | null;
}

interface Area {
  readonly node: CanvasNode;
  readonly rect: Rect | null;
}

/** JSON Canvas knows no membership, only rectangles: a thing belongs to the smallest group around its middle. */
export function canvasGroups(nodes: readonly CanvasNode[]): CanvasGroups {
  const areas: Area[] = nodes.slice(0, IMPORT_LIMITS.groups).map((node) => ({ node, rect: rectOf(node) }));
  const ids = new Set(areas.map(({ node }) => node.id));
  const bySize = areas.filter((area) => area.rect !== null).sort((a, b) => sizeOf(a) - sizeOf(b));
  const around = (middle: Point, candidates: readonly Area[]): string | null =>
    candidates.find(({ rect }) => rect !== null && rectContains(rect, middle))?.node.id ?? null;

  const groups = nodes.map((node, i): ImportedGroup => {
    const own = node.riffroom;
    const rect = areas[i]?.rect ?? null;
    // Only a larger one can hold it; equal ones in the file's order, so that two never hold each other.
    const larger = rect === null ? [] : bySize.slice(bySize.findIndex((area) => area.node === node) + 1);
    const byPlace =
      rect === null
        ? null
        : around(
            middleOf(rect),
            larger.filter((area) => area.rect !== null && holds(area.rect, rect)),
          );
    const marked = own?.parent !== undefined && (own.parent === null || ids.has(own.parent));
    return {
      ref: node.id,
      name: node.label || node.text || node.title || node.name,
      role: own?.role === 'fresh' ? 'fresh' : 'area',
      rect,
      parent: marked ? (own?.parent ?? null) : byPlace,
    };
  });

  return {
    groups,
    of(node) {
      const marked = node.riffroom?.group;
      if (marked === null || (marked !== undefined && ids.has(marked))) return marked;
      const rect = rectOf(node);
      return rect === null ? null : around(middleOf(rect), bySize);
    },
  };
}

function rectOf({ x, y, width, height }: CanvasNode): Rect | null {
  if (Number.isNaN(x) || Number.isNaN(y)) return null;
  return { x, y, w: width > 0 ? width : 0, h: height > 0 ? height : 0 };
}

function sizeOf({ rect }: Area): number {
  return rect === null ? 0 : rect.w * rect.h;
}

function middleOf(rect: Rect): Point {
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
  );
}
