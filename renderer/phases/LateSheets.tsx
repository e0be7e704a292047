/** Sheets of mine that a reveal went by without: they go in when I say so. */
import { Button } from '../ui/Button.tsx';
import { sayCount } from '../ui/counts.ts';
import { useCourse, useSession } from '../ui/session.tsx';
import './LateSheets.css';

export function LateSheets() {
  const { course } = useSession();
  const late = useCourse((state) => state.late);
  const written = late.filter(({ text }) => text.trim() !== '');
  if (written.length === 0) return null;
  return (
    <aside className="late" aria-label="Sheets of yours that were not there at the reveal">
      <p>
        <b>{sayCount(written.length, 'sheet')} of yours</b> {written.length === 1 ? 'was' : 'were'} not there
        at the reveal: “{written[0]?.text.slice(0, 80)}”{written.length > 1 ? ' and more' : ''}
      </p>
      <Button size="small" onPress={() => course.handInLate()}>
        Put {written.length === 1 ? 'it' : 'them'} in now
      </Button>
      <Button size="small" look="word" onPress={() => course.keepLate()}>
        Keep {written.length === 1 ? 'it' : 'them'} with me
      </Button>
    </aside>
  );
}
