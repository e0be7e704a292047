import { COURSE_LIMITS, type Phase, type PhaseId, type PhaseOptions } from '../model/course.ts';
import { refuseUnlessHost } from '../phases/rule.ts';
import { command } from './command.ts';
import { boundMinutes } from './writePlan.ts';

export interface PhaseChange {
  readonly phase: PhaseId;
  readonly title?: string;
  readonly prompt?: string;
  readonly minutes?: number;
  readonly options?: Partial<PhaseOptions>;
  /** true: dropped from the setlist. Its runs, ideas and votes stay. */
  readonly gone?: boolean;
  /** To stand behind this one; null: first. */
  readonly after?: PhaseId | null;
}

/** Bends the setlist, running or not: lengths, words, options, order, dropping. Several changes are one step. */
export const phaseChange = command<{ changes: readonly PhaseChange[] }, null>({
  title: 'change the setlist',
  act: null,
  refuse({ changes }, scene) {
    const stranger = refuseUnlessHost(scene.course(), scene.me);
    if (stranger !== null) return stranger;
    for (const { phase, minutes } of changes) {
      if (!scene.snapshot.course.phases.has(phase)) {
        return { code: 'no-such-phase', sentence: 'That phase is not in this setlist.' };
      }
      if (minutes !== undefined && !(minutes > 0)) {
        return { code: 'no-minutes', sentence: 'Write the minutes as a number above zero.' };
      }
    }
    return null;
  },
  run({ changes }, scene, write) {
    const { phases } = scene.course();
    for (const { phase, title, prompt, minutes, options, gone, after } of changes) {
      if (title !== undefined)
        write.set('setlist', `${phase}:title`, title.trim().slice(0, COURSE_LIMITS.title));
      if (prompt !== undefined)
        write.set('setlist', `${phase}:prompt`, prompt.trim().slice(0, COURSE_LIMITS.prompt));
      if (minutes !== undefined) write.set('setlist', `${phase}:minutes`, boundMinutes(minutes));
      if (options !== undefined) {
        const before = scene.snapshot.course.phases.get(phase)?.options;
        write.set('setlist', `${phase}:options`, { ...before, ...options });
      }
      if (gone !== undefined) write.set('setlist', `${phase}:gone`, gone);
      if (after !== undefined) write.set('setlist', `${phase}:order`, orderAfter(phases, after, phase));
    }
    return null;
  },
});

/** An order between this phase and the one that follows it; `moved` itself doesn't count as a neighbour. */
export function orderAfter(phases: readonly Phase[], after: PhaseId | null, moved: PhaseId | null): number {
  const others = phases.filter(({ id }) => id !== moved);
  const at = after === null ? -1 : others.findIndex(({ id }) => id === after);
  const left = others[at]?.order;
  const right = others[at + 1]?.order;
  if (left === undefined) return (right ?? 2) - 1;
  return right === undefined ? left + 1 : (left + right) / 2;
}
