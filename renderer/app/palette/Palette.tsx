/** Every action by its words, with its key; and every idea by its words or its call number. */
import { useState } from 'react';
import { actionById } from '../../../shared/actions/registry.ts';
import { goToIdea } from '../../jam/goToIdea.ts';
import type { JamSession } from '../../session/jamSession.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ideaLook } from '../../ui/ideaLook.ts';
import { KeyCaps, useKeyStyle } from '../../ui/KeyCaps.tsx';
import { keyLabel } from '../../ui/keyLabel.ts';
import { Matched } from '../../ui/Matched.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { type PickItem, PickList } from '../../ui/PickList.tsx';
import { useApp, useAppState } from '../appContext.ts';
import { findIdeas } from '../find/findIdeas.ts';
import { paletteActions } from './paletteItems.ts';

const IDEAS = 6;

export function Palette({
  session,
  onClose,
}: {
  readonly session: JamSession | null;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const recent = useAppState((state) => state.recent);
  const style = useKeyStyle();
  const [query, setQuery] = useState('');
  const actions = paletteActions(query, (id) => app.canAct(id), recent);
  const found =
    session === null || query.trim() === '' ? [] : findIdeas(session.view(), query).slice(0, IDEAS);
  const exact = found[0]?.exact === true;

  const actionItems = actions.map(({ action, at, enabled, recent: used }): PickItem => {
    const key = action.keys[0];
    return {
      id: action.id,
      group: used ? 'Used last' : enabled ? 'Actions' : 'Not now',
      disabled: !enabled,
      said: `${action.title}${key === undefined ? '' : `, ${keyLabel(key, style)}`}${enabled ? '' : ', not now'}`,
      row: (
        <>
          <span className="pick-words">
            <Matched text={action.title} at={at} />
          </span>
          {key === undefined ? null : <KeyCaps keys={key} />}
        </>
      ),
    };
  });
  const ideaItems = found.map(({ id, text, at }): PickItem => {
    const look = session === null ? { label: '', ink: 'stock' as const } : ideaLook(session.view(), id);
    return {
      id: `idea:${id}`,
      group: 'Ideas',
      said: `Go to ${look.label}, ${text}`,
      row: (
        <>
          <Chip big {...look} />
          <span className="pick-words">
            <Matched text={text} at={at} />
          </span>
        </>
      ),
    };
  });

  return (
    <Overlay title="Find an action" shape="strip" onClose={onClose}>
      <PickList
        label="Find an action or an idea"
        placeholder={session === null ? 'What would you like to do?' : 'An action, or an idea'}
        query={query}
        onQuery={setQuery}
        items={exact ? [...ideaItems, ...actionItems] : [...actionItems, ...ideaItems]}
        onPick={(id) => {
          onClose();
          if (id.startsWith('idea:') && session !== null) goToIdea(session, id.slice(5));
          else if (actionById(id) !== undefined) app.act(id);
        }}
        status="Arrows and Enter"
        empty="Nothing is called that."
      />
    </Overlay>
  );
}
