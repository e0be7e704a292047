import { useEffect } from 'react';
import { isTypingIn } from './isTypingIn.ts';

/**
 * Esc, wherever the focus is, before anything else takes it; a dialog has its own. Words that are being written keep
 * theirs too, unless `whileTyping`. `run` stays the same from one drawing to the next; null: Esc is left alone.
 */
export function useEscape(run: (() => void) | null, whileTyping = false): void {
  useEffect(() => {
    if (run === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || (!whileTyping && isTypingIn(event.target))) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [run, whileTyping]);
}
