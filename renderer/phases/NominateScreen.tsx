/** Nominating what shall be voted on, and putting together what says the same. */
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { rankNominees, readMerged, standsFor, validNominations } from '../../shared/phases/nominees.ts';
import { offerUndo } from '../session/offerUndo.ts';
import { sayCount } from '../ui/counts.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useView } from '../ui/session.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { NominateSheet } from './NominateSheet.tsx';
import { NominateSide } from './NominateSide.tsx';
import { readPress, sheetGroups } from './nominateLists.ts';
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
  const letGo = useCallback((): void => setHeld(null), []);
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
  const listed = useMemo(
    () => new Set(run === null ? [] : rankNominees(snapshot, records, run).map(({ idea }) => idea)),
    [snapshot, records, run],
  );
  const holding = held !== null && snapshot.ideas.get(held)?.bin === false ? held : null;
  // While typing too: the question stands on the screen, and so does its answer.
  useEscape(holding === null ? null : letGo, true);
  if (run === null) return null;

  const yours = new Set(mine.map(root));
  const shown = groups.flatMap(({ ideas }) => ideas);
  const stop = walk.at !== null && shown.includes(walk.at) ? walk.at : (shown[0] ?? null);

  const press = (idea: IdeaId, hand: IdeaId | null): void => {
    const pressed = readPress(idea, { holding: hand, mine, listed, root });
    if (pressed.what === 'let-go') letGo();
    else if (pressed.what === 'together') putTogether(pressed.from, pressed.into);
    else if (pressed.what === 'take-back') takeBack(pressed.idea);
    else if (session.run('nominee.set', { idea, named: true }).ok && pressed.again)
      offerUndo(
        session,
        `${labels.get(idea)} was on the list already: yours could go to another.`,
        'Take it back',
      );
  };
  const takeBack = (idea: IdeaId): void => void session.run('nominee.set', { idea, named: false });
  const putTogether = (from: IdeaId, into: IdeaId): void => {
    setHeld(null);
    if (!session.run('nominee.merge', { from, into, merged: true }).ok) return;
    offerUndo(session, `${labels.get(from)} stands with ${labels.get(into)} now.`);
  };
  const takeApart = (idea: IdeaId): void => {
    for (const { from, into, gone } of records.merges.values()) {
      if (from === idea && !gone) session.run('nominee.merge', { from, into, merged: false });
    }
  };
  const choose = (idea: IdeaId): void => {
    if (holding === null) setHeld(idea);
    else press(idea, holding);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (walk.onKeyDown(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const idea = (event.target as HTMLElement).dataset['sheet'];
    const key = event.key.toLowerCase();
    if (idea === undefined || (key !== 'n' && key !== 'm')) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'n') press(idea, null);
    else choose(idea);
  };

  return (
    <div className="choose nominate">
      <section
        ref={main}
        aria-label="Sheets to nominate"
        className="choose-main scroll"
        onKeyDown={onKeyDown}
        onFocus={walk.onFocus}
      >
        <div className="nominate-head" data-asking={holding !== null || undefined}>
          <SearchField
            label="Filter by words or call number"
            placeholder="Find by words or number, like D5"
            value={text}
            onChange={setText}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <p className="choose-hint" role="status">
            {holding === null ? (
              'Press a sheet to nominate it for the vote, or N. Two say the same? Drag one onto the other, or press M on both.'
            ) : (
              <>
                <b>Which sheet says the same as {labels.get(holding)}?</b> Press it. Esc cancels.
              </>
            )}
          </p>
        </div>
        {groups.length === 0 ? (
          <p className="choose-empty">
            {text === '' ? 'There is no idea to nominate yet.' : 'No sheet is like that. Take a word away.'}
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
                  yours={yours.has(idea)}
                  listed={listed.has(idea)}
                  merged={merged.get(idea) ?? []}
                  holding={holding}
                  stop={stop === idea}
                  onPress={() => press(idea, holding)}
                  onChoose={() => choose(idea)}
                  onDrop={(from) => press(idea, from)}
                  onTakeApart={takeApart}
                />
              ))}
            </ul>
          </Section>
        ))}
        {more > 0 ? <p className="choose-note">{sayCount(more, 'more sheet')}: type to find them.</p> : null}
      </section>
      <NominateSide run={run} mine={mine} onTakeBack={takeBack} />
    </div>
  );
}
