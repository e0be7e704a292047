/**
 * What a sheet's foot and a disc say for a person: first letters of the first and last word, or the first two
 * letters of a single word. Empty for an empty name.
 */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '';
  const last = words[words.length - 1] ?? first;
  const letters = words.length === 1 ? letterStart(first, 2) : letterStart(first, 1) + letterStart(last, 1);
  return letters.toLocaleUpperCase('en');
}

function letterStart(word: string, count: number): string {
  return Array.from(word.replace(/[^\p{L}\p{N}]/gu, ''))
    .slice(0, count)
    .join('');
}
