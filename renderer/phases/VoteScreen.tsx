/** The sealed vote: large sheets in one's own order, dots beside them; after the close how it came out. */
import { useCourse } from '../ui/session.tsx';
import { VoteResults } from './VoteResults.tsx';
import { VoteSheets } from './VoteSheets.tsx';
import './phase.css';
import './choose.css';

export function VoteScreen() {
  const run = useCourse(({ course }) => course.current);
  const close = useCourse(({ course }) => course.closes.get(course.current?.id ?? '') ?? null);
  if (run === null) return null;
  return close === null ? <VoteSheets key={run.id} run={run} /> : <VoteResults run={run} close={close} />;
}
