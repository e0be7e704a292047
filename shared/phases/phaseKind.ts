/** What a phase kind is: a phase's law as data. One file each in `kinds/`; the registry names them all. */
import type { Act } from '../model/acts.ts';
import { type PhaseOptions, PLAIN_OPTIONS } from '../model/course.ts';

/** What people do while the tool does its part. */
export const PEOPLE_DO = ['listen', 'silent', 'pair', 'talk', 'stand', 'look up'] as const;
export type PeopleDo = (typeof PEOPLE_DO)[number];

/** Which screen takes the stage. 'board' is the board as it is; 'outcome' is no phase's: a session's that was played to its end. */
export type PhaseScreen =
  | 'board'
  | 'brief'
  | 'solo'
  | 'reveal'
  | 'rotate'
  | 'nominate'
  | 'vote'
  | 'decide'
  | 'checkout'
  | 'outcome';

/** A sentence, or one that depends on how the phase is played here. */
export type Words = string | ((options: PhaseOptions) => string);

export interface PhaseKind {
  readonly name: string;
  readonly title: string;
  /** The one line of law under the phase's name. */
  readonly law: Words;
  readonly people: PeopleDo;
  readonly screen: PhaseScreen;
  /** What may be done to the jam. Everything else is refused with `refusal`, or a sentence of its own for that act. */
  readonly acts: readonly Act[];
  readonly refusal: string;
  readonly refusals?: Partial<Record<Act, string>>;
  /** Diverging phases collect, converging ones choose. */
  readonly flow: 'diverge' | 'converge' | 'neither';
  /** Box of one round in minutes for so many people. */
  readonly minutes: (people: number) => number;
  readonly options: Partial<PhaseOptions>;
  /** For the host: words to say aloud, and what comes next. */
  readonly guide: { readonly say: Words; readonly next: Words };
}

/** The sentence as it holds for a phase that is played so. */
export function sayWords(words: Words, options: PhaseOptions = PLAIN_OPTIONS): string {
  return typeof words === 'string' ? words : words(options);
}

export function phaseKind(kind: PhaseKind): PhaseKind {
  return kind;
}
