/** Where handed-in sheets are laid: all in one shuffled order, below what lies there, with ground beside each for its riffs. */
import { createBoardLayout } from '../ideas/boardLayout.ts';
import { ideaKind } from '../ideas/kinds.ts';
import { placeMany } from '../ideas/placement.ts';
import { rowsOfText } from '../ideas/sheetText.ts';
import type { Jam } from '../jam/jam.ts';
import { MODULE } from '../model/geometry.ts';
import { type IdeaId, MAIN_BOARD, UNLAID } from '../model/ids.ts';
import type { Idea, JamSnapshot, Place } from '../model/snapshot.ts';
import { shuffle } from '../phases/shuffle.ts';

/** Rows between what lies on the board and what is laid under it. */
const GAP_ROWS = 2;
/** Columns from one to the next: riffs grow into those between. */
const APART = 3;

/** Sheets that were handed in and have no place yet. */
export function unlaidIdeas(snapshot: JamSnapshot): Idea[] {
  return [...snapshot.ideas.values()].filter(({ bin, place }) => bin && place.group === UNLAID);
}

/** `seed`: the run in which they are laid, so that the order says nothing about who wrote what. */
export function planLaying(
  jam: Jam,
  ideas: readonly Idea[],
  seed: string,
): readonly (readonly [IdeaId, Place])[] {
  const snapshot = jam.snapshot();
  const board = createBoardLayout(MAIN_BOARD, jam.structureOf);
  const layout = board.update(snapshot, null);
  const { bounds } = layout;
  const start =
    bounds === null ? { x: 0, y: 0 } : { x: bounds.x, y: bounds.y + bounds.h + GAP_ROWS * MODULE.pitchY };
  const order = shuffle(ideas, seed, ({ id }) => id);
  const rows = order.map(({ text, kind }) => rowsOfText(text, ideaKind(kind).cut, true));
  const places = placeMany(snapshot, { layout, sheets: board.index }, MAIN_BOARD, start, rows, APART);
  return order.flatMap(({ id }, i) => {
    const place = places[i];
    return place === undefined ? [] : [[id, place] as const];
  });
}
