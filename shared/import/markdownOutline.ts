import { finishImport } from './finishImport.ts';
import type { Importer } from './importer.ts';
import { readOutline } from './readOutline.ts';

/** Nested lists become riff trees, headings groups, a leading `# title` the challenge, other paragraphs roots. */
export const markdownOutline: Importer = {
  id: 'markdown',
  title: 'Markdown outline',
  extensions: ['md', 'markdown', 'mdown'],
  sniff: (text) =>
    /^#{1,6}\s+\S/m.test(text) ||
    /^\s*[-*+]\s+\S.*(?:\r?\n)+(?: {2,}|\t)\s*[-*+]\s+\S/m.test(text.slice(0, 20_000)),
  run: (text) => finishImport(readOutline(text)),
};
