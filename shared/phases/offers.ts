/** A jam knows when it must end: what a host is offered when the course would run over. */
import type { Phase, PhaseId } from '../model/course.ts';
import type { Course } from './course.ts';

export interface Offer {
  readonly kind: 'shorten' | 'skip' | 'over';
  /** As on the button: "Free riff to 6 min". */
  readonly words: string;
  /** What taking it does to the setlist. */
  readonly changes: readonly {
    readonly phase: PhaseId;
    readonly minutes?: number;
    readonly gone?: boolean;
  }[];
}

const MINUTE = 60_000;
/** A slip of less than this is no slip. */
const TOLERANCE = MINUTE;
/** A phase that is cut below this is no phase. */
const LEAST_MINUTES = 2;
/** Without these a session comes to nothing. */
const KEPT: ReadonlySet<string> = new Set(['solo', 'reveal', 'vote', 'decide', 'checkout']);

/** Minutes that are still to be played: what is left of the current box, its further rounds, and every later phase. */
export function minutesLeft(course: Course, elapsed: number): number {
  const { current, phase, clock } = course;
  const now = current === null ? 0 : Math.max(0, clock.box - elapsed) / MINUTE;
  const rounds =
    phase === null || current === null
      ? 0
      : Math.max(0, phase.options.rounds - current.round) * phase.minutes;
  return now + rounds + laterPhases(course).reduce((sum, later) => sum + lengthOf(later), 0);
}

/** ms by which the course would run over its end; 0 when it doesn't, or there is none. */
export function slipOf(course: Course, endsAt: number | null, now: number, elapsed: number): number {
  if (endsAt === null) return 0;
  const slip = now + minutesLeft(course, elapsed) * MINUTE - endsAt;
  return slip > TOLERANCE ? slip : 0;
}

/** Two or three ways out, the gentlest first; none without a slip. */
export function offersFor(
  course: Course,
  endsAt: number | null,
  now: number,
  elapsed: number,
): readonly Offer[] {
  const slip = slipOf(course, endsAt, now, elapsed);
  if (slip === 0) return [];
  const over = Math.ceil(slip / MINUTE);
  const later = laterPhases(course);
  const offers: Offer[] = [];

  const longest = later
    .filter((phase) => phase.options.rounds === 1 && phase.minutes - over >= LEAST_MINUTES)
    .sort((a, b) => b.minutes - a.minutes)[0];
  if (longest !== undefined) {
    const minutes = Math.floor(longest.minutes - over);
    offers.push({
      kind: 'shorten',
      words: `${longest.title} to ${minutes} min`,
      changes: [{ phase: longest.id, minutes }],
    });
  }
  // The one that is just long enough; failing that the longest that may go.
  const droppable = later.filter((phase) => !KEPT.has(phase.kind)).sort((a, b) => lengthOf(a) - lengthOf(b));
  const dropped = droppable.find((phase) => lengthOf(phase) >= over) ?? droppable.at(-1);
  if (dropped !== undefined) {
    offers.push({
      kind: 'skip',
      words: `Skip ${lowerFirst(dropped.title)}`,
      changes: [{ phase: dropped.id, gone: true }],
    });
  }
  offers.push({ kind: 'over', words: `Run over by ${over} min`, changes: [] });
  return offers;
}

/** Those that "go on" still comes to: none at the end, or once the setlist was left. */
function laterPhases({ current, phases, next }: Course): readonly Phase[] {
  if (next === null) return [];
  const at = phases.findIndex(({ id }) => id === next.phase.id);
  return phases.slice(next.phase.id === current?.phase ? at + 1 : at);
}

function lengthOf(phase: Phase): number {
  return phase.minutes * phase.options.rounds;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
