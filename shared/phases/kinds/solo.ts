import { phaseKind } from '../phaseKind.ts';

/** Everybody writes for themselves; nothing leaves a laptop before the reveal. */
export const solo = phaseKind({
  name: 'solo',
  title: 'Write alone',
  law: 'Nobody sees what you write until the reveal.',
  people: 'silent',
  screen: 'solo',
  acts: [],
  refusal: 'Everybody writes alone now: write it on your own sheet, and it goes in at the reveal.',
  flow: 'diverge',
  minutes: () => 6,
  options: { unsigned: true },
  guide: {
    say: 'Write alone, one thought a sheet. Half a thought counts. No names, and nobody sees it before the reveal.',
    next: 'Then you reveal: all sheets turn at once, in one shuffled order.',
  },
});
