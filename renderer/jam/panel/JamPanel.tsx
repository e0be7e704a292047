/** Nothing selected: the jam itself. Fresh sheets first, what was decided, and the brief in short. */
import { useMemo } from 'react';
import { sayDecided } from '../../decide/decideWords.ts';
import { rootsByNumber } from '../../review/listRows.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ideaLook } from '../../ui/ideaLook.ts';
import { KindSign } from '../../ui/KindSign.tsx';
import { decisionsOf } from '../../ui/records.ts';
import { Section } from '../../ui/Section.tsx';
import { useAllows, useSession, useView } from '../../ui/session.tsx';
import { goToIdea } from '../goToIdea.ts';
import './JamPanel.css';

const FRESH = 6;
const DECIDED = 4;

export function JamPanel() {
  const session = useSession();
  const view = useView((jam) => jam);
  const { snapshot, lineage, labels } = view;
  const { brief } = snapshot;
  const open = useAllows()('add');
  const fresh = useMemo(
    () =>
      rootsByNumber({ lineage, labels }).filter(
        (id) => snapshot.ideas.get(id)?.bin === false && lineage.isFresh(id),
      ),
    [lineage, labels, snapshot.ideas],
  );
  const decided = useMemo(
    () => [...decisionsOf(snapshot).values()].sort((a, b) => b.lamport - a.lamport),
    [snapshot],
  );

  return (
    <aside className="panel panel-idle" aria-label="The jam">
      <div className="panel-scroll panel-jam scroll scroll-gutter">
        <Section title="Fresh" aside={fresh.length === 0 ? null : fresh.length}>
          {fresh.length === 0 ? (
            <p className="panel-words">
              {lineage.roots.every((id) => snapshot.ideas.get(id)?.bin !== false)
                ? `No ideas yet.${open ? ' The first one is one key away.' : ''}`
                : 'Somebody has riffed on every sheet.'}
            </p>
          ) : (
            <ul className="panel-list">
              {fresh.slice(0, FRESH).map((id) => {
                const idea = snapshot.ideas.get(id);
                return (
                  <li key={id}>
                    <button type="button" className="panel-row" onClick={() => goToIdea(session, id)}>
                      <Chip big {...ideaLook(view, id)} />
                      <span>{idea?.text || 'Not written yet'}</span>
                      <KindSign kind={idea?.kind ?? 'note'} />
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          {fresh.length > FRESH ? (
            <Button look="word" size="small" className="panel-all" onPress={() => session.act('view.list')}>
              All {fresh.length}
            </Button>
          ) : null}
        </Section>

        {decided.length === 0 ? null : (
          <Section title="Decided" aside={decided.length > 1 ? `${decided.length}, the latest first` : null}>
            <ul className="panel-list">
              {decided.slice(0, DECIDED).map((decision) => (
                <li key={decision.key}>
                  <button
                    type="button"
                    className="panel-row"
                    onClick={() => goToIdea(session, decision.idea)}
                  >
                    <Chip big {...ideaLook(view, decision.idea)} />
                    <span>
                      {snapshot.ideas.get(decision.idea)?.text}
                      <em>{sayDecided(decision)}</em>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        )}

        <Section title="The brief" className="panel-brief">
          {brief.why === '' ? null : <p>{brief.why}</p>}
          {brief.decider === '' ? null : (
            <p>
              <b>Who decides</b>
              {brief.decider}
            </p>
          )}
          <Button look="word" size="small" onPress={() => session.act('jam.brief')}>
            {brief.why === '' ? 'Say why it matters, for whom, and who decides' : 'All of it'}
          </Button>
        </Section>
      </div>
    </aside>
  );
}
