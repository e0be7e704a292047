/**
 * The jam's course as sittings: times in which something was written with no pause longer than half an hour. The rule
 * under the masthead is drawn from them, each as wide as its minutes; a pause is a gap in it.
 */

interface Sitting {
  /** Wall time of the first and the last thing written, ms. */
  readonly from: number;
  readonly to: number;
}

export const PAUSE = 30 * 60_000;
/** A sitting that is one stroke long is still to be seen. */
const LEAST = 60_000;

/** In order. The present belongs to the last one when its last stroke is no longer ago than a pause. */
export function readSittings(times: Iterable<number>, now: number): readonly Sitting[] {
  const sorted = Float64Array.from(times).sort();
  const sittings: { from: number; to: number }[] = [];
  for (const at of sorted) {
    if (at <= 0 || at > now + PAUSE) continue;
    const last = sittings.at(-1);
    if (last !== undefined && at - last.to <= PAUSE) last.to = Math.max(last.to, at);
    else sittings.push({ from: at, to: at });
  }
  const last = sittings.at(-1);
  if (last !== undefined && now - last.to <= PAUSE) last.to = Math.max(last.to, now);
  for (const sitting of sittings) sitting.to = Math.max(sitting.to, sitting.from + LEAST);
  return sittings;
}

/** Whether the jam is being written just now. */
export function isLive(sittings: readonly Sitting[], now: number): boolean {
  const last = sittings.at(-1);
  return last !== undefined && now - last.to <= PAUSE;
}

/** Whole minutes, at least one. */
export function minutesOf(sitting: Sitting): number {
  return Math.max(1, Math.round((sitting.to - sitting.from) / 60_000));
}

/** The last few in full and what was before them as one, so that the labels have room. */
export function foldSittings(sittings: readonly Sitting[], most: number): readonly Sitting[] {
  if (sittings.length <= most) return sittings;
  const early = sittings.slice(0, sittings.length - most + 1);
  const minutes = early.reduce((sum, { from, to }) => sum + to - from, 0);
  const from = (early[0] as Sitting).from;
  return [{ from, to: from + minutes }, ...sittings.slice(sittings.length - most + 1)];
}
