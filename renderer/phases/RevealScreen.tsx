/** All sheets at once: face down until they are here, then turned in the same moment, in one shuffled order. */
import { useEffect, useMemo, useState } from 'react';
import { type IdeaId, UNLAID } from '../../shared/model/ids.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import type { Course } from '../../shared/phases/course.ts';
import { shuffle } from '../../shared/phases/shuffle.ts';
import { sayCount } from '../ui/counts.ts';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import { LateSheets } from './LateSheets.tsx';
import './phase.css';
import './RevealScreen.css';

/** Everybody's sheets arrive within so long, ms; then all turn at once. */
const GATHER = 1_600;
/** Seconds that reading one sheet takes. */
const READING = 4;

export function RevealScreen() {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const snapshot = useSnapshot((jam) => jam);
  const run = course.current?.id ?? '';
  const ideas = useMemo(() => revealedIdeas(snapshot, course), [snapshot, course]);
  const [turned, setTurned] = useState(() => session.course.elapsed() > GATHER);

  useEffect(() => {
    if (run === '') return;
    const left = GATHER - session.course.elapsed();
    if (left <= 0) {
      setTurned(true);
      return;
    }
    setTurned(false);
    const timer = setTimeout(() => setTurned(true), left);
    return () => clearTimeout(timer);
  }, [session, run]);

  const minutes = Math.ceil((ideas.length * READING) / 60);
  return (
    <div className="phase">
      <div className="phase-column reveal">
        <LateSheets />
        <p className="phase-words" role="status">
          {!turned
            ? 'The sheets are coming in …'
            : ideas.length === 0
              ? 'Nobody put a sheet in. Go on, or go back and write.'
              : `${sayCount(ideas.length, 'sheet')}. Reading them all takes about ${sayCount(Math.max(1, minutes), 'minute')}.`}
        </p>
        <ol className="reveal-sheets" data-turned={turned || undefined}>
          {ideas.map((id) => (
            <li key={id} tabIndex={turned ? 0 : -1}>
              {turned ? <LargeSheet idea={id} /> : <span className="reveal-back" aria-hidden="true" />}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** What was handed in for this reveal: written in the runs alone since the reveal before. */
export function revealedIdeas(
  { ideas }: Pick<JamSnapshot, 'ideas'>,
  { runs, current }: Course,
): readonly IdeaId[] {
  const before = runs.slice(0, -1);
  const last = before.map(({ kind }) => kind).lastIndexOf('reveal');
  const alone = new Set(
    before
      .slice(last + 1)
      .filter(({ kind }) => kind === 'solo')
      .map(({ id }) => id),
  );
  const sheets = [...ideas.values()].filter(({ born, place, bin }) => {
    return born.run !== null && alone.has(born.run) && (!bin || place.group === UNLAID);
  });
  return shuffle(sheets, current?.id ?? '', ({ id }) => id).map(({ id }) => id);
}
