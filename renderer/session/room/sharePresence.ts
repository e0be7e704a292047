/** Tells the others what one does, a few times a second at most, and reads what they tell. */
import type { Awareness } from 'y-protocols/awareness';
import type { MemberId } from '../../../shared/model/ids.ts';
import { equalPresence, type Presence, readPresence } from '../../../shared/presence/presence.ts';
import type { UiStore } from '../../stores/uiStore.ts';
import { type CoursePresence, describeDoing } from './describeDoing.ts';

export interface SharedPresence {
  own(): Presence;
  /** What somebody does, on whichever of their devices said something last. */
  of(member: MemberId): Presence | null;
  /** Something of it that is no interface state has changed. */
  renew(): void;
  stop(): void;
}

interface SharePresenceParts {
  readonly awareness: Awareness;
  readonly ui: UiStore;
  readonly me: () => { readonly member: MemberId; readonly name: string };
  readonly course: () => CoursePresence;
  readonly schedule: (ms: number, run: () => void) => () => void;
  readonly changed: () => void;
}

/** 4 a second: names, verbs and selections are read, not watched. */
const gap = 250;

export function sharePresence({
  awareness,
  ui,
  me,
  course,
  schedule,
  changed,
}: SharePresenceParts): SharedPresence {
  let own = describeDoing(me(), ui.getState(), course());
  let others = new Map<MemberId, Presence>();
  let waiting: (() => void) | null = null;

  const tell = (): void => {
    waiting = null;
    const next = describeDoing(me(), ui.getState(), course());
    if (equalPresence(next, own)) return;
    say(next);
    waiting = schedule(gap, tell);
  };
  const say = (next: Presence): void => {
    own = next;
    awareness.setLocalState({ ...next });
  };
  const onChange = (): void => {
    others = new Map();
    for (const [client, state] of awareness.getStates()) {
      const read = client === awareness.clientID ? null : readPresence(state);
      if (read !== null) others.set(read.member, read);
    }
    changed();
  };

  say(own);
  awareness.on('change', onChange);
  const renew = (): void => {
    // What is taken up or let go is told at once: a sheet is never seen in two places for long.
    const held = ui.getState().holding.ideas.size > 0;
    if (waiting !== null && held === own.holds.length > 0) return;
    waiting?.();
    tell();
  };
  const stop = ui.subscribe(renew);
  return {
    own: () => own,
    of: (member) => others.get(member) ?? null,
    renew,
    stop() {
      stop();
      waiting?.();
      awareness.off('change', onChange);
    },
  };
}
