import { kindNamed } from '../phases/registry.ts';
import { template } from './template.ts';

/** Up to so many people fit into the promised fifty minutes; beyond, reading and speaking take longer. */
const ROOM = 12;

/** The default: everything combined, from the question to the decision. */
export const riffSession = template({
  name: 'riff-session',
  title: 'Riff session',
  summary: 'From one question to decisions with a reason: alone, together, and alone again.',
  people: { least: 3, most: 30 },
  minutes: (people) =>
    people <= ROOM ? 50 : 45 + kindNamed('reveal').minutes(people) + kindNamed('checkout').minutes(people),
  phases: [
    { kind: 'brief' },
    { kind: 'solo' },
    { kind: 'reveal' },
    { kind: 'rotate' },
    { kind: 'riff' },
    { kind: 'fresh' },
    { kind: 'nominate' },
    { kind: 'vote' },
    { kind: 'decide' },
    { kind: 'checkout' },
  ],
  guide: [
    'Ask the question and say who decides in the end.',
    'Everybody writes alone; you reveal when the room is quiet.',
    'Three rounds on somebody else’s sheet, then the board is open.',
    'Untouched sheets get their turn, everybody nominates two ideas, and a sealed vote follows.',
    'Decide one idea at a time, with a reason and somebody who carries it. Then one word each.',
  ],
});
