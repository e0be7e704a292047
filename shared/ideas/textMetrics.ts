/**
 * How wide text on a sheet is, without a browser: sums of bundled advances at the heaviest weight, so that card,
 * painter, export and every laptop break the same lines. In thousandths of an em, whole numbers throughout: a sum
 * is the same on every machine.
 *
 * Kerning is left out. It mostly narrows; the pairs that it widens (a dash beside a figure, a slash after a capital, a
 * bracket after f) are covered by what their rarer half gets on top.
 */
import { ADVANCE_ROWS } from './advanceTable.generated.ts';

/** How text is set. Sizes in page units. */
export interface TextStyle {
  readonly size: number;
  /** Line height. */
  readonly line: number;
  /** Letter spacing in thousandths of an em. */
  readonly spacing: number;
}

/** All at 86 % width. `sheet`: an idea's text; `root`: a root's large text. */
export const TEXT_STYLES = {
  sheet: { size: 14.8, line: 17, spacing: -8 },
  root: { size: 21.5, line: 22.5, spacing: -20 },
} as const satisfies Record<string, TextStyle>;
export type TextStyleName = keyof typeof TEXT_STYLES;

/** For a letter that the typeface lacks: a system font takes over, and the widest common one must fit. */
const UNKNOWN = 1050;
const SMALL_UNKNOWN = 800;
const WIDE = 1020;
const EMOJI = 1400;
/** Found by measuring all pairs of Latin at weight 840. */
const WIDENED_BY_KERNING: readonly (readonly [chars: string, by: number])[] = [
  ['-–—', 80],
  ['/\\', 52],
  ['´', 40],
  ['?’)]}7', 32],
  ['`\'"*ªº¨¯', 16],
];

const TABLE_END = 0x2300;
const table = readTable();

function readTable(): Int16Array {
  const advances = new Int16Array(TABLE_END).fill(-1);
  for (const [from, code] of ADVANCE_ROWS) {
    for (let i = 0; i * 2 < code.length; i++) {
      const digits = code.slice(i * 2, i * 2 + 2);
      if (digits !== '--') advances[from + i] = Number.parseInt(digits, 36);
    }
  }
  for (const [chars, by] of WIDENED_BY_KERNING) {
    for (const char of chars) advances[char.charCodeAt(0)] = (advances[char.charCodeAt(0)] as number) + by;
  }
  return advances;
}

/** Widest advance of one code point, thousandths of an em, without letter spacing. */
export function advanceOf(code: number): number {
  const known = code < TABLE_END ? (table[code] as number) : -1;
  return known >= 0 ? known : unknownAdvance(code);
}

/** Width of a grapheme cluster: a mark adds nothing, an emoji sequence is as wide as one emoji. */
export function clusterAdvance(cluster: string): number {
  const first = cluster.codePointAt(0) ?? 0;
  if (cluster.length === 1) return advanceOf(first);
  if (isEmoji(first) || cluster.includes('\ufe0f')) return EMOJI;
  return advanceOf(first);
}

/** Width of a text on one line, page units. */
export function textWidth(text: string, style: TextStyle): number {
  let sum = 0;
  for (const cluster of clustersOf(text)) sum += clusterAdvance(cluster) + style.spacing;
  return (sum * style.size) / 1000;
}

/**
 * What a caret treats as one letter, near enough for breaking a long word, and the same in every engine whatever its
 * Unicode version: marks, joiners, variation and skin tone stay with what they follow, flags in pairs. A space stands
 * alone, as it does where words are measured one by one.
 */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  let current = '';
  let joined = false;
  let flags = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isFlag = code >= 0x1f1e6 && code <= 0x1f1ff;
    const stays =
      current !== '' &&
      current !== ' ' &&
      char !== ' ' &&
      (joined || (code >= 0x300 && extendsCluster(code, char)) || (isFlag && flags % 2 === 1));
    if (stays) current += char;
    else {
      if (current !== '') clusters.push(current);
      current = char;
      flags = 0;
    }
    if (isFlag) flags++;
    joined = code === 0x200d && current !== char;
  }
  if (current !== '') clusters.push(current);
  return clusters;
}

function extendsCluster(code: number, char: string): boolean {
  if (code <= 0x36f) return true;
  if (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x1f3fb && code <= 0x1f3ff))
    return true;
  if (code >= 0xe0020 && code <= 0xe007f) return true;
  // Hangul vowels and finals written apart.
  if (code >= 0x1160 && code <= 0x11ff) return true;
  return /\p{M}/u.test(char);
}

function unknownAdvance(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return UNKNOWN;
  if (isInvisible(code)) return 0;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code >= 0x2000 && code <= 0x200a) return code === 0x2003 || code === 0x2001 ? 1000 : 500;
  if (code === 0x202f || code === 0x205f) return 340;
  if (isWide(code)) return WIDE;
  if (isEmoji(code)) return EMOJI;
  const char = String.fromCodePoint(code);
  if (/\p{M}/u.test(char)) return 0;
  return /\p{Ll}/u.test(char) && code < 0x530 ? SMALL_UNKNOWN : UNKNOWN;
}

function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}

/** Chinese, Japanese, Korean: a square each, and a line may break beside each. */
export function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

function isEmoji(code: number): boolean {
  return (
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x2b00 && code <= 0x2bff)
  );
}
