import { useEffect, useState } from 'react';
import type { WallClock } from './wallScene.ts';

/** ms between two looks at the clock. */
const LOOK = 250;

/** What the room's clock shows, ms. */
export function useWallElapsed({ state, elapsed, saidAt }: WallClock): number {
  const [now, setNow] = useState(saidAt);
  useEffect(() => {
    if (state !== 'running') return;
    const timer = setInterval(() => setNow(Date.now()), LOOK);
    return () => clearInterval(timer);
  }, [state]);
  return state === 'running' ? elapsed + Math.max(0, now - saidAt) : elapsed;
}
