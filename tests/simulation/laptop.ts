import type { LogRecord } from '../../shared/log/journalRecord.ts';
import type { KeyFrame } from '../../shared/log/keyFrame.ts';
import type { Schedule } from '../../shared/log/recorder.ts';
import { createSeededContext, type SeededContext } from '../../shared/util/context.ts';
import { createSigner, type Signer } from '../../shared/util/signature.ts';
import type { VirtualClock } from './virtualClock.ts';

/** What outlives a page: key, disk, wall clock. And what can happen to it: the lid, the disk, the clock. */
export interface Laptop {
  readonly name: string;
  readonly signer: Signer;
  readonly member: string;
  readonly random: SeededContext;
  /** The journal, in order of arrival: what is there after a crash. */
  readonly journal: LogRecord[];
  frame: KeyFrame | null;
  isDiskFull: boolean;
  /** ms by which its clock is wrong. */
  wallOffset: number;
  /** The name of the laptop whose hub its page talks to: a guest's is somebody else's. */
  readonly hubOf: string;
  readonly isAwake: boolean;
  wallNow(): number;
  /** Now, or when the lid is opened again. */
  whenAwake(run: () => void): void;
  suspend(): void;
  resume(): void;
}

/** `copyOf`: the profile was copied from there, key, member and journal. */
export function createLaptop(
  name: string,
  clock: VirtualClock,
  seed: number,
  hubOf = name,
  copyOf: Laptop | null = null,
): Laptop {
  const random = createSeededContext(seed);
  const parked: (() => void)[] = [];
  let isAwake = true;
  return {
    name,
    signer: copyOf?.signer ?? createSigner(random.randomBytes(32)),
    member: copyOf?.member ?? `${name}-id`,
    random,
    journal: [...(copyOf?.journal ?? [])],
    frame: null,
    isDiskFull: false,
    wallOffset: 0,
    hubOf,
    get isAwake() {
      return isAwake;
    },
    wallNow() {
      return clock.now() + this.wallOffset;
    },
    whenAwake(run) {
      if (isAwake) run();
      else parked.push(run);
    },
    suspend() {
      isAwake = false;
    },
    resume() {
      isAwake = true;
      for (const run of parked.splice(0)) this.whenAwake(run);
    },
  };
}

/** One life of a page: its timers and whatever reaches it stop with the laptop's lid, and end with the page. */
export interface Life {
  readonly isOver: boolean;
  readonly schedule: Schedule;
  run(act: () => void): void;
  end(): void;
}

export function createLife(laptop: Laptop, clock: VirtualClock): Life {
  let isOver = false;
  const run = (act: () => void): void => laptop.whenAwake(() => !isOver && act());
  return {
    get isOver() {
      return isOver;
    },
    run,
    schedule(ms, act) {
      let isOff = false;
      const cancel = clock.schedule(ms, () => run(() => !isOff && act()));
      return () => {
        isOff = true;
        cancel();
      };
    },
    end() {
      isOver = true;
    },
  };
}

/** A page in the room, as others meet it. */
export interface Party {
  readonly peer: string;
  readonly laptop: Laptop;
  readonly life: Life;
  hear(signal: object): void;
}
