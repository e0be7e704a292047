import type { PhasePlan } from '../model/course.ts';
import { riffSession } from '../templates/riffSession.ts';
import { planTemplate } from '../templates/template.ts';

/** Ten minutes of the default session. */
const MINUTES: Readonly<Record<string, number>> = {
  brief: 0.5,
  solo: 1.5,
  reveal: 1,
  rotate: 1,
  riff: 1.5,
  fresh: 0.5,
  nominate: 1,
  vote: 1,
  decide: 1,
  checkout: 1,
};

/** The default session in short: one round of rotation, boxes of a minute or so. */
export function planPractice(people: number): readonly PhasePlan[] {
  return planTemplate(riffSession, people).map((plan) => ({
    ...plan,
    minutes: MINUTES[plan.kind] ?? plan.minutes,
    options: { ...plan.options, rounds: 1 },
  }));
}
