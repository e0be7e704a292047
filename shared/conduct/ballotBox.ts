/**
 * One seat's ballots of the current vote: one at its start, one every beat, changed or not, so that nobody sees who
 * votes when; and one more when a host begins to count, so that what lies there counts.
 */
import type { Jam } from '../jam/jam.ts';
import type { Schedule } from '../log/recorder.ts';
import type { Run, RunId } from '../model/course.ts';
import type { DeviceId } from '../model/ids.ts';
import { type Course, openVote } from '../phases/course.ts';
import type { Placed } from '../phases/tally.ts';
import type { Context } from '../util/context.ts';
import { sealDots } from './voteSeal.ts';

/** ms */
export const BALLOT_BEAT = 20_000;

export interface BallotBox {
  /** The course has changed. */
  follow(course: Course): void;
  stop(): void;
}

interface BallotBoxParts {
  readonly jam: Jam;
  readonly device: DeviceId;
  readonly context: Context;
  readonly schedule: Schedule;
  readonly placedIn: (run: RunId) => Placed;
}

export function createBallotBox({ jam, device, context, schedule, placedIn }: BallotBoxParts): BallotBox {
  let beating: { readonly run: RunId; readonly stop: () => void } | null = null;
  let answered: string | null = null;

  const cast = (run: Run): void => {
    const box = sealDots(run, placedIn(run.id), { by: jam.me, device }, context);
    if (box !== null) jam.run('ballot.cast', { run: run.id, box });
  };
  const stop = (): void => {
    beating?.stop();
    beating = null;
  };
  const beat = (run: Run): void => {
    beating = {
      run: run.id,
      stop: schedule(BALLOT_BEAT, () => {
        beat(run);
        cast(run);
      }),
    };
  };
  return {
    follow(course) {
      const { clock } = course;
      const open = openVote(course);
      // What came after the last ballot would be late, although nothing in it is new.
      if (beating !== null && (beating.run !== open?.id || clock.closing)) stop();
      if (open === null) return;
      if (clock.closing) {
        const asked = clock.event?.key ?? null;
        if (asked !== answered) cast(open);
        answered = asked;
      } else if (beating === null) {
        beat(open);
        cast(open);
      }
    },
    stop,
  };
}
