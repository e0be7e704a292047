import { phaseKind } from '../phaseKind.ts';

/** Each person names a few ideas for the vote; duplicates are put together before, not after. */
export const nominate = phaseKind({
  name: 'nominate',
  title: 'Nominate and merge',
  law: 'Name two ideas for the vote. Put together what says the same.',
  wall: 'Name two ideas for the vote',
  people: 'talk',
  screen: 'nominate',
  acts: ['vote', 'group', 'arrange', 'move'],
  refusal: 'No new ideas between naming and voting: keep it for the next round.',
  flow: 'converge',
  minutes: () => 4,
  options: { unsigned: true, nominations: 2 },
  guide: {
    say: 'Name two ideas that should be voted on; they need not be yours. Do two of them say the same?',
    next: 'Then a secret vote on what was named.',
  },
});
