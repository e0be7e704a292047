import { sayFew, sayFewFirst } from '../../util/sayFew.ts';
import { phaseKind } from '../phaseKind.ts';

const sayCap = (dots: number, cap: number): string => (cap < dots ? `, at most ${sayFew(cap)} a sheet` : '');

/** Dots on a list of large sheets, sealed until the host closes. */
export const vote = phaseKind({
  name: 'vote',
  title: 'Sealed vote',
  law: ({ dots, cap }) => `${sayFewFirst(dots, 'dot')}${sayCap(dots, cap)}. Hidden until the close.`,
  people: 'silent',
  screen: 'vote',
  acts: ['vote'],
  refusal: 'The vote is open: ideas and remarks wait until it is closed.',
  flow: 'converge',
  minutes: () => 3,
  options: { unsigned: true, dots: 5, cap: 3 },
  guide: {
    say: ({ dots, cap }) =>
      `${sayFewFirst(dots, 'dot')} each${sayCap(dots, cap)}. Nobody sees anybody’s. What you placed counts when the vote is closed.`,
    next: 'You close the vote; names come back, and we decide, one idea at a time.',
  },
});
