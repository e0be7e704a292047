/** "29 ideas", "1 idea", "2,000 ideas". */
const figures = new Intl.NumberFormat('en-GB');

export function sayCount(count: number, one: string, many: string = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}

export function sayNumber(count: number): string {
  return figures.format(count);
}
