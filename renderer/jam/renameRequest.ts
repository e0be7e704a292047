/** "Rename the jam" comes from a menu or the palette; the title in the masthead is where it happens. */
import { useEffect, useRef } from 'react';
import type { JamSession } from '../session/jamSession.ts';

const waiting = new WeakMap<JamSession, Set<() => void>>();

/** Puts the caret into the title, when it is on screen. */
export function requestRename(session: JamSession): void {
  for (const listener of waiting.get(session) ?? []) listener();
}

export function useRenameRequest(session: JamSession, onRequest: () => void): void {
  const latest = useRef(onRequest);
  latest.current = onRequest;
  useEffect(() => {
    const listener = (): void => latest.current();
    const listeners = waiting.get(session) ?? new Set();
    listeners.add(listener);
    waiting.set(session, listeners);
    return () => {
      listeners.delete(listener);
    };
  }, [session]);
}
