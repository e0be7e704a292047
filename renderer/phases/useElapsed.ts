import { useEffect, useState } from 'react';
import { useCourse, useSession } from '../ui/session.tsx';

/** How often the clock is looked at, ms: often enough that no second is left out. */
const LOOK = 200;

/** What the current run's clock shows, in whole steps of `step` ms. Renders only when a step is full. */
export function useElapsed(step: number): number {
  const { course } = useSession();
  const clock = useCourse((state) => state.course.clock);
  const run = useCourse((state) => state.course.current?.id ?? null);
  const [elapsed, setElapsed] = useState(() => fullSteps(course.elapsed(), step));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run begins its clock anew
  useEffect(() => {
    const look = (): void => setElapsed(fullSteps(course.elapsed(), step));
    look();
    if (clock.state !== 'running') return;
    const timer = setInterval(look, LOOK);
    return () => clearInterval(timer);
  }, [course, clock, run, step]);
  return elapsed;
}

function fullSteps(ms: number, step: number): number {
  return Math.floor(ms / step) * step;
}
