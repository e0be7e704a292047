import { phaseKind } from '../phaseKind.ts';

/** Three questions answered alone, then one word each. */
export const checkout = phaseKind({
  name: 'checkout',
  title: 'Check-out',
  law: 'Three questions alone, then one word each.',
  people: 'stand',
  screen: 'checkout',
  acts: ['comment', 'spark'],
  refusal: 'The ideas rest now: answer the three questions, and take your copy along.',
  flow: 'neither',
  // A word each takes about five seconds; twelve people fit into two minutes with the questions.
  minutes: (people) => Math.max(2, Math.ceil((people * 10) / 60)),
  options: {},
  guide: {
    say: 'Answer three questions for yourself. Then, standing up, one word each.',
    next: 'Everybody takes a copy. The report is in the File menu.',
  },
});
