import type { RefObject } from 'react';

/**
 * After a field has gone: the focus comes back to what opened it, unless it has gone somewhere already (somebody pressed
 * elsewhere, and that closed the field).
 */
export function returnFocus(opener: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) opener.current?.focus();
  });
}
