import { phaseKind } from '../phaseKind.ts';

/** Sheets that nobody has riffed on get their turn. */
export const fresh = phaseKind({
  name: 'fresh',
  title: 'Fresh sheets',
  law: 'Only untouched sheets: give each a riff.',
  people: 'pair',
  screen: 'board',
  acts: ['riff', 'edit', 'move', 'spark', 'arrange'],
  refusal: 'This phase is for riffs: lay yours on a sheet that is here.',
  flow: 'diverge',
  minutes: () => 4,
  options: { unsigned: true },
  guide: {
    say: 'These sheets have no riff yet. Take one that is not yours, and find what is good in it.',
    next: 'Then everybody nominates ideas for the vote.',
  },
});
