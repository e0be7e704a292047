/**
 * On a screen that is for writing, a letter that nobody else wants is the first one of what is written: whoever clicked
 * beside the sheet, or pressed Escape, does not type into nothing.
 */
import { type RefObject, useEffect } from 'react';
import { isTypingIn } from '../ui/isTypingIn.ts';

/** The first text field within `page` takes it. */
export function useTypesInto(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isWritten(event) || isTypingIn(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;
      // The letter itself comes after this, to where the focus is then.
      page.current?.querySelector('textarea')?.focus();
    };
    // Behind the window's own keys, which were there before.
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [page]);
}

function isWritten({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isComposing && /^[\p{L}\p{N}]$/u.test(key);
}
