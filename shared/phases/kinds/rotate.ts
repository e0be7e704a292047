import { sayFewFirst } from '../../util/sayFew.ts';
import { phaseKind } from '../phaseKind.ts';

/** Each seat is dealt sheets of others and riffs on them; a round is a run. */
export const rotate = phaseKind({
  name: 'rotate',
  title: 'Rotate',
  law: 'Read the sheet in front of you, then build on it.',
  people: 'silent',
  screen: 'rotate',
  acts: ['riff', 'edit', 'spark'],
  refusal: 'Build on the sheet in front of you: everything else comes after the rounds.',
  flow: 'diverge',
  minutes: () => 3,
  options: { unsigned: true, rounds: 3 },
  guide: {
    say: 'The sheet in front of you is somebody else’s. Read it, then write: yes, and ...',
    next: ({ rounds }) =>
      `${rounds === 1 ? 'One round' : `${sayFewFirst(rounds)} rounds`}. Then the board opens and you riff on whatever you like.`,
  },
});
