/** Three partners who play a practice jam: made up, and marked as practice in their names. What they say is about this one question. */
import type { MemberId } from '../model/ids.ts';
import type { Bond, BriefField } from '../model/snapshot.ts';

export interface PartnerRiff {
  readonly text: string;
  readonly bond: Bond;
}

export interface Partner {
  readonly name: string;
  readonly expertise: string;
  /** Written alone. */
  readonly thoughts: readonly string[];
  /** Said on what another partner wrote, by its text. */
  readonly answers: ReadonlyMap<string, PartnerRiff>;
  /** Said on a person's sheet, whatever stands on it. */
  readonly riffs: readonly PartnerRiff[];
  readonly word: string;
}

/** Members of practice partners begin so: they can be told from people. */
const PRACTICE_MEMBER = 'practice-';

/** The first partner leads. */
export function partnerMember(partner: number): MemberId {
  return `${PRACTICE_MEMBER}${partner}`;
}

export function isPartner(member: MemberId): boolean {
  return member.startsWith(PRACTICE_MEMBER);
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

const build = (text: string): PartnerRiff => ({ text, bond: 'build' });
const twist = (text: string): PartnerRiff => ({ text, bond: 'twist' });
const question = (text: string): PartnerRiff => ({ text, bond: 'question' });

const LATE_SHIFT = 'The last bus waits until the late shift is really out';
const NOBODY_ASKED = 'Who rides at eleven? Nobody has ever asked them';
const SMALLER_BUS = 'A smaller bus at night, the size of those who ride';
const BY_NAME = 'The driver knows everybody by name: let that count';
const BAKERY = 'The bakery’s van leaves at the same time anyway';
const EMPTY_SEAT = 'Pay per empty seat instead of per full one';
const SCHOOL = 'The school ends ten minutes later, and thirty people ride';
const BUS_STOP = 'A bus stop that is worth waiting at';

const ASK_AT_DOOR = build('I ask them: one question at the door, for a week');
const LIGHT = build('With a light that says: three more minutes');
const CINEMA = build('Then the cinema does the same, and the bus is full both ways');
const BREAD = twist('The bus carries the bread, and the bread pays for the bus');
const CONCERT = question('And if forty people come, after the concert?');

export const PARTNERS: readonly Partner[] = [
  {
    name: 'Mira (practice)',
    expertise: 'leads this practice jam',
    thoughts: [LATE_SHIFT, NOBODY_ASKED],
    answers: new Map([
      [SMALLER_BUS, build('It fits through every street, and stops at the door')],
      [BY_NAME, build('So he sees at once who is missing tonight')],
      [BAKERY, question('Would the baker take four people along, and for how much?')],
      [EMPTY_SEAT, build('Every shop that is open late buys one of the seats')],
      [SCHOOL, CINEMA],
      [BUS_STOP, LIGHT],
      [BREAD.text, build('And the parcels, and the morning papers')],
    ]),
    riffs: [
      build('Let us try this for one week and see who comes'),
      question('Who would be the first to use this?'),
      twist('The smallest piece of it that could start on Monday'),
      build('Whoever likes it brings a neighbour along'),
      twist('The same, but only on Fridays'),
    ],
    word: 'curious',
  },
  {
    name: 'Tariq (practice)',
    expertise: 'drives buses, in this practice',
    thoughts: [SMALLER_BUS, BY_NAME, BAKERY],
    answers: new Map([
      [LATE_SHIFT, build('Five minutes I can wait, if they ring me from the gate')],
      [NOBODY_ASKED, ASK_AT_DOOR],
      [EMPTY_SEAT, question('Who counts the empty seats: the machine, or me?')],
      [SCHOOL, twist('The bus moves, not the school: it leaves with the bell')],
      [BUS_STOP, build('Then people are there early, and I leave on time')],
      [LIGHT.text, build('It hangs at the chip shop, which is open anyway')],
      [CONCERT.text, build('Then I drive twice: the second round takes ten minutes')],
    ]),
    riffs: [
      question('What would change for the driver?'),
      build('If it works on my line, two more will copy it'),
      twist('The same, but the passengers run it themselves'),
      build('The other drivers tell their passengers about it'),
      question('What is the first thing that would go wrong?'),
    ],
    word: 'awake',
  },
  {
    name: 'Ida (practice)',
    expertise: 'runs a night school, in this practice',
    thoughts: [EMPTY_SEAT, SCHOOL, BUS_STOP],
    answers: new Map([
      [LATE_SHIFT, build('My evening class walks to the same stop')],
      [NOBODY_ASKED, build('My pupils ask a hundred people in one evening')],
      [SMALLER_BUS, CONCERT],
      [BY_NAME, build('Whoever is new says their name, and rides free once')],
      [BAKERY, BREAD],
      [ASK_AT_DOOR.text, build('The answers hang in the bus a week later')],
      [CINEMA.text, build('A cinema ticket is the ticket home')],
    ]),
    riffs: [
      build('My evening class would help to get this going'),
      question('What would a sixteen-year-old say to it?'),
      twist('The same, but for two villages together'),
      build('We tell it in one sentence at every stop'),
      question('What would make my grandmother use it?'),
    ],
    word: 'hopeful',
  },
];

const LINES: ReadonlySet<string> = new Set(
  PARTNERS.flatMap(({ thoughts, answers, riffs }) => [
    ...thoughts,
    ...[...answers.values(), ...riffs].map(({ text }) => text),
  ]),
);

/** What this partner could still say on a sheet with that text: never what stands on the board already. */
export function riffFor(partner: Partner, sheet: string, said: ReadonlySet<string>): PartnerRiff | undefined {
  if (sheet.trim() === '') return undefined;
  const answer = partner.answers.get(sheet);
  const lines = isPersons(sheet) ? partner.riffs : answer === undefined ? [] : [answer];
  return lines.find(({ text }) => !said.has(text));
}

/** No partner says that: a person wrote it. */
export function isPersons(text: string): boolean {
  return !LINES.has(text);
}
