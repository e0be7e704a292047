/** The vote in words, as they are said on its screens. */
import type { CourseRecords, Run } from '../../shared/model/course.ts';
import type { MemberId } from '../../shared/model/ids.ts';
import { sayFew, sayFewOf } from '../../shared/util/sayFew.ts';

/** "no dots", "one dot", "three dots". */
export function sayDots(count: number): string {
  return sayFewOf(count, 'dot');
}

/** How dots are given, for as many as may lie on one sheet. */
export function sayPlacing(cap: number): string {
  const few = Array.from({ length: Math.min(cap, 3) }, (_, i) => i + 1).join(', ');
  return `Click the circles beside a sheet to give it dots. By keys: arrows lead from sheet to sheet, ${few} ${cap === 1 ? 'gives a dot, 0 takes it' : 'give dots, 0 takes them'} back.`;
}

/** Whose laptops hold the key of a vote, each person once. */
export function keyHolders(
  run: Pick<Run, 'holders'>,
  { boxKeys }: Pick<CourseRecords, 'boxKeys'>,
): MemberId[] {
  const members = [...run.holders.keys()].map((device) => boxKeys.get(device)?.member);
  return [...new Set(members.filter((member) => member !== undefined))].sort();
}

/**
 * Who could open ballots sooner, honestly. `names`: the holders', where names are shown; null where they are not.
 * `mine`: one of the laptops is this one.
 */
export function sayHolders(count: number, names: readonly string[] | null, mine: boolean): string {
  if (count <= 1) {
    const whose = mine ? 'this laptop' : `${possessive(names?.[0] ?? 'the host')} laptop`;
    return `Only ${whose} holds the key: if it is lost, so is the vote.`;
  }
  const whose = names === null ? `The laptops of ${sayFew(count)} hosts` : `The laptops of ${listed(names)}`;
  const too = mine ? ', this one among them,' : '';
  return `${whose}${too} hold the key, so that one may fail. Only somebody who tampers with one could look earlier.`;
}

/** The same after the close. */
export function sayKept(count: number, names: readonly string[] | null): string {
  const whose =
    names === null || names.length === 0
      ? count === 1
        ? 'one host’s laptop'
        : `the laptops of ${sayFew(count)} hosts`
      : names.length === 1
        ? `${possessive(names[0] ?? '')} laptop`
        : `the laptops of ${listed(names)}`;
  return `The ballots stay sealed in the jam. Their key lies on ${whose}: only somebody who tampers with ${count <= 1 ? 'it' : 'one'} could open them.`;
}

export function sayLate(count: number): string {
  return count === 1
    ? '1 ballot came after the close and is not counted.'
    : `${count} ballots came after the close and are not counted.`;
}

/** Seconds in which a sheet must be read and judged; below it there is no judging. */
export const LEAST_SECONDS = 6;

/** How a vote of so many minutes would go on so many sheets; null when there is time enough. */
export function sayHaste(sheets: number, minutes: number): { words: string; minutes: number } | null {
  const seconds = (minutes * 60) / sheets;
  if (sheets === 0 || seconds >= LEAST_SECONDS) return null;
  const enough = Math.ceil((sheets * LEAST_SECONDS) / 30) / 2;
  return {
    words: `${sayFew(Math.floor(seconds))} seconds a sheet in the vote: too few to read it. Put some together, or give the vote ${enough} min.`,
    minutes: enough,
  };
}

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
