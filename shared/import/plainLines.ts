import { finishImport } from './finishImport.ts';
import type { Importer } from './importer.ts';

/** Plain text: one idea a line. A bullet or a number at a line's start is not part of the idea. */
export const plainLines: Importer = {
  id: 'text',
  title: 'Plain lines',
  extensions: ['txt', 'text'],
  sniff: () => true,
  run(text) {
    const lines = text
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .map(stripBullet)
      .filter((line) => line !== '');
    const ideas = lines.map((line, i) => ({
      ref: `line-${i + 1}`,
      text: line,
      detail: '',
      kind: 'note',
      parents: [],
      group: null,
      place: null,
      author: null,
    }));
    return finishImport({ title: null, ideas, groups: [], connectors: [], notes: [] });
  },
};

function stripBullet(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*+•‣◦–]|\d{1,4}[.)])\s+/, '')
    .replace(/^\[[ xX]\]\s+/, '')
    .trim();
}
