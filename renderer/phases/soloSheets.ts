import { type Draft, goingIn, isWritten } from '../../shared/conduct/privatePart.ts';
import type { RunId } from '../../shared/model/course.ts';

export interface SoloSheets {
  /** The one under the pen. */
  readonly desk: Draft | null;
  readonly in: readonly Draft[];
  /** Those of earlier rounds too: they still are only mine. */
  readonly mine: readonly Draft[];
}

/** Where a person's sheets lie while they write alone. */
export function sortSheets(drafts: readonly Draft[], run: RunId): SoloSheets {
  return {
    desk: drafts.findLast((draft) => draft.tray === 'desk' && draft.run === run) ?? null,
    in: goingIn({ drafts }, run),
    mine: drafts.filter((draft) => draft.tray === 'mine' && isWritten(draft)),
  };
}

/** With fewer people the sum of the others would be what one person wrote. */
const LEAST_HERE = 3;

/** How many sheets will go in, of everybody together; null where that would point at somebody. */
export function sumSheets(mine: number, others: number, here: number): number | null {
  return here === 1 || here >= LEAST_HERE ? mine + others : null;
}
