import type { Context } from '../util/context.ts';
import type { Schedule } from './pipe.ts';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket: full at `burst`, refilled at `perSecond`. */
export interface Bucket {
  /** Takes them also when that leaves less than nothing (a debt of a quarter of the burst at most); answers what is left. */
  take(cost: number): number;
}

export function createBucket({ burst, perSecond }: Rate, { now }: Pick<Context, 'now'>): Bucket {
  let tokens = burst;
  let at = now();
  return {
    take(cost) {
      const time = now();
      // A wall clock may be set back; that gives nothing and takes nothing.
      const filled = Math.min(burst, tokens + (Math.max(0, time - at) * perSecond) / 1000);
      tokens = Math.max(-burst / 4, filled - cost);
      at = time;
      return tokens;
    },
  };
}

/** Who sends faster than the rate is not read for a while: the network holds it back, and nobody else is disturbed. */
export interface Throttle {
  spend(cost: number): void;
  dispose(): void;
}

export function createThrottle(
  rate: Rate,
  context: Pick<Context, 'now'>,
  schedule: Schedule,
  pipe: { pause(): void; resume(): void },
): Throttle {
  const bucket = createBucket(rate, context);
  let cancel: (() => void) | null = null;
  return {
    spend(cost) {
      const left = bucket.take(cost);
      if (left >= 0 || cancel !== null) return;
      pipe.pause();
      cancel = schedule(((rate.burst / 8 - left) / rate.perSecond) * 1000, () => {
        cancel = null;
        pipe.resume();
      });
    },
    dispose() {
      cancel?.();
      cancel = null;
    },
  };
}
