/** The setlist drawn to scale: one segment a phase, as wide as its minutes, and where in it the present stands. */
import type { Phase, PhaseId } from '../../shared/model/course.ts';
import { type Course, orderPhases } from '../../shared/phases/course.ts';
import { titleOf } from './courseWords.ts';

export interface RuleSegment {
  readonly id: PhaseId;
  readonly title: string;
  /** All rounds, with what was added to the present one. */
  readonly minutes: number;
  readonly state: 'played' | 'now' | 'ahead';
  /** How much of it is inked, 0 to 1. */
  readonly inked: number;
  /** Where the red square stands in it, 0 to 1; null in all but one. */
  readonly present: number | null;
}

const MINUTE = 60_000;

/** `phases`: all of the record; one that was dropped while it is played still says where we are. `elapsed` in ms. */
export function readRule(
  course: Pick<Course, 'runs' | 'current' | 'clock'>,
  phases: Iterable<Phase>,
  elapsed: number,
): readonly RuleSegment[] {
  const { runs, current, clock } = course;
  const standing = orderPhases(
    [...phases].map((phase) => (phase.id === current?.phase ? { ...phase, gone: false } : phase)),
  );
  const played = new Set(runs.map(({ phase }) => phase));
  const at = standing.findIndex(({ id }) => id === current?.phase);
  // Before it began the present stands at the start; when the setlist was left, behind what was played last.
  const last = standing.findLastIndex(({ id }) => played.has(id));
  return standing.map((phase, i) => {
    const { id, minutes, options } = phase;
    const title = titleOf(phase);
    if (current !== null && i === at) {
      const added = clock.box / MINUTE - minutes;
      const rounds = Math.max(options.rounds, current.round);
      const total = Math.max(minutes * rounds + added, minutes / 2);
      const spent = minutes * (current.round - 1) + Math.min(elapsed, clock.box) / MINUTE;
      const share = Math.min(1, spent / total);
      return { id, title, minutes: total, state: 'now', inked: share, present: share };
    }
    const done = played.has(id);
    const present = at >= 0 ? null : last < 0 && i === 0 ? 0 : i === last ? 1 : null;
    return {
      id,
      title,
      minutes: minutes * options.rounds,
      state: done ? 'played' : 'ahead',
      inked: done ? 1 : 0,
      present,
    };
  });
}
