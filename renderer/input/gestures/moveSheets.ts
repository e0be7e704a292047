/**
 * Sheets in the hand. They snap to modules and cover nothing; Ctrl/Cmd leaves the grid, Shift keeps to one axis, Alt
 * leaves them and lays copies. Nothing is written before the hand lets go: then one command.
 */

import { MODULE, type Point } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { Board } from '../../canvas/board.ts';
import { layCopies } from '../actions/clipboardActions.ts';
import { type Drop, dropAt, loadOf, movesOf } from '../drop.ts';
import type { Gesture, Hand } from '../hand.ts';

/** Up to so many sheets the places where they would lie are shown while they are in the hand. */
const SHOWN = 60;

/** @param anchor the sheet that was pressed · @param asked what is to move, the anchor among it */
export function moveSheets(
  board: Board,
  start: Hand,
  anchor: IdeaId,
  asked: readonly IdeaId[],
): Gesture | null {
  const { session, scene, live } = board;
  const { snapshot, lineage } = session.view();
  const laid = { layout: scene.layout, sheets: scene.sheets };
  const load = loadOf(snapshot, lineage, laid, asked);
  if (load.held.length === 0) {
    const name = session.view().labels.get(anchor) ?? 'This idea';
    session.notify(`${name} is locked. Unlock it first.`, 'refusal', null, start.page);
    return null;
  }
  const ideas: ReadonlySet<IdeaId> = new Set([...load.held, ...load.carried]);
  const held: ReadonlySet<IdeaId> = new Set(load.held);
  const grip = load.held.includes(anchor) ? anchor : (load.held[0] ?? anchor);
  let seen = '';
  let shown: Drop = { places: new Map(), into: null };

  const dropUnder = (hand: Hand, delta: Point): Drop =>
    dropAt(session.view().snapshot, laid, load, grip, delta, hand.page, hand.mod);

  return {
    move(hand) {
      const delta = deltaOf(start, hand);
      // Places are looked for anew only when the hand has come over another half module or group.
      const at = `${Math.round((2 * delta.x) / MODULE.pitchX)} ${Math.round((2 * delta.y) / MODULE.pitchY)} ${hand.mod}`;
      if (at !== seen && ideas.size <= SHOWN) {
        seen = at;
        shown = hand.mod ? { ...dropUnder(hand, delta), places: new Map() } : dropUnder(hand, delta);
      }
      live.set({
        cursor: hand.alt ? 'copy' : 'grabbing',
        lift: {
          ideas: hand.alt ? held : ideas,
          groups: NO_GROUPS,
          dx: delta.x,
          dy: delta.y,
          places: shown.places,
          copy: hand.alt,
          into: shown.into,
        },
      });
    },
    end(hand) {
      const delta = deltaOf(start, hand);
      const drop = dropUnder(hand, delta);
      if (hand.alt) {
        const from = scene.layout.sheets.get(grip);
        const to = drop.places.get(grip);
        live.set({ lift: null, cursor: null });
        if (from !== undefined && to !== undefined)
          layCopies(session, { x: to.x - from.x, y: to.y - from.y });
        return;
      }
      const moves = movesOf(session.view().snapshot, load, drop);
      // First the board, then the hand: so nothing jumps back for a frame.
      if (moves.length > 0) session.run('idea.move', { moves }, hand.page);
      live.set({ lift: null, cursor: null });
    },
    scrolls: () => true,
    cancel: () => live.set({ lift: null, cursor: null }),
  };
}

const NO_GROUPS: ReadonlySet<string> = new Set();

function deltaOf(start: Hand, hand: Hand): Point {
  const x = hand.page.x - start.page.x;
  const y = hand.page.y - start.page.y;
  if (!hand.shift) return { x, y };
  return Math.abs(x) >= Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}
