/** The words, drawing and key of each bond. Stroke and notehead say the type of a riff; colour never does. */
import { BONDS, type Bond } from '../model/snapshot.ts';

export interface BondLook {
  readonly id: Bond;
  /** As a button says it: "Build". */
  readonly title: string;
  /** Before a parent's call number, as a noun: "a build on" D. */
  readonly noun: string;
  /** Between two call numbers: D6 "builds on" D. */
  readonly verb: string;
  /** One line for people. */
  readonly meaning: string;
  readonly stroke: 'solid' | 'waves' | 'double' | 'dots';
  readonly head: 'filled' | 'diamond' | 'square' | 'open';
  /** Pressed while the bar under a riff is open. Digits: letters belong to the tools. */
  readonly key: string;
}

export const BOND_LOOKS: Readonly<Record<Bond, BondLook>> = {
  build: {
    id: 'build',
    title: 'Build',
    noun: 'a build on',
    verb: 'builds on',
    meaning: 'Yes, and: takes it further',
    stroke: 'solid',
    head: 'filled',
    key: '1',
  },
  twist: {
    id: 'twist',
    title: 'Twist',
    noun: 'a twist of',
    verb: 'twists',
    meaning: 'The same thing, turned around',
    stroke: 'waves',
    head: 'diamond',
    key: '2',
  },
  combine: {
    id: 'combine',
    title: 'Combine',
    noun: 'a combination with',
    verb: 'combines',
    meaning: 'Two ideas made into one',
    stroke: 'double',
    head: 'square',
    key: '3',
  },
  question: {
    id: 'question',
    title: 'Question',
    noun: 'a question to',
    verb: 'questions',
    meaning: 'Asks what it would take',
    stroke: 'dots',
    head: 'open',
    key: '4',
  },
};

/** In the order in which they are offered. */
export const BOND_LIST: readonly BondLook[] = BONDS.map((bond) => BOND_LOOKS[bond]);
