/** Keys as caps, in this system's own words. */
import { createContext, useContext } from 'react';
import { type KeyStyle, keyCaps } from './keyLabel.ts';
import './KeyCaps.css';

/** Which keyboard stands in front of the person: set once, at the root. */
export const KeyStyleContext = createContext<KeyStyle>('pc');

export function useKeyStyle(): KeyStyle {
  return useContext(KeyStyleContext);
}

export function KeyCaps({ keys }: { readonly keys: string }) {
  const caps = keyCaps(keys, useKeyStyle());
  return (
    <kbd className="keycaps">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </kbd>
  );
}
