/** Sheets of mine that a reveal went by without: I may finish them first, and they go in when I say so. */
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { caretAtEnd } from '../ui/caretAtEnd.ts';
import { sayCount } from '../ui/counts.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
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
        <b>{sayCount(late.length, 'sheet')} of yours</b> {one ? 'is' : 'are'} not in: still being written at
        the reveal, or you were away.
      </p>
      <Button size="small" onPress={() => course.handInLate()}>
        Put {one ? 'it' : 'them'} in
      </Button>
      <Button size="small" look="word" onPress={() => course.keepLate()}>
        Keep {one ? 'it' : 'them'} with me
      </Button>
      <Button size="small" look="word" aria-expanded={open} onPress={() => setOpen(!open)}>
        {open ? 'Cover' : one ? 'Finish it' : 'Finish them'}
      </Button>
      {open ? (
        <ul>
          {late.map(({ id, text }, at) => (
            <li key={id}>
              <GrowArea
                aria-label="A sheet of yours that is not in"
                value={text}
                onEnter={one ? () => course.handInLate() : undefined}
                autoFocus={at === 0}
                ref={caretAtEnd}
                onChange={(next) => course.rewrite(id, { text: next })}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </aside>
  );
}
