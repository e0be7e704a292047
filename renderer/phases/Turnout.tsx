/** How far the room is, as a word: few, half, most, all. While nobody has said so yet, who writes. */
import { Writing } from '../people/Writing.tsx';
import { sayNumber } from '../ui/counts.ts';
import { useCourse, useRoom } from '../ui/session.tsx';
import { turnout } from './courseWords.ts';

export function Turnout() {
  const done = useCourse((state) => state.readyCount);
  const here = useRoom((state) => state.people.length);
  const word = turnout(done, here);
  return (
    <div className="turnout" role="status">
      {word === null ? (
        <Writing />
      ) : (
        <p>
          <b>{word} done</b>
          <span className="writing-of">, {sayNumber(here)} here</span>
        </p>
      )}
    </div>
  );
}
