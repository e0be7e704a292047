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

/** "Five". */
export function sayFewFirst(count: number): string {
  const said = sayFew(count);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
