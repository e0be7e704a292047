/** Finding an idea by its words, or going to its call number: "d5". */
import { useDeferredValue, useMemo, useState } from 'react';
import { parseCallNumber } from '../../../shared/ideas/labels.ts';
import { goToIdea } from '../../jam/goToIdea.ts';
import type { JamSession } from '../../session/jamSession.ts';
import { Chip } from '../../ui/Chip.tsx';
import { sayCount } from '../../ui/counts.ts';
import { ideaLook } from '../../ui/ideaLook.ts';
import { KindSign } from '../../ui/KindSign.tsx';
import { Matched } from '../../ui/Matched.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { type PickItem, PickList } from '../../ui/PickList.tsx';
import { authorName } from '../../ui/records.ts';
import { findIdeas } from './findIdeas.ts';

const SHOWN = 60;

export function Find({ session, onClose }: { readonly session: JamSession; readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const view = session.view();
  // The line is typed in at once; the list follows when there is time.
  const asked = useDeferredValue(query);
  const found = useMemo(() => findIdeas(view, asked), [view, asked]);
  const items = found.slice(0, SHOWN).map(({ id, text, at }): PickItem => {
    const look = ideaLook(view, id);
    const idea = view.snapshot.ideas.get(id);
    const author = idea === undefined ? null : authorName(view, idea);
    return {
      id,
      group: '',
      said: `${look.label}, ${text}${author === null ? '' : `, by ${author}`}`,
      row: (
        <>
          <Chip big {...look} />
          <span className="pick-words">
            <Matched text={text === '' ? 'Not written yet' : text} at={at} />
          </span>
          <KindSign kind={idea?.kind ?? 'note'} />
        </>
      ),
    };
  });
  return (
    <Overlay title="Find an idea" shape="strip" onClose={onClose}>
      <PickList
        label="Find an idea by its words or call number"
        placeholder="Words, or a call number: D5"
        query={query}
        onQuery={setQuery}
        items={items}
        onPick={(id) => {
          onClose();
          // "D5" said aloud: while a course runs everybody's screen shows it, and the Wall.
          if (session.course.course().current !== null && parseCallNumber(query) !== null)
            session.course.light(id);
          else goToIdea(session, id);
        }}
        status={
          query.trim() === ''
            ? 'Enter goes to it'
            : found.length === 0
              ? 'Nothing found'
              : `${sayCount(found.length, 'idea')} found. Enter goes to it`
        }
        empty={query.trim() === '' ? 'Say it as you would say it aloud: D5.' : 'No idea has that.'}
      />
    </Overlay>
  );
}
