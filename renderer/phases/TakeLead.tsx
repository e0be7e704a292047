/** A co-host sees that whoever led is not here any more, and takes over with one press. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { nameOf } from '../ui/records.ts';
import { useCourse, useRoom, useSession, useSnapshot } from '../ui/session.tsx';

/** Somebody whose link breaks and comes back within this time, ms, was never away. */
const PATIENCE = 6_000;

export function TakeLead() {
  const session = useSession();
  const leader = useCourse((state) => state.course.leader);
  const name = useSnapshot((snapshot) => (leader === null ? '' : nameOf(snapshot, leader)));
  const away = useRoom(
    ({ phase, people }) =>
      phase === 'open' && leader !== null && !people.some(({ member }) => member === leader),
  );
  const [gone, setGone] = useState(false);
  useEffect(() => {
    setGone(false);
    if (!away) return;
    const timer = setTimeout(() => setGone(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [away]);
  if (!gone || !away) return null;
  return (
    <p className="strip-line" role="status">
      <b>{name} is gone.</b>
      <Button size="small" onPress={() => session.act('course.take')}>
        Take the lead
      </Button>
    </p>
  );
}
