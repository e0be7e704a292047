import { phaseKind } from '../phaseKind.ts';

/** Dots on a list of large sheets, sealed until the host closes. */
export const vote = phaseKind({
  name: 'vote',
  title: 'Sealed vote',
  law: 'Five dots, three at most on one idea. Hidden until the host closes.',
  wall: 'Vote: hidden until it closes',
  people: 'silent',
  screen: 'vote',
  acts: ['vote'],
  refusal: 'The vote is open: ideas and remarks wait until it is closed.',
  flow: 'converge',
  minutes: () => 3,
  options: { unsigned: true, dots: 5, cap: 3 },
  guide: {
    say: 'Five dots each, at most three on one idea. Nobody sees anybody’s. Dots that lie when time is up count.',
    next: 'You close the vote; names come back, and we decide, one idea at a time.',
  },
});
