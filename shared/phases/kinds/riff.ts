import { phaseKind } from '../phaseKind.ts';

/** The open board, without judging. */
export const riff = phaseKind({
  name: 'riff',
  title: 'Free riff',
  law: 'Riff on anything. No judging, no votes yet.',
  people: 'talk',
  screen: 'board',
  acts: ['add', 'edit', 'move', 'riff', 'connect', 'group', 'spark', 'arrange'],
  refusal: 'No judging and no votes yet: riff on it instead.',
  refusals: { comment: 'No remarks yet: turn the thought into a riff, or ask it as a question riff.' },
  flow: 'diverge',
  minutes: () => 9,
  options: { unsigned: true },
  guide: {
    say: 'Riff on whatever pulls you. Stuck? Draw a card, or take two ideas at random and marry them.',
    next: 'Then we give the sheets that nobody has touched their turn.',
  },
});
