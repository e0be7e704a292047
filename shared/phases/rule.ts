/** The one place that decides whether the phase allows an act. Every command asks it before anything else. */
import type { Act } from '../model/acts.ts';
import type { Refusal } from '../util/result.ts';
import type { Course } from './course.ts';

/** null: allowed. Otherwise the rule in one sentence, for where the hand is. */
export function refuseByPhase(act: Act, { kind }: Pick<Course, 'kind'>): Refusal | null {
  if (kind.acts.includes(act)) return null;
  return { code: 'not-in-this-phase', sentence: kind.refusals?.[act] ?? kind.refusal };
}

/** For what leads the course: only a host's hand. */
export function refuseUnlessHost(course: Pick<Course, 'hosts'>, me: string): Refusal | null {
  if (course.hosts.size === 0 || course.hosts.has(me)) return null;
  return {
    code: 'not-the-host',
    sentence: 'Only a host moves the course: ask them, or take over if they are gone.',
  };
}
