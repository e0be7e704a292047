/** Which ideas somebody chose to decide about in this sitting, proposals aside. Session state: it ends with the window. */
import { useSyncExternalStore } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { JamSession } from '../session/jamSession.ts';

interface Chosen {
  ideas: ReadonlySet<IdeaId>;
  readonly listeners: Set<() => void>;
}

const bySession = new WeakMap<JamSession, Chosen>();

function chosenOf(session: JamSession): Chosen {
  const known = bySession.get(session);
  if (known !== undefined) return known;
  const made: Chosen = { ideas: new Set(), listeners: new Set() };
  bySession.set(session, made);
  return made;
}

export function chooseIdeas(session: JamSession, ideas: Iterable<IdeaId>): void {
  const chosen = chosenOf(session);
  const next = new Set(chosen.ideas);
  for (const id of ideas) next.add(id);
  if (next.size === chosen.ideas.size) return;
  chosen.ideas = next;
  for (const listener of [...chosen.listeners]) listener();
}

export function useChosenIdeas(session: JamSession): ReadonlySet<IdeaId> {
  const chosen = chosenOf(session);
  return useSyncExternalStore(
    (listener) => {
      chosen.listeners.add(listener);
      return () => chosen.listeners.delete(listener);
    },
    () => chosen.ideas,
  );
}
