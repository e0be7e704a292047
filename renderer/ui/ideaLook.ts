/** How an idea is spoken of outside the board: its call number, and the ink of its tree. */
import { inkOfLabel } from '../../shared/ideas/inks.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Ink, SheetInk } from '../../shared/model/layout.ts';
import type { JamView } from '../session/jamSession.ts';

interface IdeaLook {
  readonly label: string;
  readonly ink: SheetInk;
  /** The other tree's ink of a combine across two. */
  readonly ink2: Ink | null;
}

/** As the board shows it; derived anew for an idea that lies on no board (in the bin, or on another one). */
export function ideaLook(
  view: Pick<JamView, 'layout' | 'labels' | 'lineage' | 'snapshot'>,
  id: IdeaId,
): IdeaLook {
  const label = view.labels.get(id) ?? '–';
  const sheet = view.layout.sheets.get(id);
  if (sheet !== undefined) return { label, ink: sheet.ink, ink2: sheet.ink2 };
  const { lineage, labels } = view;
  if (lineage.isFresh(id)) return { label, ink: 'stock', ink2: null };
  const root = lineage.rootOf(id);
  const ink = inkOfLabel(labels.get(root) ?? 'A');
  const other = lineage
    .parents(id)
    .map((parent) => lineage.rootOf(parent))
    .find((tree) => tree !== root);
  return { label, ink, ink2: other === undefined ? null : inkOfLabel(labels.get(other) ?? 'A') };
}
