/** What people said at the end of a jam, each person's last word on each question. */
import type { Reflection, RunId } from '../model/course.ts';
import { shuffle } from './shuffle.ts';

/** What one is asked at the end, alone. */
export const REFLECTION_QUESTIONS = [
  { question: 'surprised', ask: 'What surprised you?' },
  { question: 'next-time', ask: 'What should we do differently next time?' },
  { question: 'take-along', ask: 'What do you take with you?' },
] as const;

/** What one leaves with, said to the room without a name. */
export const LAST_WORD = 'word';

export type ReflectionName = (typeof REFLECTION_QUESTIONS)[number]['question'] | typeof LAST_WORD;

/** Everybody's last answer to one question, in one shuffled order that says nothing about who gave it. */
export function latestAnswers(
  all: Iterable<Reflection>,
  run: RunId,
  question: string,
): readonly Reflection[] {
  const asked = [...all].filter((one) => one.run === run && one.question === question);
  return shuffle(latestBy(asked, ({ by }) => by).values(), run, ({ by }) => by);
}

/** One person's last answer to every question, by question. */
export function answersOf(
  all: Iterable<Reflection>,
  run: RunId,
  member: string,
): ReadonlyMap<string, string> {
  const theirs = [...all].filter((one) => one.run === run && one.by === member);
  return new Map([...latestBy(theirs, ({ question }) => question)].map(([name, { text }]) => [name, text]));
}

function latestBy(
  all: Iterable<Reflection>,
  keyOf: (one: Reflection) => string,
): ReadonlyMap<string, Reflection> {
  const latest = new Map<string, Reflection>();
  for (const one of all) {
    const before = latest.get(keyOf(one));
    if (before === undefined || before.lamport < one.lamport) latest.set(keyOf(one), one);
  }
  return latest;
}
