import { phaseKind } from '../phaseKind.ts';

/** The question, read aloud, and agreed on. */
export const brief = phaseKind({
  name: 'brief',
  title: 'The question',
  law: 'Ask what is unclear: no ideas yet.',
  people: 'listen',
  screen: 'brief',
  acts: ['edit'],
  refusal: 'We are still at the question: ideas come in a moment.',
  flow: 'neither',
  minutes: () => 4,
  options: {},
  guide: {
    say: 'This is the question we are here for. What is unclear about it? Who decides in the end, and how?',
    next: 'Then everybody writes alone, without names, until the reveal.',
  },
});
