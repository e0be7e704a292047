import { phaseKind } from '../phaseKind.ts';

/** All sheets at once, in one shuffled order, and time to read them. */
export const reveal = phaseKind({
  name: 'reveal',
  title: 'Reveal and read',
  law: 'Read everything first. No names, no judging.',
  people: 'silent',
  screen: 'reveal',
  acts: [],
  refusal: 'Read first: riffing starts as soon as the host goes on.',
  flow: 'diverge',
  // About four seconds a sheet, three sheets a person, and never less than three minutes up to a room of twelve.
  minutes: (people) => Math.max(3, Math.ceil((people * 3 * 4) / 60)),
  options: { unsigned: true },
  guide: {
    say: 'Here they are. Read in silence. Which one do you not understand yet? That is where to look twice.',
    next: 'Then everybody gets somebody else’s sheet and builds on it.',
  },
});
