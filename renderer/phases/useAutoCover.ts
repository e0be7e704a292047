import { useEffect } from 'react';
import { useSession } from '../ui/session.tsx';

/** Whoever touched nothing for so long, ms, has turned away. */
const AWAY_AFTER = 120_000;
const SIGNS = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const;

/** Covers what somebody wrote when they have turned away from it. */
export function useAutoCover(): void {
  const { course } = useSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wind = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => course.cover(true), AWAY_AFTER);
    };
    wind();
    for (const sign of SIGNS) window.addEventListener(sign, wind, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, wind);
    };
  }, [course]);
}
