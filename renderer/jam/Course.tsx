/**
 * The rule under the masthead: the jam's course to scale. Each sitting is a segment as wide as its minutes, with its
 * day and length; the red square is the present. When phases come they take the same rule.
 */
import { useMemo } from 'react';
import { sayRecent, sayTime } from '../ui/dates.ts';
import { useSnapshot } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { foldSittings, isLive, minutesOf, readSittings } from './sittings.ts';
import './Course.css';

const MOST = 7;

export function Course() {
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
            style={{ flexGrow: Math.max(minutes, total / 40) }}
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
