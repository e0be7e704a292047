/** After a time apart: one line of what the others did meanwhile, once everyone has everything. */
import type { Jam } from '../../../shared/jam/jam.ts';
import { saySince } from '../../../shared/jam/mergeReport.ts';
import type { RoomSummary } from '../../../shared/link/roomStatus.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';

export interface News {
  follow(kind: RoomSummary['kind']): void;
}

export function tellNews(jam: Pick<Jam, 'snapshot' | 'me'>, say: (sentence: string) => void): News {
  /** As it was when the others came back; null while together, or told already. */
  let before: JamSnapshot | null = null;
  let alone = true;
  return {
    follow(kind) {
      if (kind === 'alone') {
        alone = true;
        before = null;
        return;
      }
      // To whoever comes for the first time all of it is new.
      if (alone && jam.snapshot().creator !== null) before = jam.snapshot();
      alone = false;
      if (kind !== 'everyone' || before === null) return;
      const sentence = saySince(before, jam.snapshot(), jam.me);
      before = null;
      if (sentence !== null) say(sentence);
    },
  };
}
