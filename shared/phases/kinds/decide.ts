import { phaseKind } from '../phaseKind.ts';

/** One idea at a time: promote, keep for later, not this time; with a reason and somebody who carries it. */
export const decide = phaseKind({
  name: 'decide',
  title: 'Decide',
  law: 'One idea at a time. Every decision needs a reason.',
  people: 'look up',
  screen: 'decide',
  acts: ['decide', 'comment', 'edit', 'group', 'arrange', 'move'],
  refusal: 'We are deciding: new ideas wait for the next round.',
  flow: 'converge',
  minutes: () => 6,
  options: {},
  guide: {
    say: 'What do we do with this one, and why? Who says “I carry this”? What is the first step within two days?',
    next: 'Then we check out: three questions alone, one word aloud.',
  },
});
