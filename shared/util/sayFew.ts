const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** "five", "13": as one says it. */
export function sayFew(count: number): string {
  return SMALL[count] ?? String(count);
}

/** "no dots", "one dot", "three dots". */
export function sayFewOf(count: number, one: string): string {
  return `${sayFew(count)} ${count === 1 ? one : `${one}s`}`;
}

/** "Five", at the beginning of a sentence; with `one` "Five dots". */
export function sayFewFirst(count: number, one?: string): string {
  const said = one === undefined ? sayFew(count) : sayFewOf(count, one);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
