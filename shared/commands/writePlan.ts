import type { Writer } from '../doc/writer.ts';
import { COURSE_LIMITS, type PhaseId, type PhasePlan } from '../model/course.ts';

/** One new line of the setlist, within its bounds. */
export function writePlan(write: Writer, id: PhaseId, plan: PhasePlan, order: number): PhaseId {
  write.set('setlist', `${id}:kind`, plan.kind.slice(0, 40));
  write.set('setlist', `${id}:title`, plan.title.slice(0, COURSE_LIMITS.title));
  write.set('setlist', `${id}:prompt`, plan.prompt.slice(0, COURSE_LIMITS.prompt));
  write.set('setlist', `${id}:minutes`, boundMinutes(plan.minutes));
  write.set('setlist', `${id}:options`, { ...plan.options });
  write.set('setlist', `${id}:order`, order);
  return id;
}

export function boundMinutes(minutes: number): number {
  const { least, most } = COURSE_LIMITS.minutes;
  return Number.isFinite(minutes) ? Math.min(most, Math.max(least, minutes)) : 5;
}
