/** All sheets at once: face down until they are here, then turned in the same moment, in one shuffled order. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { revealedIdeas } from '../../shared/phases/revealed.ts';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import { sayReading, stepTo } from './reading.ts';
import './phase.css';
import './RevealScreen.css';

/** Everybody's sheets arrive within so long of the reveal, ms; then all turn at once. */
const GATHER = 1_600;

export function RevealScreen() {
  const course = useCourse((state) => state.course);
  const snapshot = useSnapshot((jam) => jam);
  const ideas = useMemo(() => revealedIdeas(snapshot, course), [snapshot, course]);
  const turned = useTurned(course.current?.id ?? '');
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);

  const walk = (event: KeyboardEvent): void => {
    const sheets = [...(list.current?.children ?? [])] as HTMLElement[];
    const columns = sheets.filter(({ offsetTop }) => offsetTop === sheets[0]?.offsetTop).length;
    const next = stepTo(event.key, at, sheets.length, columns);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAt(next);
    sheets[next]?.focus();
  };

  return (
    <div className="phase">
      <div className="phase-column reveal">
        <p className="phase-words" role="status">
          {turned ? sayReading(ideas.length) : 'Sheets are coming in'}
        </p>
        <ol
          ref={list}
          className="reveal-sheets"
          aria-label="The sheets"
          data-turned={turned || undefined}
          onKeyDown={walk}
        >
          {ideas.map((id, i) => (
            <li key={id} tabIndex={i === Math.min(at, ideas.length - 1) ? 0 : -1} onFocus={() => setAt(i)}>
              {turned ? <LargeSheet idea={id} /> : null}
              <span className="reveal-back" aria-hidden="true" />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Whether the sheets of this run lie face up: some time after the run began, for whoever comes later at once. */
function useTurned(run: string): boolean {
  const { course } = useSession();
  const [turned, setTurned] = useState<string | null>(() => (course.elapsed() > GATHER ? run : null));
  useEffect(() => {
    const timer = setTimeout(() => setTurned(run), Math.max(0, GATHER - course.elapsed()));
    return () => clearTimeout(timer);
  }, [course, run]);
  return turned === run;
}
