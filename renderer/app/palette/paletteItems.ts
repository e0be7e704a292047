/** What the palette offers for a query: actions first, as they match, and the ideas that are meant. */
import type { Action } from '../../../shared/actions/action.ts';
import { ACTIONS } from '../../../shared/actions/registry.ts';
import { fuzzyMatch } from '../../ui/fuzzy.ts';

interface PaletteAction {
  readonly action: Action;
  readonly at: readonly number[];
  readonly enabled: boolean;
  readonly recent: boolean;
}

/** Without a query: what was used last, then all that can be done, then what rests. */
export function paletteActions(
  query: string,
  can: (id: string) => boolean,
  recent: readonly string[],
): readonly PaletteAction[] {
  const offered: (PaletteAction & { readonly score: number })[] = [];
  (ACTIONS as readonly Action[]).forEach((action, order) => {
    if (!action.palette) return;
    const match = fuzzyMatch(query, action.title);
    if (match === null) return;
    const enabled = can(action.id);
    const used = recent.indexOf(action.id);
    const isRecent = enabled && used >= 0;
    const rank =
      query.trim() === '' ? (isRecent ? 1000 - used : -order / 1000) : match.score + (isRecent ? 2 : 0);
    offered.push({
      action,
      at: match.at,
      enabled,
      recent: isRecent && query.trim() === '',
      score: rank + (enabled ? 0 : -10_000),
    });
  });
  return offered.sort((a, b) => b.score - a.score);
}
