/**
 * The rule under the masthead: the jam's course to scale, the red square at the present. With a setlist one segment a
 * phase; without one a segment a sitting, as wide as its minutes.
 */
import { useMemo } from 'react';
import { sayMinutes } from '../phases/clockWords.ts';
import { readRule } from '../phases/setlistRule.ts';
import { useElapsed } from '../phases/useElapsed.ts';
import { sayRecent, sayTime } from '../ui/dates.ts';
import { useCourse, useSnapshot } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { foldSittings, isLive, minutesOf, readSittings } from './sittings.ts';
import './Course.css';

const MOST = 7;
/** A segment is never narrower than such a part of the rule. */
const LEAST_PART = 40;

export function Course() {
  const laid = useCourse(({ course }) => course.phases.length > 0);
  return laid ? <Setlist /> : <Sittings />;
}

const SAID = { played: ', played', now: ', now', ahead: '' } as const;

function Setlist() {
  const course = useCourse((state) => state.course);
  const phases = useSnapshot((snapshot) => snapshot.course.phases);
  const elapsed = useElapsed(1_000);
  const segments = useMemo(() => readRule(course, phases.values(), elapsed), [course, phases, elapsed]);
  const total = segments.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <ol className="course" aria-label="The setlist">
      {segments.map(({ id, title, minutes, state, inked, present }) => (
        <li
          key={id}
          style={{ flexGrow: Math.max(minutes, total / LEAST_PART) }}
          className={`course-${state}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="course-label">
            <b>{title}</b>
            <i>
              {sayMinutes(minutes)}
              <span className="said">{SAID[state]}</span>
            </i>
          </span>
          <span className="course-bar course-ahead-bar" title={`${title}, ${sayMinutes(minutes)}`}>
            <span className="course-inked" style={{ width: `${inked * 100}%` }} />
            {present === null ? null : (
              <span className="course-present" style={{ left: `${present * 100}%` }} />
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Sittings() {
  const now = useClock(15_000);
  const ideas = useSnapshot(({ ideas }) => ideas);
  const comments = useSnapshot(({ comments }) => comments);
  const decisions = useSnapshot((snapshot) => snapshot.decisions);
  const created = useSnapshot(({ created }) => created);
  const sittings = useMemo(() => {
    const times = [created];
    for (const { born } of ideas.values()) times.push(born.created);
    for (const { at } of comments.values()) times.push(at);
    for (const { at } of decisions.values()) times.push(at);
    return readSittings(times, now);
  }, [ideas, comments, decisions, created, now]);
  const shown = foldSittings(sittings, MOST);
  const live = isLive(sittings, now);
  const total = shown.reduce((sum, sitting) => sum + minutesOf(sitting), 0);

  return (
    <ol className="course" aria-label="When this jam was written">
      {shown.map((sitting, i) => {
        const last = i === shown.length - 1;
        const minutes = minutesOf(sitting);
        const folded = i === 0 && shown.length < sittings.length;
        return (
          <li
            key={sitting.from}
            style={{ flexGrow: Math.max(minutes, total / LEAST_PART) }}
            className={last && live ? 'course-live' : undefined}
          >
            <span className="course-label">
              <b>
                {folded
                  ? `Until ${sayRecent((sittings[sittings.length - MOST] ?? sitting).to, now)}`
                  : sayRecent(sitting.from, now)}
              </b>
              {folded ? null : <i>{sayTime(sitting.from)}</i>}
              <i>{minutes} min</i>
            </span>
            <span className="course-bar" />
          </li>
        );
      })}
    </ol>
  );
}
