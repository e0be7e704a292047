import type { BriefField } from '../model/snapshot.ts';

/** Three partners who play a practice jam: made up, and marked as practice in their names. What they say is about this one question. */

export interface Partner {
  readonly name: string;
  readonly expertise: string;
  /** Written alone. */
  readonly thoughts: readonly string[];
  /** Said on somebody's sheet, whatever stands on it. */
  readonly riffs: readonly string[];
  readonly word: string;
}

export const PRACTICE_QUESTION = 'How might the last bus of the evening keep running?';

export const PRACTICE_BRIEF: Readonly<Record<Exclude<BriefField, 'challenge'>, string>> = {
  why: 'The company stops it in spring. Then nobody without a car gets home after ten.',
  stakeholders:
    'Late shifts, night school, the young and the old; the drivers; whoever pays for empty seats.',
  constraints: 'No more money than today. One bus, one driver.',
  unknowns: 'Who rides at eleven, and who would if they could rely on it?',
  decider: 'We four, at the end of these ten minutes.',
};

export const PARTNERS: readonly Partner[] = [
  {
    name: 'Mira (practice)',
    expertise: 'leads this practice jam',
    thoughts: [
      'The last bus waits until the late shift is really out',
      'Who rides at eleven? Nobody has ever asked them',
    ],
    riffs: [
      'Yes, and whoever waits can see it on a light at the stop',
      'Yes, and the first week costs nothing',
      'The same thing, but ordered by ringing once',
    ],
    word: 'curious',
  },
  {
    name: 'Tariq (practice)',
    expertise: 'drives buses, in this practice',
    thoughts: [
      'A smaller bus at night, the size of those who ride',
      'The driver knows everybody by name: let that count',
      'The bakery’s van leaves at the same time anyway',
    ],
    riffs: [
      'Yes, and the driver may leave the route for the last stretch',
      'What does it need in winter?',
      'Yes, and two villages share it, week by week',
    ],
    word: 'awake',
  },
  {
    name: 'Ida (practice)',
    expertise: 'runs a night school, in this practice',
    thoughts: [
      'Pay per empty seat instead of per full one',
      'The school ends ten minutes later, and thirty people ride',
      'A bus stop that is worth waiting at',
    ],
    riffs: [
      'Yes, and the timetable is made by those who ride',
      'The other way round: people come to the bus, not it to them',
      'Yes, and it carries parcels as well',
    ],
    word: 'hopeful',
  },
];
