/** Why the clock stands while a vote is closed, and what to do when it goes on standing. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useSession } from '../ui/session.tsx';
import { useHosting } from './useHosting.ts';

/** Counting takes some seconds; after so long, ms, whoever counted is gone. */
const TOO_LONG = 8_000;

export function Counting() {
  const session = useSession();
  const hosting = useHosting();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), TOO_LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="vote-counting" role="status">
      <p>
        <b>Counting …</b>{' '}
        {long
          ? hosting
            ? 'Whoever counted seems to be gone: close the vote again, nothing is lost.'
            : 'Whoever counted seems to be gone: ask another host to close the vote, nothing is lost.'
          : 'The clock stands while everybody’s last dots come in.'}
      </p>
      {long && hosting ? (
        <Button size="small" onPress={() => session.act('course.closeVote')}>
          Close the vote
        </Button>
      ) : null}
    </div>
  );
}
