/** Which sheets other hands have lifted: the live layer shows them where those hands are, the board their places. */
import { growRect, rectContains } from '../../../shared/model/geometry.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { BoardLayout, Sheet } from '../../../shared/model/layout.ts';
import type { Presence } from '../../../shared/presence/presence.ts';
import type { Board } from '../board.ts';

/** None once they have come to lie elsewhere before their holder said so: then they are where they lie. */
export function heldSheets(
  { sheets }: Pick<BoardLayout, 'sheets'>,
  doing: Presence | null,
): readonly Sheet[] {
  if (doing === null) return [];
  const { holds, grip } = doing;
  const held = holds.flatMap((id) => sheets.get(id) ?? []);
  return grip === null || held.some((sheet) => rectContains(growRect(sheet, 1), grip)) ? held : [];
}

/** The sheet under one's own editor is nobody else's to lift. */
export function heldByOthers({ session, scene }: Board): ReadonlySet<IdeaId> {
  const { editing } = session.ui.getState();
  const others = session.room.store.getState().people.filter(({ me }) => !me);
  const ids = new Set(others.flatMap(({ doing }) => heldSheets(scene.layout, doing).map(({ id }) => id)));
  if (editing !== null) ids.delete(editing);
  return ids;
}
