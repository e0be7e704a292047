import type { SampleJam } from './sampleJam.ts';
import { SAMPLE_GROUPS, SAMPLE_PEOPLE } from './samplePeople.ts';
import { SAMPLE_COMMENTS, SAMPLE_CONNECTORS, SAMPLE_DECISIONS } from './sampleTalk.ts';
import { SAMPLE_IDEAS } from './sampleTrees.ts';

/** The jam that everybody can explore at once. People and places are invented; the problem is real in many valleys. */
export const SAMPLE: SampleJam = {
  title: 'Eighty Minutes',
  brief: {
    challenge:
      'How might every birth in the upper valley stay safe when the nearest ward is 80 minutes away?',
    why: 'The maternity ward in Brenna closes on 31 March. Three of its five doctors’ posts have been empty for two years, and locums cover the rest. About 160 births a year move to Koldring: 80 minutes by road in summer, two hours and more when there is snow on the Vart Pass.\n\nSix children were born on that road in the past three years. People here don’t only fear the drive; they read the closure as a sign that the valley is being given up.',
    stakeholders:
      'Pregnant women and those who live with them; nine midwives in Brenna; the ward in Koldring; ambulance crews; family doctors; eleven villages above the dam; seasonal workers and their partners; the road office; the county.',
    constraints:
      'No ward comes back before eight doctors can share its nights. 2.1 million a year stays for the valley. The helicopter doesn’t fly in fog or icing. There is no mobile signal above the dam. Nobody pays for being far away.',
    unknowns:
      'How many will go early and wait. Whether the midwives stay once the ward has gone. Why some call so late. Who is liable for a birth that begins at home. What the women themselves would choose if somebody asked them.',
    decider:
      'The county’s valley group, chaired by Petra, after hearing all nine of us; whoever carries an idea says so in the room.',
  },
  host: 'petra',
  minutes: 50,
  people: SAMPLE_PEOPLE,
  groups: SAMPLE_GROUPS,
  ideas: SAMPLE_IDEAS,
  connectors: SAMPLE_CONNECTORS,
  comments: SAMPLE_COMMENTS,
  decisions: SAMPLE_DECISIONS,
};
