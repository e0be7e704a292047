import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EDITIONS, openHouse } from './openHouse.ts';

const house = openHouse();

interface CanvasFile {
  readonly nodes: readonly { readonly type: string; readonly text?: string; readonly label?: string }[];
  readonly edges: readonly { readonly label?: string }[];
}

const OUTLINE = `# How might the last bus still come?

- Vans take people along
  - The post van is half empty
    - Who insures it?
- <img src=x onerror=boom()> is only text
`;
const SHEETS = [
  'A Vans take people along',
  'A2 The post van is half empty',
  'A3 Who insures it?',
  'B <img src=x onerror=boom()> is only text',
];

for (const edition of EDITIONS) {
  describe(`files of other programs, in the ${edition}`, () => {
    it('take in a JSON Canvas of somebody’s, and give one that reads back the same', async () => {
      const { jam, open, saves } = await house.visit(edition, { args: [house.fixture('obsidian.canvas')] });
      await jam.says(/^\d ideas from obsidian\.canvas/);
      const canvas = async () =>
        readCanvas((await saves(() => jam.act('Export JSON Canvas'))).bytes.toString());
      await jam.press('Escape');
      const first = await canvas();
      expect(first.texts).toEqual(
        expect.arrayContaining(['What do the others do?', 'A kind of tomorrow', 'No id', 'Second a']),
      );
      expect(first.groups).toEqual(['Riders', 'School']);
      expect(first.edges).toEqual(['', 'so']);

      await jam.press('Control+a');
      await jam.press('Delete');
      await jam.shows([]);
      await open(house.file('again.canvas', first.source));
      await jam.says(/ideas from again\.canvas/);
      await jam.press('Escape');
      const again = await canvas();
      expect({ ...again, source: '' }).toEqual({ ...first, source: '' });
    });

    it('are given a report, a table, and pictures of what is on the board', async () => {
      const { page, jam, saves } = await house.visit(edition, { args: [house.file('bus.md', OUTLINE)] });
      await jam.shows(SHEETS);
      await jam.press('Escape');

      const report = (await saves(() => jam.act('Export report'))).bytes.toString();
      expect(report).toMatch(/^# /);
      expect(report).toContain('How might the last bus still come?');
      const [root, riff, question] = [
        'Vans take people along',
        'The post van is half empty',
        'Who insures it?',
      ].map((text) => report.split('\n').findIndex((line) => line.includes(text)));
      expect(root).toBeGreaterThan(0);
      expect(riff).toBeGreaterThan(root ?? 0);
      expect(question).toBeGreaterThan(riff ?? 0);
      expect(report).not.toMatch(/(^|[^\\])<img/m);

      const table = (await saves(() => jam.act('Export table'))).bytes.toString();
      expect(table.split('\r\n').filter((row) => row !== '')).toHaveLength(5);

      const svg = (await saves(() => jam.act('Export picture (SVG)'))).bytes.toString();
      const drawn = await readSvg(page, svg);
      expect(drawn.scripts).toBe(0);
      for (const word of ['Vans', 'insures', '<img']) expect(drawn.text).toContain(word);

      const png = await saves(() => jam.act('Export picture (PNG)'));
      const picture = await readPicture(page, png.bytes);
      expect(picture.width).toBeGreaterThan(300);
      expect(picture.colours).toBeGreaterThan(4);
      expect(await page.locator('img').count()).toBe(0);
    });

    it('open when they are dropped on the window, and lie beside what is there', async () => {
      const { page, jam } = await house.visit(edition);
      await jam.startJam('What can wait?');
      await drop(page, 'list.txt', 'One\nTwo\n');
      await jam.says(/^2 ideas from list\.txt/);
      await jam.shows(['A One', 'B Two']);
      await drop(page, 'board.jam', 'fig-jam.0000');
      await jam.says(/FigJam files are closed/);
      await jam.shows(['A One', 'B Two']);
    });
  });
}

/** What a canvas holds, in an order that does not hang on its ids. */
function readCanvas(source: string) {
  const { nodes, edges } = JSON.parse(source) as CanvasFile;
  const labels = (all: readonly { readonly label?: string }[]) => all.map(({ label }) => label ?? '').sort();
  return {
    source,
    texts: nodes.flatMap(({ text }) => text ?? []).sort(),
    groups: labels(nodes.filter(({ type }) => type === 'group')),
    edges: labels(edges),
  };
}

/** The picture parsed as XML: its words, and what in it could run. */
function readSvg(page: Page, svg: string): Promise<{ text: string; scripts: number }> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    if (parsed.querySelector('parsererror') !== null) throw new Error('This is no SVG.');
    return {
      text: parsed.documentElement.textContent ?? '',
      scripts: parsed.querySelectorAll('script, img, foreignObject, [onload], [onerror]').length,
    };
  }, svg);
}

function readPicture(page: Page, bytes: Buffer): Promise<{ width: number; colours: number }> {
  return page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([raw], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ink = canvas.getContext('2d');
    if (ink === null) throw new Error('There is no canvas.');
    ink.drawImage(image, 0, 0);
    const { data } = ink.getImageData(0, 0, image.width, image.height);
    return { width: image.width, colours: new Set(new Uint32Array(data.buffer)).size };
  }, bytes.toString('base64'));
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, words]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], fileName));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
}
