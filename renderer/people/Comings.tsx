/** Says who came and who went, once for all that happened within a few seconds, and shows nothing: faces do. */
import { useEffect, useState } from 'react';
import { useSession } from '../ui/session.tsx';
import { sayComings } from './comings.ts';

/** Somebody whose link breaks and comes back within this time, ms, was never away. */
const gathers = 3_000;

export function Comings() {
  const { room } = useSession();
  const [said, setSaid] = useState('');
  useEffect(() => {
    let known = room.store.getState().people;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const tell = (): void => {
      timer = null;
      const { people, phase } = room.store.getState();
      // Whoever closes the door knows that all are gone.
      const sentence = phase === 'open' ? sayComings(known, people) : '';
      known = people;
      if (sentence !== '') setSaid(sentence);
    };
    const stop = room.store.subscribe((now, before) => {
      if (now.people !== before.people) timer ??= setTimeout(tell, gathers);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [room]);
  return (
    <p className="said" role="status" aria-label="Coming and going">
      {said}
    </p>
  );
}
