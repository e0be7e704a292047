/**
 * Draws the icons into build/icons (their results are committed; run again when the mark changes):
 *
 *     node build/icons.ts [chromium]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { drawIcon, type IconShape } from './draw/iconSvg.ts';
import { type IconPicture, packIcns, packIco } from './draw/packIcons.ts';

const folder = join(import.meta.dirname, 'icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const icnsSizes = [16, 32, 64, 128, 256, 512, 1024];

const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();

async function paint(shape: IconShape, size: number): Promise<IconPicture> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawIcon(shape, size)}`);
  return { size, png: await page.screenshot({ omitBackground: true }) };
}

async function paintAll(shape: IconShape): Promise<IconPicture[]> {
  const pictures = [];
  for (const size of sizes) pictures.push(await paint(shape, size));
  return pictures;
}

const of = (pictures: readonly IconPicture[], wanted: readonly number[]): IconPicture[] =>
  pictures.filter(({ size }) => wanted.includes(size));

mkdirSync(join(folder, 'linux'), { recursive: true });
const sheet = await paintAll('sheet');
const mac = await paintAll('mac');
const file = await paintAll('file');
await browser.close();

for (const { size, png } of sheet) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.svg'), drawIcon('sheet', 256));
writeFileSync(join(folder, 'icon.ico'), packIco(of(sheet, icoSizes)));
writeFileSync(join(folder, 'icon.icns'), packIcns(of(mac, icnsSizes)));
writeFileSync(join(folder, 'jam.svg'), drawIcon('file', 256));
writeFileSync(join(folder, 'jam.png'), of(file, [256])[0]?.png ?? new Uint8Array());
writeFileSync(join(folder, 'jam.ico'), packIco(of(file, icoSizes)));
writeFileSync(join(folder, 'jam.icns'), packIcns(of(file, icnsSizes)));
console.log('Drawn into build/icons.');
