/** Who came and who went, in words: for those who hear the room instead of seeing its faces. */
import type { PersonHere } from '../stores/roomStore.ts';
import { sayCount, sayNumber } from '../ui/counts.ts';

type Someone = Pick<PersonHere, 'member' | 'name' | 'me'>;

/** More than this many are counted, not named. */
const named = 3;

/** "Bo Marr came in. Cleo Ives left. 4 here." Nothing when they are the same people. */
export function sayComings(before: readonly Someone[], now: readonly Someone[]): string {
  const came = missingIn(before, now);
  const left = missingIn(now, before);
  if (came.length + left.length === 0) return '';
  const parts = [
    came.length === 0 ? '' : `${sayNames(came)} came in.`,
    left.length === 0 ? '' : `${sayNames(left)} left.`,
    `${sayNumber(now.length)} here.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function missingIn(those: readonly Someone[], these: readonly Someone[]): readonly Someone[] {
  return these.filter(({ member, me }) => !me && !those.some((one) => one.member === member));
}

function sayNames(people: readonly Someone[]): string {
  if (people.length > named) return sayCount(people.length, 'person', 'people');
  const names = people.map(({ name }) => name || 'Somebody');
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
