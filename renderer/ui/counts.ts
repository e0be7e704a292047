/** "29 ideas", "1 idea", "2,000 ideas". */
const figures = new Intl.NumberFormat('en-GB');

export function sayCount(count: number, one: string, many: string = `${one}s`): string {
  return `${sayNumber(count)} ${count === 1 ? one : many}`;
}

export function sayNumber(count: number): string {
  return figures.format(count);
}

const kilo = 1000;

/** "0 B", "12 kB", "1.4 MB": bytes as people count them. */
export function sayBytes(bytes: number): string {
  if (bytes < kilo) return `${bytes} B`;
  if (bytes < kilo * kilo) return `${sayNumber(Math.round(bytes / kilo))} kB`;
  return `${figures.format(Math.round((bytes / kilo / kilo) * 10) / 10)} MB`;
}
