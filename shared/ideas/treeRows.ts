/** Lays one tree as it is read: the root, its riffs in the next column, each one's riffs beside it, nobody between. */
import { MODULE, type Point, rowsHeight } from '../model/geometry.ts';

export interface TreeNode<Id> {
  readonly id: Id;
  readonly rows: number;
  readonly children: readonly TreeNode<Id>[];
}

/**
 * Places a node and all below it, each on the first rows from `start` down where it fits. Never between two sheets of
 * another branch: a subtree's rows are its own.
 *
 * @param fits whether a sheet of so many rows may lie at a module corner
 * @param place told for each node, parents first
 * @returns the y of the first row below the whole tree
 */
export function layTree<Id>(
  root: TreeNode<Id>,
  start: Point,
  fits: (at: Point, rows: number) => boolean,
  place: (id: Id, at: Point, rows: number) => void,
): number {
  interface Frame {
    readonly node: TreeNode<Id>;
    readonly at: Point;
    next: number;
    /** Below all of its branches so far. */
    bottom: number;
  }
  const lay = (node: TreeNode<Id>, from: Point): Frame => {
    let { y } = from;
    while (!fits({ x: from.x, y }, node.rows)) y += MODULE.pitchY;
    const at = { x: from.x, y };
    place(node.id, at, node.rows);
    return { node, at, next: 0, bottom: y };
  };
  // An outline may be thousands of levels deep: no recursion.
  const stack = [lay(root, start)];
  for (;;) {
    const frame = stack[stack.length - 1] as Frame;
    const child = frame.node.children[frame.next++];
    if (child !== undefined) {
      stack.push(lay(child, { x: frame.at.x + MODULE.pitchX, y: frame.bottom }));
      continue;
    }
    stack.pop();
    const bottom = Math.max(frame.bottom, frame.at.y + rowsHeight(frame.node.rows) + MODULE.gapY);
    const parent = stack[stack.length - 1];
    if (parent === undefined) return bottom;
    parent.bottom = Math.max(parent.bottom, bottom);
  }
}
