import type { SheetInk } from '../model/layout.ts';

/** The light theme's tokens (OKLCH in the style sheet) as sRGB, for files that know no OKLCH. */
export const INK_HEX: Readonly<Record<SheetInk, string>> = {
  stock: '#fdfcf7',
  sun: '#ffd62d',
  sky: '#4dc2ed',
  leaf: '#43bb63',
  pink: '#fe9ebf',
  clay: '#fa8838',
  cobalt: '#285cc2',
};

export const PAPER = '#f4f0e8';
export const INK = '#1a1510';
export const INK2 = '#4d4740';

/** What is printed on a sheet: ink, on cobalt the white of the stock. */
export function printOn(ink: SheetInk): string {
  return ink === 'cobalt' ? INK_HEX.stock : INK;
}
