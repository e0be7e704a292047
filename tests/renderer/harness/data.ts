/** A jam as in the look's pictures, for screenshots: who wrote what, grown from what, said what, decided what. */
import type { Bond, Brief } from '../../../shared/model/snapshot.ts';

export const people: readonly { readonly id: string; readonly name: string; readonly expertise: string }[] = [
  { id: 'GL', name: 'Greta Lind', expertise: 'facilitator' },
  { id: 'MO', name: 'Mehmet Oral', expertise: 'postal service' },
  { id: 'RA', name: 'Ruth Amsel', expertise: 'general practice' },
  { id: 'TV', name: 'Tomás Vidal', expertise: 'neighbourhood centre' },
  { id: 'ID', name: 'Inês Duarte', expertise: 'night nursing' },
  { id: 'KA', name: 'Kofi Asare', expertise: 'telecoms' },
  { id: 'LV', name: 'Lien Vos', expertise: 'housing' },
  { id: 'PB', name: 'Piotr Bąk', expertise: 'pharmacy' },
  { id: 'SH', name: 'Samir Haddad', expertise: 'civil protection' },
];

export const brief: Brief = {
  challenge: 'How might no one over 75 face the next heat wave alone at home?',
  why: 'In the last one, most people who died were found on day three, in flats that somebody passed every day.',
  stakeholders: 'People over 75 who live alone; carriers, bakers, pharmacists; the night nurses.',
  constraints: 'No new service to run, no register of names, ready by July.',
  unknowns: 'Who would agree to be looked after, and by whom.',
  decider: 'Greta and the district office, together, at the end of each round.',
  title: 'Forty Degrees',
};

export interface SampleIdea {
  /** Its call number, and its id here. */
  readonly label: string;
  readonly text: string;
  readonly by: string;
  readonly kind?: string;
  readonly from?: readonly (readonly [Bond, string])[];
  readonly at: readonly [number, number];
  readonly comments?: readonly (readonly [string, string])[];
  readonly detail?: string;
}

export const ideas: readonly SampleIdea[] = [
  {
    label: 'A',
    text: 'The post knocks on every door above 35°',
    by: 'MO',
    at: [1, 0],
    comments: [
      ['RA', 'Every door, or every door with a bell?'],
      ['MO', 'Every door that has post.'],
    ],
  },
  { label: 'B', text: 'Churches stay open till midnight as cool rooms', by: 'TV', at: [4, 0] },
  { label: 'C', text: 'Shutters that close themselves at noon', by: 'LV', at: [1, 5] },
  { label: 'D', text: 'Your phone company sees that you went quiet', by: 'KA', at: [3, 5] },
  {
    label: 'E',
    text: 'August: half of all volunteers are away',
    by: 'GL',
    kind: 'risk',
    at: [0, 0],
    comments: [['GL', 'Mine too.']],
  },
  { label: 'F', text: 'Most are found on day three', by: 'SH', kind: 'insight', at: [0, 1] },
  { label: 'G', text: 'Pharmacists know who takes water pills', by: 'PB', at: [0, 2] },
  { label: 'H', text: 'Is 75 the right line at all?', by: 'MO', kind: 'question', at: [0, 3] },
  { label: 'I', text: 'Radio: one song an hour means drink now', by: 'TV', at: [0, 5] },
  { label: 'J', text: 'What do night nurses already know?', by: 'ID', kind: 'question', at: [0, 6] },
  {
    label: 'A2',
    text: 'Carriers pass 96% of all doors daily',
    by: 'MO',
    kind: 'insight',
    from: [['build', 'A']],
    at: [2, 0],
  },
  {
    label: 'A3',
    text: 'A fridge magnet with one number to call',
    by: 'PB',
    from: [['build', 'A2']],
    at: [3, 0],
  },
  {
    label: 'A4',
    text: 'The baker knocks: bread ordered, proof of life',
    by: 'RA',
    from: [['twist', 'A']],
    at: [2, 1],
  },
  {
    label: 'A5',
    text: 'Bread not fetched by ten? Go upstairs',
    by: 'TV',
    kind: 'proposal',
    from: [['build', 'A4']],
    at: [3, 1],
  },
  {
    label: 'A6',
    text: 'Who answers for it if nobody opens?',
    by: 'SH',
    kind: 'question',
    from: [['question', 'A']],
    at: [2, 2],
  },
  {
    label: 'A7',
    text: 'Does being checked on feel like being watched?',
    by: 'KA',
    kind: 'question',
    from: [['question', 'A4']],
    at: [3, 2],
  },
  {
    label: 'A8',
    text: 'The round ends at the cool room: walk along',
    by: 'ID',
    from: [
      ['combine', 'A5'],
      ['combine', 'B'],
    ],
    at: [5, 3],
  },
  {
    label: 'A9',
    text: 'Carriers work hardest on the hottest days',
    by: 'LV',
    kind: 'risk',
    from: [['build', 'A']],
    at: [2, 3],
  },
  {
    label: 'B2',
    text: 'Card tables, a kettle, a reason to stay',
    by: 'GL',
    from: [['build', 'B']],
    at: [5, 0],
  },
  {
    label: 'B3',
    text: 'Eight chairs in the supermarket’s cold aisle',
    by: 'LV',
    from: [['twist', 'B']],
    at: [5, 1],
  },
  {
    label: 'B4',
    text: 'Lifts fail in exactly these hours',
    by: 'SH',
    kind: 'risk',
    from: [['question', 'B']],
    at: [5, 2],
  },
  {
    label: 'C2',
    text: 'Sealed flats trap the heat at night',
    by: 'SH',
    kind: 'risk',
    from: [['question', 'C']],
    at: [2, 5],
  },
  {
    label: 'C3',
    text: 'Wet sheets hung in the window',
    by: 'RA',
    kind: 'insight',
    from: [['twist', 'C']],
    at: [2, 6],
  },
  {
    label: 'C4',
    text: 'Night-air round: open at five, shut by eight',
    by: 'TV',
    from: [['build', 'C']],
    at: [2, 7],
  },
  {
    label: 'D2',
    text: 'Who would agree to that at 84?',
    by: 'ID',
    kind: 'question',
    from: [['question', 'D']],
    at: [4, 5],
  },
  {
    label: 'D3',
    text: 'Three people you choose notice if you go quiet',
    by: 'KA',
    from: [['twist', 'D']],
    at: [4, 6],
    detail:
      'You name them **yourself**, on paper, and they know it of each other.\n\n- no app on your side\n- the phone company only says *quiet since noon*\n- after two hours the three ring each other\n\nSee the [summer trial](https://example.org/trial).',
    comments: [
      ['RA', 'My patients already have their three: me, the baker and the cat.'],
      ['MO', 'And if all three are over 75 too?'],
      ['LV', 'Then the house is the fourth. Caretaker by default, you can opt out.'],
      ['SH', 'Three is enough. Past three everyone assumes another one looked.'],
    ],
  },
  {
    label: 'D4',
    text: 'A lamp in the window: green means I drank',
    by: 'PB',
    from: [['build', 'D3']],
    at: [5, 6],
  },
  {
    label: 'D5',
    text: 'Your three share the night-air round',
    by: 'RA',
    kind: 'proposal',
    from: [
      ['combine', 'D3'],
      ['combine', 'C4'],
    ],
    at: [5, 7],
  },
  {
    label: 'D6',
    text: 'My mother did, once her sister was one of them',
    by: 'ID',
    from: [['build', 'D2']],
    at: [5, 5],
  },
];

export const decisions = [
  {
    idea: 'B2',
    outcome: 'promote',
    reason: 'It costs a kettle, and it is there on the first hot day.',
    owner: 'Inês Duarte',
    firstStep: 'Ask the sexton for the key',
    due: '2026-05-20',
  },
  {
    idea: 'A5',
    outcome: 'promote',
    reason: 'The baker already knows who did not come.',
    owner: 'Tomás Vidal',
    firstStep: 'Sit in the bakery one morning',
    due: '2026-05-22',
  },
] as const;
