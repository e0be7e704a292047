import type { CanvasNode } from './canvasSchema.ts';
import { inlineMarkdown } from './inlineMarkdown.ts';
import { cutText } from './plainText.ts';

/** A longer text does not fit on a sheet: its first line goes there, all of it into the detail. */
const sheetText = 240;

/** A node's words for sheet and detail, or null when it has none and is of a type we don't know. */
export function nodeText(node: CanvasNode): { text: string; detail: string } | null {
  switch (node.type) {
    case 'text':
      return node.riffroom ? ownText(node) : foreignText(node.text);
    case 'file':
      return { text: lastPart(node.file), detail: node.file + node.subpath };
    case 'link':
      return { text: node.url.replace(/^[a-z]+:\/\/(www\.)?/i, '').replace(/\/$/, ''), detail: node.url };
    default: {
      const words = node.text || node.label || node.title || node.name || node.url || node.file;
      return words.trim() === '' ? null : foreignText(words);
    }
  }
}

/** What we wrote is taken as it is; edited elsewhere since, it is read like anybody's. */
function ownText(node: CanvasNode): { text: string; detail: string } {
  const end = node.riffroom?.sheet ?? Number.NaN;
  const rest = node.text.slice(end);
  if (
    !Number.isInteger(end) ||
    end < 0 ||
    end > node.text.length ||
    (rest !== '' && !rest.startsWith('\n\n'))
  ) {
    return foreignText(node.text);
  }
  return { text: node.text.slice(0, end), detail: rest.slice(2) };
}

function foreignText(markdown: string): { text: string; detail: string } {
  const lines = markdown.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');
  const read = lines
    .slice(0, 50)
    .map((line) => inlineMarkdown(line.replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?)/, '')));
  const whole = read.map(({ text }) => text).join('\n');
  const links = read.flatMap((line) => line.links);
  if (lines.length <= 50 && whole.length <= sheetText) return { text: whole, detail: links.join('\n') };
  const first = read[0]?.text ?? '';
  const text = first.length <= sheetText ? first : `${cutText(first, sheetText).replace(/\s+\S*$/, '')}…`;
  return { text, detail: markdown };
}

function lastPart(path: string): string {
  return (
    path
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  );
}
