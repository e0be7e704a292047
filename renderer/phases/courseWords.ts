/** The course in words: what people do, how far the room is, what comes next. Sums as words; nobody is pointed at. */

import type { Phase } from '../../shared/model/course.ts';
import type { Course } from '../../shared/phases/course.ts';
import { type PeopleDo, sayWords } from '../../shared/phases/phaseKind.ts';
import { kindNamed } from '../../shared/phases/registry.ts';
import { type Turnout, turnoutOf } from '../../shared/phases/turnout.ts';
import { sayMinutes } from './clockWords.ts';

/** What people do while the tool does its part: said before the law. */
export const PEOPLE_WORDS: Readonly<Record<PeopleDo, string>> = {
  listen: 'Listen.',
  silent: 'In silence.',
  pair: 'With your neighbour.',
  talk: 'Talk.',
  stand: 'Stand up.',
  'look up': 'Look up.',
};

/** Of those who are here: how many are done. Nothing while nobody is, or while one is alone. */
export function turnout(done: number, here: number): Turnout | null {
  return done <= 0 || here <= 1 ? null : turnoutOf(done, here);
}

/** The phase's own title, or its kind's. */
export function titleOf({ title, kind }: Pick<Phase, 'title' | 'kind'>): string {
  return title || kindNamed(kind).title;
}

/** Of the phase that is being played. */
export function titleNow({ phase, kind }: Pick<Course, 'phase' | 'kind'>): string {
  return phase === null ? kind.title : titleOf(phase);
}

/** The one line of law, as it holds for how the phase is played here. */
export function lawNow({
  kind,
  current,
  phase,
  closes,
}: Pick<Course, 'kind' | 'current' | 'phase' | 'closes'>): string {
  if (closes.has(current?.id ?? '')) return 'The vote is closed. Names are shown again.';
  const law = sayWords(kind.law, current?.options);
  if (phase?.options.advances !== true) return law;
  return `${law} ${kind.name === 'vote' ? 'Closes' : 'Goes on'} by itself.`;
}

/** "Round 2 of 3"; null where there is only one. */
export function roundNow({ current, phase }: Pick<Course, 'current' | 'phase'>): string | null {
  if (current === null) return null;
  const rounds = phase?.options.rounds ?? current.options.rounds;
  return rounds > 1 ? `Round ${current.round} of ${Math.max(rounds, current.round)}` : null;
}

/** What "go on" starts: "Reveal and read", "Round 2 of 3"; after the last phase what came of it all. */
export function sayNext({ next }: Pick<Course, 'next'>): string {
  if (next === null) return 'What came of it';
  return next.round > 1 ? `Round ${next.round} of ${next.phase.options.rounds}` : titleOf(next.phase);
}

/** Said aloud when a phase begins. */
export function sayPhase(course: Course): string {
  const round = roundNow(course);
  const minutes = sayMinutes(course.clock.box / 60_000).replace(' min', ' minutes');
  return `${titleNow(course)}${round === null ? '' : `, ${round.toLowerCase()}`}, ${minutes}. ${PEOPLE_WORDS[course.kind.people]} ${lawNow(course)}`;
}
