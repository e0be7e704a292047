/**
 * Our mark as icons: an ink disc, the cable that leaves it, one red square, on a sheet of paper. All numbers are in a
 * box of 256 by 256 units. The same mark as `renderer/ui/Mark.tsx`, drawn for the sizes at hand.
 */

/** The light theme's tokens as hex: an icon stands outside the page, and not every viewer knows oklch. */
const PAPER = '#f4f0e8';
const FOLD = '#d9d2c4';
const INK = '#1a1510';
const NOW = '#f3281f';

export type IconShape =
  /** Linux and Windows: a sheet, nearly square. */
  | 'sheet'
  /** macOS: Apple's grid, 824 of 1024 with its round corners. */
  | 'mac'
  /** A `.riffjam` file: an upright sheet with a turned corner. */
  | 'file';

/** `size`: the pixels it is drawn for. Small ones use the whole box and a heavier cable. */
export function drawIcon(shape: IconShape, size: number): string {
  const small = size <= 32;
  const plate = plates[shape](small);
  const mark = drawMark(marks[shape](small), small ? 4 : 3);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 256 256">${plate}${mark}</svg>\n`;
}

const plates: Readonly<Record<IconShape, (small: boolean) => string>> = {
  sheet: (small) => drawSheet(small ? 0 : 12, small ? 16 : 18),
  mac: () => drawSheet(25, 46),
  file: (small) => {
    const left = small ? 24 : 32;
    const right = 256 - left;
    const corner = small ? 72 : 56;
    const outline = `M${left} 8H${right - corner}L${right} ${8 + corner}V248H${left}Z`;
    const fold = `M${right - corner} 8V${8 + corner}H${right}Z`;
    return `<path d="${outline}" fill="${PAPER}" stroke="${INK}" stroke-opacity=".2" stroke-width="3"/><path d="${fold}" fill="${FOLD}"/>`;
  },
};

function drawSheet(margin: number, radius: number): string {
  const side = 256 - 2 * margin;
  return `<rect x="${margin}" y="${margin}" width="${side}" height="${side}" rx="${radius}" fill="${PAPER}" stroke="${INK}" stroke-opacity=".14" stroke-width="3"/>`;
}

interface MarkPlace {
  /** Middle of the mark, and units per unit of its own box of 30. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const marks: Readonly<Record<IconShape, (small: boolean) => MarkPlace>> = {
  sheet: (small) => ({ x: 128, y: 128, scale: small ? 7.8 : 6.8 }),
  mac: () => ({ x: 128, y: 128, scale: 5.8 }),
  file: (small) => ({ x: small ? 122 : 124, y: small ? 152 : 150, scale: small ? 5.6 : 4.8 }),
};

/** The mark's ink spans 2 to 25.5 across and 2 to 27.5 down in its box of 30; it is placed by the middle of that. */
function drawMark({ x, y, scale }: MarkPlace, cable: number): string {
  return (
    `<g transform="translate(${round(x - 13.75 * scale)} ${round(y - 14.75 * scale)}) scale(${scale})">` +
    `<path d="M7.5 7.5h8a5 5 0 0 1 5 5v5a5 5 0 0 0 5 5" fill="none" stroke="${INK}" stroke-width="${cable}"/>` +
    `<circle cx="7.5" cy="7.5" r="5.5" fill="${INK}"/>` +
    `<rect x="3" y="17.5" width="10" height="10" fill="${NOW}"/></g>`
  );
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
