import { useEffect, useState } from 'react';

/** The present, in ms, renewed every `every` ms: for words like "Today" that must not grow stale. */
export function useClock(every = 60_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
