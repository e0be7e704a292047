/**
 * Breaks text into lines once, for card, painter and export alike.
 *
 * Lines end at newlines; at spaces, which then vanish; after hyphens, dashes, slashes and zero-width spaces; between
 * Chinese and Japanese characters; and, where a single word is wider than a line, between its letters. Runs of breaking
 * spaces become one, tabs too; no-break spaces stay. Nothing else is added or lost.
 */
import {
  advanceOf,
  clusterAdvance,
  clustersOf,
  isWide,
  TEXT_STYLES,
  type TextStyleName,
} from './textMetrics.ts';

const NEWLINE = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** What a line may break at and swallow. Without the no-break spaces U+00A0, U+2007 and U+202F. */
const SPACES = /[ \t\v\f\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/;
/** No line starts with these, none ends with those: the least that Chinese and Japanese readers expect. */
const NOT_FIRST = new Set('、。，．・：；！？）］｝」』】〕〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ');
const NOT_LAST = new Set('（［｛「『【〔〈《“‘');

/**
 * @param width page units
 * @returns at least one line, except for an empty text, which has none. A line never ends in a breaking space and is
 * never wider than `width`, unless a single letter is.
 */
export function breakLines(text: string, style: TextStyleName, width: number): string[] {
  if (text === '') return [];
  const { size, spacing } = TEXT_STYLES[style];
  // Browsers round a line's width up to 1/64 px.
  const limit = Math.floor(((width - 1 / 64) / size) * 1000);
  const lines: string[] = [];
  for (const paragraph of text.split(NEWLINE)) breakParagraph(paragraph, spacing, limit, lines);
  return lines;
}

function breakParagraph(paragraph: string, spacing: number, limit: number, lines: string[]): void {
  const words = paragraph.split(SPACES).filter((word) => word !== '');
  const space = advanceOf(0x20) + spacing;
  let line = '';
  let filled = 0;
  for (const word of words) {
    let gap = line === '' ? '' : ' ';
    for (const piece of piecesOf(word)) {
      const advance = measure(piece, spacing);
      const before = gap === '' ? 0 : space;
      if (line !== '' && filled + before + advance > limit) {
        lines.push(line);
        line = '';
        filled = 0;
        gap = '';
      }
      if (line === '' && advance > limit) {
        [line, filled] = breakWord(piece, spacing, limit, lines);
      } else {
        line += gap + piece;
        filled += (gap === '' ? 0 : space) + advance;
      }
      gap = '';
    }
  }
  lines.push(line);
}

/** Lays a piece that is wider than a line letter by letter; gives back what is left for the last line. */
function breakWord(piece: string, spacing: number, limit: number, lines: string[]): [string, number] {
  let line = '';
  let filled = 0;
  for (const cluster of clustersOf(piece)) {
    const advance = clusterAdvance(cluster) + spacing;
    if (line !== '' && filled + advance > limit) {
      lines.push(line);
      line = '';
      filled = 0;
    }
    line += cluster;
    filled += advance;
  }
  return [line, filled];
}

function measure(piece: string, spacing: number): number {
  let sum = 0;
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i);
    if (code >= 0x300)
      return clustersOf(piece).reduce((total, one) => total + clusterAdvance(one) + spacing, 0);
    sum += advanceOf(code) + spacing;
  }
  return sum;
}

/** A word cut where a line may end inside it. */
function piecesOf(word: string): readonly string[] {
  // Most words are plain letters.
  if (!/[-/\u00ad\u200b\u2010\u2012-\u2014\u1100-\u{3fffd}]/u.test(word)) return [word];
  const clusters = clustersOf(word);
  const pieces: string[] = [];
  let piece = '';
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i] as string;
    const next = clusters[i + 1];
    piece += cluster;
    if (next === undefined || mayBreak(clusters[i - 1], cluster, next)) {
      pieces.push(piece);
      piece = '';
    }
  }
  return pieces;
}

function mayBreak(before: string | undefined, cluster: string, next: string): boolean {
  if (NOT_FIRST.has(next) || NOT_LAST.has(cluster)) return false;
  const code = cluster.codePointAt(0) ?? 0;
  if (code === 0x200b || code === 0xad) return true;
  if (code === 0x2d || code === 0x2f || code === 0x2010 || (code >= 0x2012 && code <= 0x2014)) {
    // Not after the minus of -5, nor inside // or --.
    return (
      before !== undefined &&
      next !== cluster &&
      (code !== 0x2d || !/^\d/.test(next) || /\p{L}$/u.test(before))
    );
  }
  return isWide(code) || isWide(next.codePointAt(0) ?? 0);
}
