/** After a time apart: one line of what the others did meanwhile, once everyone has everything. */
import type { Jam } from '../../../shared/jam/jam.ts';
import { saySince } from '../../../shared/jam/mergeReport.ts';
import type { RoomSummary } from '../../../shared/link/roomStatus.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';

export interface News {
  /** At each change of the room's state: while together, at least with each heartbeat of the others. */
  follow(kind: RoomSummary['kind']): void;
}

/** Whoever hears nothing of a room full of heartbeats for so long, ms, has slept. */
const sleptAfter = 8_000;
/** After waking the state is that of before, until a heartbeat has come; ms. */
const settling = 3_000;

export function tellNews(
  jam: Pick<Jam, 'snapshot' | 'me'>,
  now: () => number,
  say: (sentence: string) => void,
): News {
  /** As it was when they came apart, until it is told. */
  let before: JamSnapshot | null = null;
  let alone = true;
  let latest = jam.snapshot();
  let heardAt = now();
  let wokeAt = Number.NEGATIVE_INFINITY;
  return {
    follow(kind) {
      const snapshot = jam.snapshot();
      if (!alone && now() - heardAt > sleptAfter) {
        // What waited in the machine comes in before the others are seen to come back.
        before ??= latest;
        wokeAt = now();
      }
      // To whoever comes for the first time all of it is new.
      else if (alone && kind !== 'alone' && snapshot.creator !== null) before ??= snapshot;
      alone = kind === 'alone';
      latest = snapshot;
      heardAt = now();
      if (kind !== 'everyone' || before === null || now() - wokeAt < settling) return;
      const sentence = saySince(before, snapshot, jam.me);
      before = null;
      if (sentence !== null) say(sentence);
    },
  };
}
