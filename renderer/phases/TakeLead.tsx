/** Whoever led is not here any more: everybody reads who can take over, and whose turn it is does it with one press. */
import { useEffect, useState } from 'react';
import type { MemberId } from '../../shared/model/ids.ts';
import { isPlaying } from '../../shared/phases/course.ts';
import { Button } from '../ui/Button.tsx';
import { nameHere } from '../ui/records.ts';
import { useCourse, useRoom, useSession } from '../ui/session.tsx';

/** Somebody whose link breaks and comes back within this time was never away, ms; longer where nobody named a co-host. */
const PATIENCE = 6_000;
const LONG_PATIENCE = 20_000;

export function TakeLead() {
  const session = useSession();
  const { me } = session.jam;
  const course = useCourse((state) => state.course);
  const standIn = useRoom(({ phase }) => (phase === 'open' ? session.course.standIn() : null));
  const named = standIn !== null && course.hosts.has(standIn);
  const waiting = standIn !== null && (isPlaying(course) || (named && standIn === me));
  const [gone, setGone] = useState(false);
  useEffect(() => {
    setGone(false);
    if (!waiting) return;
    const timer = setTimeout(() => setGone(true), named ? PATIENCE : LONG_PATIENCE);
    return () => clearTimeout(timer);
  }, [waiting, named]);
  const people = useRoom((state) => state.people);
  const called = (member: MemberId | null): string => nameHere(session.view().snapshot, people, member ?? '');
  if (!gone || !waiting) return null;
  return (
    <p className="strip-line" role="status">
      <b>{called(course.leader)} is gone.</b>
      {standIn === me ? (
        <Button size="small" onPress={() => session.act('course.take')}>
          Take the lead
        </Button>
      ) : (
        `${called(standIn)} can take the lead.`
      )}
    </p>
  );
}
