import { useEffect, useRef } from 'react';
import type { RunId } from '../../shared/model/course.ts';
import { isTypingIn } from '../ui/isTypingIn.ts';
import { createKeyGuard } from './keyGuard.ts';

/** Keys after which nobody is in the middle of a word. */
const RESTS: ReadonlySet<string> = new Set(['Escape', 'PageDown', 'PageUp']);

/** Before every other listener of the window. */
export function useKeyGuard(run: RunId | null): void {
  const guard = useRef(createKeyGuard());
  const shown = useRef(run);
  useEffect(() => {
    if (shown.current !== run) guard.current.turned(performance.now());
    shown.current = run;
  }, [run]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const now = performance.now();
      const isLetter = !event.ctrlKey && !event.metaKey && !event.altKey && [...event.key].length === 1;
      if (isTypingIn(event.target)) {
        if (isLetter) guard.current.typed(now);
        else if (RESTS.has(event.key)) guard.current.rested();
        return;
      }
      if (!isLetter || !guard.current.holds(now)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // A hand that presses something has left its word.
    const onPointerDown = (): void => guard.current.rested();
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, []);
}
