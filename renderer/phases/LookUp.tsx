/** A host talks, and asks everybody to look up: every screen has one line, until they carry on. Nothing typed is lost under it. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { nameHere } from '../ui/records.ts';
import { useCourse, useRoom, useSession } from '../ui/session.tsx';
import './LookUp.css';

export function LookUp() {
  const session = useSession();
  const asks = useCourse((state) => state.lookUp);
  const people = useRoom((state) => state.people);
  const [away, setAway] = useState(false);
  // Whoever went back to their screen is asked again the next time.
  useEffect(() => {
    if (asks === null) setAway(false);
  }, [asks]);
  if (asks === null || away) return null;
  const mine = asks === session.jam.me;
  return (
    <div className="look-up">
      <p role="status">
        <b>Look up.</b>{' '}
        {mine
          ? 'Everybody’s screen says so.'
          : `${nameHere(session.view().snapshot, people, asks)} has something to say.`}
      </p>
      {mine ? (
        <Button size="large" onPress={() => session.course.askToLookUp(false)}>
          Carry on
        </Button>
      ) : (
        <Button look="word" onPress={() => setAway(true)}>
          Back to my screen
        </Button>
      )}
    </div>
  );
}
