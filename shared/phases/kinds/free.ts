import { ACTS } from '../../model/acts.ts';
import { phaseKind } from '../phaseKind.ts';

/** No rule at all: how a jam runs before, after and without a setlist, and what an unknown kind is played as. */
export const free = phaseKind({
  name: 'free',
  title: 'Open board',
  law: 'No rules now: everything is open.',
  people: 'talk',
  screen: 'board',
  acts: ACTS,
  refusal: '',
  flow: 'neither',
  minutes: () => 10,
  options: {},
  guide: { say: 'The board is yours.', next: 'Start the setlist whenever the room is ready.' },
});
