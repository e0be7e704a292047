/** Several things selected: how many, and what can be done with them at once. */
import { X } from 'lucide-react';
import { actionById } from '../../../shared/actions/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import { useSession, useUi, useView } from '../../ui/session.tsx';
import { KindChooser } from './KindChooser.tsx';
import './SelectionPanel.css';

const OFFERS = [
  'idea.combine',
  'group.make',
  'group.undo',
  'board.tidy',
  'edit.duplicate',
  'line.turn',
  'idea.lock',
  'decide.start',
  'edit.bin',
];

export function SelectionPanel() {
  const session = useSession();
  const selection = useUi((state) => state.selection);
  const ideas = useView((jam) => jam.snapshot.ideas);
  const ids = [...selection.ideas];
  const kinds = new Set(ids.map((id) => ideas.get(id)?.kind ?? 'note'));
  const count = ids.length + selection.groups.size + selection.connectors.size;
  const offers = OFFERS.filter((id) => session.canAct(id));
  return (
    <aside className="panel" aria-label={`${count} selected`}>
      <div className="panel-scroll scroll">
        <header className="selection-head">
          <b>{count}</b>
          <Button
            look="icon"
            aria-label="Let go"
            onPress={() =>
              session.set({ selection: { ideas: new Set(), groups: new Set(), connectors: new Set() } })
            }
          >
            <X size={20} strokeWidth={2} aria-hidden="true" />
          </Button>
          <p>{words(ids.length, selection.groups.size, selection.connectors.size)}</p>
        </header>
        {ids.length > 0 ? (
          <KindChooser ideas={ids} kind={kinds.size === 1 ? ([...kinds][0] ?? '') : ''} />
        ) : null}
        <ul className="selection-acts">
          {offers.map((id) => {
            const action = actionById(id);
            if (action === undefined) return null;
            return (
              <li key={id}>
                <Button look="bare" className="selection-act" onPress={() => session.act(id)}>
                  <span>{action.title}</span>
                  {action.keys[0] === undefined ? null : <KeyCaps keys={action.keys[0]} />}
                </Button>
              </li>
            );
          })}
        </ul>
      </div>
    </aside>
  );
}

function words(ideas: number, groups: number, connectors: number): string {
  const parts: string[] = [];
  if (ideas > 0) parts.push(ideas === 1 ? 'idea' : 'ideas');
  if (groups > 0) parts.push(groups === 1 ? 'group' : 'groups');
  if (connectors > 0) parts.push(connectors === 1 ? 'connector' : 'connectors');
  return `${parts.join(' and ')} selected`;
}
