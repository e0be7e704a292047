/** "3 writing, 9 here": a sum, never who. */
import { sayNumber } from '../ui/counts.ts';
import { useRoom } from '../ui/session.tsx';

export function Writing() {
  const open = useRoom((state) => state.phase !== 'closed');
  const here = useRoom((state) => state.people.length);
  const writing = useRoom(
    (state) => state.people.filter(({ doing }) => doing !== null && doing.writing !== null).length,
  );
  if (!open) return null;
  return (
    <p className="writing">
      {writing > 0 ? (
        <>
          <b>{sayNumber(writing)} writing</b>
          <span className="writing-of">, {sayNumber(here)} here</span>
        </>
      ) : (
        `${sayNumber(here)} here`
      )}
    </p>
  );
}
