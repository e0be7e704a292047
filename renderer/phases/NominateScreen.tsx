/** Naming what shall be voted on, and putting together what says the same. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { readMerged, standsFor, validNominations } from '../../shared/phases/nominees.ts';
import { sayCount } from '../ui/counts.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useView } from '../ui/session.tsx';
import { NominateSheet } from './NominateSheet.tsx';
import { NominateSide } from './NominateSide.tsx';
import { sheetGroups } from './nominateLists.ts';
import { useSheetWalk } from './sheetWalk.ts';
import './phase.css';
import './choose.css';
import './Nominate.css';

export function NominateScreen() {
  const session = useSession();
  const { me } = session.jam;
  const run = useCourse(({ course }) => course.current);
  const view = useView((jam) => jam);
  const { snapshot, labels } = view;
  const records = snapshot.course;
  const [text, setText] = useState('');
  /** The sheet in the hand: what is chosen next says the same. */
  const [held, setHeld] = useState<IdeaId | null>(null);
  const main = useRef<HTMLElement>(null);
  const walk = useSheetWalk(main);
  const root = useMemo(() => standsFor(records.merges.values()), [records.merges]);
  const merged = useMemo(() => readMerged(records.merges.values()), [records.merges]);
  const { groups, more } = useMemo(
    () => sheetGroups(view, text, (idea) => root(idea) !== idea),
    [view, text, root],
  );
  const mine = useMemo(
    () =>
      run === null
        ? []
        : validNominations(records, run)
            .filter(({ member }) => member === me)
            .map(({ idea }) => idea),
    [records, run, me],
  );
  if (run === null) return null;

  const named = new Set(mine.map(root));
  const listed = groups.flatMap(({ ideas }) => ideas);
  const stop = walk.at !== null && listed.includes(walk.at) ? walk.at : (listed[0] ?? null);
  const holding = held !== null && snapshot.ideas.get(held)?.bin === false ? held : null;

  const name = (idea: IdeaId): void => {
    const before = mine.find((one) => root(one) === root(idea));
    session.run('nominee.set', { idea: before ?? idea, named: before === undefined });
  };
  const putTogether = (from: IdeaId, into: IdeaId): void => {
    setHeld(null);
    if (root(from) === root(into)) return;
    if (!session.run('nominee.merge', { from: root(from), into: root(into), merged: true }).ok) return;
    session.notify(`${labels.get(from)} stands with ${labels.get(into)} now.`, 'info', {
      title: 'Undo',
      run: () => session.act('edit.undo'),
    });
  };
  const takeApart = (idea: IdeaId): void => {
    for (const { from, into, gone } of records.merges.values()) {
      if (from === idea && !gone) session.run('nominee.merge', { from, into, merged: false });
    }
  };
  const choose = (idea: IdeaId): void => {
    if (holding === null) setHeld(idea);
    else putTogether(holding, idea);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && holding !== null) {
      setHeld(null);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (walk.onKeyDown(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const idea = (event.target as HTMLElement).dataset['sheet'];
    const key = event.key.toLowerCase();
    if (idea === undefined || (key !== 'n' && key !== 'm')) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'n') name(idea);
    else choose(idea);
  };

  return (
    <div className="choose nominate">
      <section
        ref={main}
        aria-label="Sheets to name"
        className="choose-main scroll"
        onKeyDown={onKeyDown}
        onFocus={walk.onFocus}
      >
        <div className="nominate-head">
          <SearchField
            label="Filter by words or call number"
            placeholder="Words, or D5"
            value={text}
            onChange={setText}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <p className="choose-hint" role="status">
            {holding === null
              ? 'Press a sheet, or N, to name it. Drag one onto another, or M on both, when they say the same.'
              : `Which one says the same as ${labels.get(holding)}? Esc lets go.`}
          </p>
        </div>
        {groups.length === 0 ? (
          <p className="choose-empty">
            {text === '' ? 'There is no idea to name yet.' : 'No sheet is like that. Take a word away.'}
          </p>
        ) : null}
        {groups.map(({ root: tree, ideas }) => (
          <Section
            key={tree ?? 'fresh'}
            title={tree === null ? 'Fresh sheets' : `Tree ${labels.get(tree) ?? ''}`}
            aside={tree === null ? 'nobody has riffed on them yet' : sayCount(ideas.length, 'sheet')}
            className="nominate-tree"
          >
            <ul className="nominate-sheets">
              {ideas.map((idea) => (
                <NominateSheet
                  key={idea}
                  idea={idea}
                  named={named.has(idea)}
                  merged={merged.get(idea) ?? []}
                  holding={holding}
                  stop={stop === idea}
                  onName={() => name(idea)}
                  onChoose={() => choose(idea)}
                  onDrop={(from) => putTogether(from, idea)}
                  onTakeApart={takeApart}
                />
              ))}
            </ul>
          </Section>
        ))}
        {more > 0 ? <p className="choose-note">{sayCount(more, 'more sheet')}: type to find them.</p> : null}
      </section>
      <NominateSide run={run} mine={mine} onTakeBack={name} />
    </div>
  );
}
