/** Placing dots: sheets in an order that only I have, what I have left, and how far the room is. */
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Run } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { readMerged } from '../../shared/phases/nominees.ts';
import { shuffle } from '../../shared/phases/shuffle.ts';
import { sayFew } from '../../shared/util/sayFew.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useSnapshot, useView } from '../ui/session.tsx';
import { placeDots } from './placeDots.ts';
import { useSheetWalk } from './sheetWalk.ts';
import { VoteSheet } from './VoteSheet.tsx';
import { VoteSide } from './VoteSide.tsx';
import { sayDots, sayPlacing } from './voteWords.ts';

const NO_DOTS: Readonly<Record<IdeaId, number>> = {};

export function VoteSheets({ run }: { readonly run: Run }) {
  const session = useSession();
  const { me } = session.jam;
  const dots = useCourse(({ privatePart }) => privatePart.dots[run.id]) ?? NO_DOTS;
  const snapshot = useSnapshot((jam) => jam);
  const labels = useView((view) => view.labels);
  const list = useRef<HTMLUListElement>(null);
  const walk = useSheetWalk(list);
  const [refused, setRefused] = useState<{ readonly idea: IdeaId; readonly sentence: string } | null>(null);
  const [said, setSaid] = useState('');
  const merged = useMemo(() => readMerged(snapshot.course.merges.values()), [snapshot.course.merges]);
  const order = useMemo(() => shuffle(run.list, run.id + me, (idea) => idea), [run, me]);
  const sheets = order.filter((idea) => snapshot.ideas.get(idea)?.bin === false);
  const placed = Object.values(dots).reduce((sum, count) => sum + count, 0);
  const left = run.options.dots - placed;
  const cap = Math.min(run.options.cap, run.options.dots);

  const place = (idea: IdeaId, count: number): void => {
    const label = labels.get(idea) ?? 'This sheet';
    const sentence = placeDots(session.course, idea, Math.max(0, count));
    setRefused(sentence === null ? null : { idea, sentence });
    if (sentence !== null) return;
    const now = Object.values(session.course.privatePart().dots[run.id] ?? {}).reduce((a, b) => a + b, 0);
    setSaid(`${label}: ${sayDots(Math.max(0, count))}. ${sayDots(run.options.dots - now)} left.`);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (walk.onKeyDown(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const idea = (event.target as HTMLElement).dataset['sheet'];
    const count = idea === undefined ? null : dotsAfterKey(event.key, dots[idea] ?? 0);
    if (idea === undefined || count === null) return;
    event.preventDefault();
    event.stopPropagation();
    place(idea, count);
  };

  return (
    <div className="choose">
      <div className="choose-main scroll">
        <Section
          size="large"
          title={
            sheets.length === 1
              ? 'One sheet is nominated'
              : `${capital(sayFew(sheets.length))} sheets are nominated`
          }
          aside={`In a different order for everybody${run.options.unsigned ? ', unsigned' : ''}`}
        >
          <p className="choose-hint">{sayPlacing(cap)}</p>
          <ul
            ref={list}
            className="vote-sheets"
            aria-label="Sheets to vote on"
            onKeyDown={onKeyDown}
            onFocus={walk.onFocus}
          >
            {sheets.map((idea, i) => (
              <VoteSheet
                key={idea}
                idea={idea}
                dots={dots[idea] ?? 0}
                cap={cap}
                merged={merged.get(idea) ?? []}
                stop={walk.at === null || !sheets.includes(walk.at) ? i === 0 : walk.at === idea}
                refused={refused?.idea === idea ? refused.sentence : null}
                onPlace={(count) => place(idea, count)}
              />
            ))}
          </ul>
        </Section>
        <p className="said" role="status">
          {said}
        </p>
      </div>
      <VoteSide run={run} dots={dots} left={left} />
    </div>
  );
}

/** How many dots a key asks for; null when it asks for none. Too many are answered by the rule. */
export function dotsAfterKey(key: string, now: number): number | null {
  if (/^[0-9]$/.test(key)) return Number(key);
  if (key === '+' || key === '=') return now + 1;
  if (key === '-') return Math.max(0, now - 1);
  return key === 'Delete' || key === 'Backspace' ? 0 : null;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
