import type { Jam } from '../jam/jam.ts';
import type { Schedule } from '../log/recorder.ts';
import type { RunId } from '../model/course.ts';
import type { DeviceId, MemberId } from '../model/ids.ts';
import type { Course } from '../phases/course.ts';
import { toBase64Url } from '../util/bytes.ts';
import type { Context } from '../util/context.ts';
import type { BoxPair } from '../util/sealedBox.ts';
import { createAdvance } from './advance.ts';
import { createBallotBox } from './ballotBox.ts';
import type { Conductor } from './conductor.ts';
import { createCourseTime } from './courseTime.ts';
import { createHostHand } from './hostHand.ts';
import { planLaying, unlaidIdeas } from './laySheets.ts';
import { createOwnHand } from './ownHand.ts';
import type { PrivateStore } from './privatePart.ts';
import { standInFor } from './standIn.ts';

export interface ConductorParts {
  readonly jam: Jam;
  readonly device: DeviceId;
  readonly context: Context;
  readonly schedule: Schedule;
  /** ms on a clock that no hand sets. */
  readonly steady: () => number;
  /** This device's pair for what is sealed to it. */
  readonly box: BoxPair;
  /** Members who are here now, oneself among them; first who would stand in for a host first. */
  readonly here: () => readonly MemberId[];
  readonly privates: PrivateStore;
}

/** Handed-in sheets are laid together: so long after the last one came, ms. */
const LAID_AFTER = 1_200;

export function createConductor(parts: ConductorParts): Conductor {
  const { jam, device, context, schedule, steady, box, here, privates } = parts;
  const time = createCourseTime(steady, () => context.now());
  const listeners = new Set<() => void>();
  const timers = new Set<() => void>();
  let seenRun: RunId | null = null;
  let asked = false;
  let laying: (() => void) | null = null;
  let disposed = false;
  /** The fold that was told last: it is another one when its records are, or whoever made the jam is known at last. */
  let known: Course | null = null;

  const course = (): Course => jam.courseOf(jam.snapshot());
  const isHost = (): boolean => course().hosts.has(jam.me);
  const isLeader = (): boolean => course().leader === jam.me;
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const later = (ms: number, run: () => void): (() => void) => {
    const stop = schedule(ms, () => {
      timers.delete(stop);
      if (!disposed) run();
    });
    timers.add(stop);
    return stop;
  };
  const ownHand = createOwnHand({ jam, context, privates, tell });
  const hostHand = createHostHand({ jam, device, context, later, box, here, elapsed: time.elapsed });
  const ballotBox = createBallotBox({ jam, device, context, schedule: later, placedIn: ownHand.placedIn });

  const advance = createAdvance({
    schedule: later,
    course,
    isLeader,
    elapsed: time.elapsed,
    goOn: () => void hostHand.goOn(),
    closeVote: () => void hostHand.closeVote(),
  });

  /** The clock is read at once; what the laptop does of itself waits until whoever brought the change is done with it. */
  const follow = (): void => {
    const { current, clock } = course();
    time.note(current?.id ?? null, clock, here().length > 1);
    if (!asked) later(0, act);
    asked = true;
  };
  const act = (): void => {
    asked = false;
    const now = course();
    const { current } = now;
    if (current !== null && current.id !== seenRun && current.roster.includes(jam.me)) {
      // Whoever was not there when it was revealed is asked; see `late`.
      ownHand.handIn(ownHand.late().filter(({ run, tray }) => run === current.after && tray === 'in'));
    }
    seenRun = current?.id ?? null;
    ballotBox.follow(now);
    advance.follow();
    shareBoxKey(now);
  };
  const shareBoxKey = ({ phases }: Course): void => {
    const key = toBase64Url(box.publicKey);
    if (phases.length === 0 || jam.snapshot().creator === null) return;
    if (jam.snapshot().course.boxKeys.get(device)?.key !== key) jam.run('boxKey.set', { key });
  };
  const layWhenQuiet = (): void => {
    if (!isLeader() || unlaidIdeas(jam.snapshot()).length === 0) return;
    laying?.();
    laying = later(LAID_AFTER, () => {
      laying = null;
      if (!isLeader()) return;
      const places = planLaying(jam, unlaidIdeas(jam.snapshot()), seenRun ?? '');
      if (places.length > 0) jam.run('ideas.lay', { places });
    });
  };

  const stopListening = jam.subscribe((_snapshot, change) => {
    const now = course();
    const turned = now !== known;
    known = now;
    if (turned) follow();
    if (change.ideas.size > 0 || turned) layWhenQuiet();
    if (turned) tell();
  });
  follow();
  layWhenQuiet();

  return {
    course,
    elapsed: time.elapsed,
    isHost,
    isLeader,
    standIn: () => standInFor(course(), here()),
    hearClock: time.hear,
    ...hostHand,
    ...ownHand,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      stopListening();
      ballotBox.stop();
      for (const stop of timers) stop();
      listeners.clear();
    },
  };
}
