/**
 * The bell comes in the middle of a word: what is typed on after it is no command. For a moment after a phase turned under
 * a writing hand, and as long as it goes on writing, letters that reach no field do nothing.
 */
export interface KeyGuard {
  /** A key went into a field, at `now` ms. */
  typed(now: number): void;
  /** The hand put the pen down itself, or led on. */
  rested(): void;
  /** Another phase is played. */
  turned(now: number): void;
  /** Whether a letter that reached no field is the rest of a word. */
  holds(now: number): boolean;
}

/** Who typed so long ago was writing, ms. */
const RECENT = 2_000;
/** How long the hand may take to notice, and how long a pause in its word may be. */
const NOTICES = 2_500;
const PAUSE = 900;

export function createKeyGuard(): KeyGuard {
  let last = Number.NEGATIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  return {
    typed(now) {
      last = now;
    },
    rested() {
      until = Number.NEGATIVE_INFINITY;
      last = Number.NEGATIVE_INFINITY;
    },
    turned(now) {
      if (now - last < RECENT) until = now + NOTICES;
    },
    holds(now) {
      if (now >= until) return false;
      until = Math.max(until, now + PAUSE);
      return true;
    },
  };
}
