/** One idea in full: its number at poster size, its words, what it is, where it comes from, and what is said of it. */
import { Lock, X } from 'lucide-react';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { AddComment, Thread } from '../../dialogue/Thread.tsx';
import { Button } from '../../ui/Button.tsx';
import { ideaLook } from '../../ui/ideaLook.ts';
import { decisionsOf, introduceAuthor } from '../../ui/records.ts';
import { useSession, useView } from '../../ui/session.tsx';
import { DecisionNote } from './DecisionNote.tsx';
import { Detail } from './Detail.tsx';
import { KindChooser } from './KindChooser.tsx';
import { LineageRows } from './LineageRows.tsx';
import './IdeaPanel.css';

export function IdeaPanel({ id }: { readonly id: IdeaId }) {
  const session = useSession();
  const view = useView((jam) => jam);
  const idea = view.snapshot.ideas.get(id);
  if (idea === undefined) return null;
  const { label, ink, ink2 } = ideaLook(view, id);
  const decision = decisionsOf(view.snapshot).get(id);

  return (
    <aside className="panel" aria-label={`Idea ${label}`}>
      <div className="panel-scroll scroll">
        <header className="panel-sheet" data-ink={ink} data-ink2={ink2 ?? undefined}>
          <div className="panel-number">
            <b data-length={label.length > 3 ? 'long' : label.length > 2 ? 'three' : undefined}>{label}</b>
            {idea.lock ? <Lock size={18} strokeWidth={2} aria-label="locked" /> : null}
            <Button
              look="icon"
              aria-label="Close"
              onPress={() =>
                session.set({ selection: { ideas: new Set(), groups: new Set(), connectors: new Set() } })
              }
            >
              <X size={20} strokeWidth={2} aria-hidden="true" />
            </Button>
          </div>
          <p dir="auto" data-long={idea.text.length > 160 ? 2 : idea.text.length > 80 ? 1 : undefined}>
            {idea.text === '' ? 'Not written yet' : idea.text}
          </p>
          <span className="panel-author">{introduceAuthor(view, idea) ?? 'Unsigned'}</span>
        </header>
        {decision === undefined ? null : <DecisionNote decision={decision} />}
        <KindChooser ideas={[id]} kind={idea.kind} disabled={idea.lock} />
        <LineageRows idea={id} />
        <Detail idea={id} label={label} locked={idea.lock} />
        <Thread idea={id} label={label} />
      </div>
      <AddComment idea={id} label={label} />
    </aside>
  );
}
