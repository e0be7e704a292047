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

/** One sentence a phase, for somebody who plays it for the first time. */
const COACHING: Readonly<Record<string, string>> = {
  brief:
    'Mira leads this practice; in a real jam that may be you, and you read the question aloud. Nothing to do yet: read it too.',
  solo: 'Write one thought, press Enter, write the next. Half a thought counts.',
  reveal: 'All sheets lie here, yours among them. Read them in peace.',
  rotate: 'This sheet is somebody else’s. Add a thought to it and put it in.',
  riff: 'Press an idea, then R, and build on it. Double-click the board for a new one.',
  fresh: 'Sheets that nobody has built on get their turn. Press one, then R.',
  nominate: 'Press the two sheets that you would like to vote on.',
  vote: 'Five dots are yours. Press the places beside a sheet; nobody sees who gave what.',
  decide: 'Mira decides one to show how it goes. The next one is yours: choose a word, and say why.',
  checkout: 'Look back for a minute, leave one word, and take your copy along.',
};

/** The default session in short: one round of rotation, boxes of a minute or so, and a sentence for each. */
export function planPractice(people: number): readonly PhasePlan[] {
  return planTemplate(riffSession, people).map((plan) => ({
    ...plan,
    prompt: COACHING[plan.kind] ?? '',
    minutes: MINUTES[plan.kind] ?? plan.minutes,
    options: { ...plan.options, rounds: 1 },
  }));
}
