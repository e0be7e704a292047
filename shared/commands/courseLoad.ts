import { COURSE_LIMITS, type PhasePlan } from '../model/course.ts';
import { orderPhases } from '../phases/course.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';
import { writePlan } from './writePlan.ts';

/** Lays a setlist: these phases take the place of those that were not played yet. What was played stays in the record. */
export const courseLoad = command<
  { template: string | null; plans: readonly PhasePlan[] },
  { phases: readonly string[] }
>({
  title: 'lay the setlist',
  act: null,
  refuse({ plans }, scene) {
    const stranger = refuseUnlessHost(scene.course(), scene.me);
    if (stranger !== null) return stranger;
    if (plans.length > COURSE_LIMITS.phases)
      return { code: 'too-long', sentence: `A setlist has at most ${COURSE_LIMITS.phases} phases.` };
    return null;
  },
  run({ template, plans }, scene, write) {
    const { course } = scene.snapshot;
    const played = new Set([...course.runs.values()].map(({ phase }) => phase));
    const standing = orderPhases(course.phases.values());
    for (const { id } of standing) if (!played.has(id)) write.set('setlist', `${id}:gone`, true);
    const last = standing.filter(({ id }) => played.has(id)).at(-1)?.order ?? 0;
    if (template !== null) write.set('setlist', 'template', template);
    const phases = plans.map((plan, index) => writePlan(write, scene.newId(), plan, last + index + 1));
    return { phases };
  },
});
