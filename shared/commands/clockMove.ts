import type { ClockMove } from '../model/course.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';

/** Starts, pauses, resumes or extends the current run's clock. `elapsed`: what it shows at the host's now, ms. */
export const clockMove = command<{ move: ClockMove; elapsed: number; ms?: number }, null>({
  title: 'set the clock',
  act: null,
  undo: false,
  refuse(_input, scene) {
    const course = scene.course();
    if (course.current === null)
      return { code: 'no-phase', sentence: 'No phase is running: start the setlist first.' };
    return refuseUnlessHost(course, scene.me);
  },
  run({ move, elapsed, ms = 0 }, scene, write) {
    const run = scene.course().current?.id;
    if (run !== undefined)
      write.set('clock', `${run}:${scene.newId()}`, { move, elapsed, ms, ...scene.stamp });
    return null;
  },
});
