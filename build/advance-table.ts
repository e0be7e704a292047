/**
 * Measures Archivo in a headless Chromium and writes `shared/ideas/advanceTable.generated.ts`. Run again only when
 * the typeface changes:
 *
 *     node build/advance-table.ts [chromium]
 *
 * For each character: its widest advance at the sheets' width (86 %) over the weights 480 to 840, kerning off. A line
 * that fits by these sums fits at every weight, so nothing that grows on an idea moves a line of it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const target = join(dirname(fileURLToPath(import.meta.url)), '../shared/ideas/advanceTable.generated.ts');
const WEIGHTS = [480, 540, 600, 660, 720, 780, 840];
/** Basic Latin to Latin Extended-A, a few letters beyond, modifiers, Vietnamese, punctuation, currency, arrows, signs. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x18f, 0x192],
  [0x1a0, 0x1b0],
  [0x1cd, 0x1dc],
  [0x218, 0x21b],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2dd],
  [0x1e80, 0x1e85],
  [0x1ea0, 0x1ef9],
  [0x2000, 0x203a],
  [0x2070, 0x208e],
  [0x20a0, 0x20bf],
  [0x2113, 0x2122],
  [0x2150, 0x215e],
  [0x2190, 0x2199],
  [0x2202, 0x2265],
];

function faces(stretch: number): string {
  const pieces = ['vietnamese', 'latin-ext', 'latin'].map((name) => {
    const file = require.resolve(`@fontsource-variable/archivo/files/archivo-${name}-standard-normal.woff2`);
    const data = readFileSync(file).toString('base64');
    return `@font-face{font-family:F${stretch};font-weight:100 900;font-stretch:${stretch}%;
      src:url(data:font/woff2;base64,${data}) format("woff2");${name === 'latin' ? LATIN : ''}}`;
  });
  return pieces.join('\n');
}
// Every file is asked for every character, except that the plain Latin one comes first for its own.
const LATIN =
  'unicode-range:U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215;';

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium' });
const page = await browser.newPage();
await page.setContent(`<style>${[62, 86, 125].map(faces).join('\n')}</style><canvas></canvas>`);
const measured: (number | null)[][] = await page.evaluate(
  async ({ ranges, weights }) => {
    const context = document.querySelector('canvas')?.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fontKerning = 'none';
    for (const stretch of [62, 86, 125]) {
      for (const weight of weights) await document.fonts.load(`${weight} 100px F${stretch}`, 'Aā€');
    }
    const advance = (text: string, weight: number, stretch: number): number => {
      context.font = `${weight} 1000px F${stretch}, monospace`;
      return context.measureText(text).width;
    };
    return ranges.map(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => {
        const text = String.fromCodePoint(from + i);
        // A glyph of the typeface gets wider with its stretch; a fallback font's doesn't.
        if (advance(text, 600, 62) === advance(text, 600, 125)) return null;
        return Math.ceil(Math.max(...weights.map((weight) => advance(text, weight, 86))));
      }),
    );
  },
  { ranges: RANGES, weights: WEIGHTS },
);
await browser.close();

let known = 0;
const lines = RANGES.map(([from], i) => {
  const row = measured[i] ?? [];
  known += row.filter((width) => width !== null).length;
  const code = row.map((width) => (width === null ? '--' : width.toString(36).padStart(2, '0'))).join('');
  if (row.some((width) => width !== null && width >= 36 * 36)) throw new Error(`too wide from ${from}`);
  return `  [0x${from.toString(16)}, '${code}'],`;
});
writeFileSync(
  target,
  `/**
 * Made by build/advance-table.ts; do not edit. Widest advances of Archivo at 86 % width, weights 480 to 840, in
 * thousandths of an em: rows of [first code point, two digits to the base 36 for each]; \`--\` is not in the typeface.
 */
// prettier-ignore
export const ADVANCE_ROWS: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];
`,
);
console.log(`${known} characters`);
