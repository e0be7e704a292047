/** Selections as values. */
import type { ConnectorId, GroupId, IdeaId } from '../../shared/model/ids.ts';
import { NOTHING_SELECTED, type Selection } from '../stores/uiStore.ts';
import type { Hit } from './hit.ts';

export function selectIdeas(ideas: Iterable<IdeaId>): Selection {
  return { ...NOTHING_SELECTED, ideas: new Set(ideas) };
}

/** What a click on it selects; a cable selects nothing by itself. */
export function selectHit(hit: Hit): Selection {
  if (hit.type === 'idea') return selectIdeas([hit.id]);
  if (hit.type === 'heading') return { ...NOTHING_SELECTED, groups: new Set([hit.id]) };
  if (hit.type === 'connector') return { ...NOTHING_SELECTED, connectors: new Set([hit.id]) };
  return NOTHING_SELECTED;
}

/** Shift-click: into the selection, or out of it. */
export function toggleHit(selection: Selection, hit: Hit): Selection {
  if (hit.type === 'idea') return { ...selection, ideas: toggled<IdeaId>(selection.ideas, hit.id) };
  if (hit.type === 'heading') return { ...selection, groups: toggled<GroupId>(selection.groups, hit.id) };
  if (hit.type === 'connector') {
    return { ...selection, connectors: toggled<ConnectorId>(selection.connectors, hit.id) };
  }
  return selection;
}

export function isSelected(selection: Selection, hit: Hit): boolean {
  if (hit.type === 'idea') return selection.ideas.has(hit.id);
  if (hit.type === 'heading') return selection.groups.has(hit.id);
  return hit.type === 'connector' && selection.connectors.has(hit.id);
}

function toggled<T>(set: ReadonlySet<T>, id: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
