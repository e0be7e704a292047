/** Sheets of mine that a reveal went by without: they go in when I say so. */
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { sayCount } from '../ui/counts.ts';
import { useCourse, useSession } from '../ui/session.tsx';
import './LateSheets.css';

export function LateSheets() {
  const { course } = useSession();
  const late = useCourse((state) => state.late);
  // Neighbours look on: nobody reads over a shoulder whose sheets these were.
  const [open, setOpen] = useState(false);
  if (late.length === 0) return null;
  const one = late.length === 1;
  return (
    <aside className="late" aria-label="Sheets of yours that are not in">
      <p role="status">
        <b>{sayCount(late.length, 'sheet')} of yours</b> {one ? 'was' : 'were'} not there at the reveal.
      </p>
      <Button size="small" onPress={() => course.handInLate()}>
        Put {one ? 'it' : 'them'} in
      </Button>
      <Button size="small" look="word" onPress={() => course.keepLate()}>
        Keep {one ? 'it' : 'them'} with me
      </Button>
      <Button size="small" look="word" aria-expanded={open} onPress={() => setOpen(!open)}>
        {open ? 'Cover' : 'Read'} {one ? 'it' : 'them'}
      </Button>
      {open ? (
        <ul>
          {late.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  );
}
