import { COURSE_LIMITS, type PhaseId, type PhasePlan } from '../model/course.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';
import { orderAfter } from './phaseChange.ts';
import { writePlan } from './writePlan.ts';

/** Puts a phase into the setlist, behind another one or (null) at its start; also while it runs. */
export const phaseInsert = command<{ plan: PhasePlan; after: PhaseId | null }, { phase: PhaseId }>({
  title: 'insert a phase',
  act: null,
  refuse(_input, scene) {
    if (scene.snapshot.course.phases.size >= COURSE_LIMITS.phases) {
      return { code: 'too-long', sentence: `A setlist has at most ${COURSE_LIMITS.phases} phases.` };
    }
    return refuseUnlessHost(scene.course(), scene.me);
  },
  run({ plan, after }, scene, write) {
    return { phase: writePlan(write, scene.newId(), plan, orderAfter(scene.course().phases, after, null)) };
  },
});
