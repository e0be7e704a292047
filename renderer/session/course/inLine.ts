/** Who is here, in the order in which they would stand in for a host: apps before guests' pages, the same on every laptop. */
import type { MemberId } from '../../../shared/model/ids.ts';
import type { PersonHere } from '../../stores/roomStore.ts';

type Person = Pick<PersonHere, 'member' | 'doing'>;

export function inLine(me: MemberId, people: readonly Person[]): readonly MemberId[] {
  if (people.length === 0) return [me];
  return [...people].sort(byStanding).map(({ member }) => member);
}

/** Of whom nothing was heard yet nothing is known: they come last. */
function byStanding(a: Person, b: Person): number {
  const guests = Number(a.doing?.guest ?? true) - Number(b.doing?.guest ?? true);
  return guests !== 0 ? guests : a.member < b.member ? -1 : 1;
}
