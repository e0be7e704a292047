import type { SampleComment, SampleConnector, SampleDecision } from './sampleJam.ts';

type Said = readonly [minute: number, by: string, text: string];

function on(idea: string, ...said: readonly Said[]): SampleComment[] {
  return said.map(([minute, by, text]) => ({ idea, by, text, minute }));
}

export const SAMPLE_COMMENTS: readonly SampleComment[] = [
  ...on(
    'afraid',
    [24, 'ragna', 'Thank you for writing that down. How late was late?'],
    [
      25,
      'amara',
      'Contractions every four minutes. The first time they had sent me home twice, in front of my mother-in-law.',
    ],
    [26, 'farid', 'So our sending people home makes the road births. I had never put those two together.'],
    [
      27,
      'sushila',
      'It is in the calls as well: second-time mothers ring 40 minutes later than first-timers.',
    ],
  ),
  ...on(
    'hosts',
    [20, 'petra', 'Would the county have to license them?'],
    [21, 'mateus', 'Not as guest rooms, up to two beds. I checked for my sister.'],
    [22, 'elin', 'And if it starts at the host’s at three in the morning?'],
    [23, 'amara', 'Then she is ten minutes away instead of eighty. That is the whole point.'],
  ),
  ...on(
    'our-own',
    [30, 'petra', 'Is the insurance question solved, or only not asked?'],
    [31, 'farid', 'Asked, this morning by text. Our lawyer says: same cover as a locum.'],
    [
      32,
      'ragna',
      'Then four of my colleagues may well stay. I can’t speak for them, but I can ask them tonight.',
    ],
    [35, 'petra', 'If it is a locum contract it comes out of money we already have.'],
  ),
  ...on(
    'rides',
    [16, 'jonas', 'Yes please. I have delivered three babies and was frightened each time.'],
    [17, 'sushila', 'She would be needed about one night in nine. Is that a job?'],
    [18, 'ragna', 'One night in nine is more births than some of us see now. And she can sleep.'],
  ),
  ...on(
    'stops',
    [29, 'jonas', 'Which three? I would take the dam, the sawmill and Upper Ask.'],
    [30, 'tomek', 'The sawmill floods. The chapel has power and a roof.'],
    [31, 'jonas', 'Chapel, then. I know who has the key.'],
  ),
  ...on(
    'we-call',
    [26, 'elin', 'May the road office have their numbers?'],
    [27, 'tomek', 'It should not. We ring you, you ring them.'],
    [28, 'elin', 'Then it works tomorrow. I have four women above the dam who are past week 36.'],
  ),
  ...on(
    'induce',
    [20, 'ragna', 'This is my greatest fear in the whole plan: the diary takes over.'],
    [
      21,
      'sushila',
      'In the two valleys that I could find, inductions went up by a third after the ward closed.',
    ],
    [23, 'farid', 'I would like that figure on our wall in Koldring.'],
  ),
  ...on(
    'keep',
    [12, 'elin', 'Until when do the four decide?'],
    [13, 'ragna', 'End of the month. One has signed already.'],
  ),
  ...on(
    'we-ring',
    [22, 'amara', 'Not by letter. Mine came on a Friday and nobody answered the phone until Monday.'],
    [23, 'petra', 'The letter was ours. I am sorry; it was written for the newspaper.'],
    [24, 'ragna', 'Nine midwives, 38 calls. That is two evenings.'],
  ),
  ...on(
    'cold',
    [25, 'amara', 'Then let one of us tell it, next to the numbers.'],
    [26, 'petra', 'Would you?'],
    [27, 'amara', 'Ask me again when it is not my own night that is in them.'],
  ),
  ...on(
    'grandmother',
    [20, 'elin', 'Half of them still work shifts at the dairy.'],
    [21, 'petra', 'Then we pay the dairy for the shift.'],
  ),
  ...on('heartbeat', [
    21,
    'jonas',
    'We tried it in spring. The picture freezes at the dam, always at the dam.',
  ]),
  ...on('plough-radio', [29, 'jonas', 'It carries voice, not curves. Voice would already be a lot.']),
  ...on(
    'at-home',
    [28, 'ragna', 'For a third child in Brenna itself: perhaps. For Upper Ask in January: no.'],
    [29, 'farid', 'I ask because some will do it whatever we decide. Who is with them then?'],
  ),
  ...on('no-car', [14, 'jonas', 'Then I am her car. It is just that nobody tells her so.']),
  ...on('from-where', [21, 'petra', 'From the door, not from the station. Otherwise it is a trick.']),
  ...on('helipad', [15, 'tomek', 'It stands under water each March. Two days with a digger.']),
  ...on('who-gains', [
    27,
    'farid',
    'Twins, breech, a first birth that was very quick. One in six, if I had to guess.',
  ]),
  ...on('open-day', [22, 'ragna', 'My daughter was born in room 3. I would bring her.']),
  ...on('one-number', [15, 'sushila', 'There are five now. I counted them on the website.']),
];

export const SAMPLE_CONNECTORS: readonly SampleConnector[] = [
  { from: 'bakery', to: 'homes', label: 'also a door', by: 'mateus', minute: 20 },
  { from: 'one-thing', to: 'dentist', label: 'one evening class', by: 'elin', minute: 28 },
  { from: 'stops', to: 'card', label: 'named on her card', by: 'elin', minute: 30 },
  { from: 'induce', to: 'map', label: 'minutes, not fear', by: 'sushila', minute: 32 },
  { from: 'face', to: 'twenty', label: 'both are true', by: 'petra', minute: 36 },
];

export const SAMPLE_DECISIONS: readonly SampleDecision[] = [
  {
    idea: 'our-own',
    outcome: 'promote',
    reason:
      'Keeps the midwives, keeps their hands in practice and gives every woman a face she knows; costs what we now pay for locums.',
    owner: 'farid',
    firstStep: 'Send the visiting-rights contract to the nine midwives',
    dueInDays: 12,
    by: 'petra',
    minute: 44,
  },
  {
    idea: 'we-ring',
    outcome: 'promote',
    reason: 'The 38 women due by June must not read it in the paper. Needs nobody’s leave.',
    owner: 'ragna',
    firstStep: 'Share out the list tomorrow at handover',
    dueInDays: 9,
    by: 'petra',
    minute: 45,
  },
  {
    idea: 'storm-noon',
    outcome: 'promote',
    reason:
      'Starts small with the two days’ warning that we already have; three homes are enough for this winter.',
    owner: 'mateus',
    firstStep: 'Ask the three families who came to mind at once',
    dueInDays: 21,
    by: 'petra',
    minute: 46,
  },
  {
    idea: 'stops',
    outcome: 'promote',
    reason: 'Three warm, lit places cost less than one week of a locum, and help everybody who gets stuck.',
    owner: 'tomek',
    firstStep: 'Drive the road with Jonas on Thursday and fix the three',
    dueInDays: 40,
    by: 'petra',
    minute: 47,
  },
  {
    idea: 'rides',
    outcome: 'later',
    reason: 'Right, but it takes three midwives off the day rota. We look again once we know how many stay.',
    owner: 'jonas',
    firstStep: 'Note each night when she would have been needed',
    dueInDays: 90,
    by: 'petra',
    minute: 48,
  },
  {
    idea: 'map',
    outcome: 'later',
    reason: 'Worth having when the birth stops stand; before that it would only show how bad it is.',
    owner: null,
    firstStep: '',
    dueInDays: 120,
    by: 'petra',
    minute: 48,
  },
  {
    idea: 'helipad',
    outcome: 'no',
    reason:
      'On the nights that worry us the helicopter doesn’t fly. The digger is better used at the chapel.',
    owner: null,
    firstStep: '',
    dueInDays: null,
    by: 'petra',
    minute: 49,
  },
];
