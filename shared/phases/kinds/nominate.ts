import { sayFewOf } from '../../util/sayFew.ts';
import { phaseKind } from '../phaseKind.ts';

/** Each person nominates a few ideas for the vote; duplicates are put together before, not after. */
export const nominate = phaseKind({
  name: 'nominate',
  title: 'Nominate and merge',
  law: ({ nominations }) =>
    `Nominate ${sayFewOf(nominations, 'idea')} for the vote. Put together what says the same.`,
  people: 'talk',
  screen: 'nominate',
  acts: ['vote', 'group', 'arrange', 'move'],
  refusal: 'No new ideas between nominating and voting: keep it for the next round.',
  flow: 'converge',
  minutes: () => 4,
  options: { unsigned: true, nominations: 2 },
  guide: {
    say: ({ nominations }) =>
      `Nominate ${sayFewOf(nominations, 'idea')} to vote on, not only your own. Do two of them say the same?`,
    next: 'Then a secret vote on what was nominated.',
  },
});
