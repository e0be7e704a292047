import type { KeyboardEvent } from 'react';

/** Enter among choices does what it does in the text beside them: whoever has chosen goes on where they are. */
export function enterOn(act: () => void): { onKeyDownCapture(event: KeyboardEvent): void } {
  return {
    onKeyDownCapture(event) {
      const { target, key, nativeEvent } = event;
      if (key !== 'Enter' || nativeEvent.isComposing) return;
      if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
  };
}
