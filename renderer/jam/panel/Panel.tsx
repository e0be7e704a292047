/** The panel at the right: the idea, the several, or the jam. */
import { useUi, useView } from '../../ui/session.tsx';
import { IdeaPanel } from './IdeaPanel.tsx';
import { JamPanel } from './JamPanel.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';

export function Panel() {
  const selection = useUi((state) => state.selection);
  const editing = useUi((state) => state.editing);
  const ideas = useView((jam) => jam.snapshot.ideas);
  const count = selection.ideas.size + selection.groups.size + selection.connectors.size;
  const [first] = selection.ideas;
  const only = editing ?? (count === 1 ? first : undefined);
  if (only !== undefined && ideas.get(only)?.bin === false) return <IdeaPanel key={only} id={only} />;
  if (count > 0) return <SelectionPanel />;
  return <JamPanel />;
}
