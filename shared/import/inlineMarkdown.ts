import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

export interface InlineText {
  /** Without the marks; HTML stays as it was written, as text. */
  readonly text: string;
  /** `[words](address)` of each link and picture: the address does not fit on a sheet, but must not be lost. */
  readonly links: readonly string[];
}

/** Marks in a line longer than this stay: resolving emphasis is quadratic in the number of marks. */
const maxMarkedLine = 4000;

/** Takes the Markdown out of one line: emphasis, code, links, escapes, entities. */
export function inlineMarkdown(line: string): InlineText {
  if (line.length > maxMarkedLine || !/[\\*_`[\]<>&~]/.test(line)) return { text: line.trim(), links: [] };
  const parts: string[] = [];
  const links: string[] = [];
  // Behind a word nothing can begin a block: no list, heading or quote. `~~` is not CommonMark, but everywhere.
  const tree = fromMarkdown(`x ${line.trim().replace(/~~(?=\S)(.*?)~~/g, '$1')}`);
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') parts.push(node.value);
    else if (node.type === 'break') parts.push('\n');
    else if (node.type === 'image') {
      parts.push(node.alt ?? '');
      links.push(linkLine(node.alt ?? '', node.url));
    } else if ('children' in node) {
      if (node.type === 'link') {
        const words = plainWords(node);
        if (words !== node.url) links.push(linkLine(words, node.url));
      }
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as Nodes);
    }
  }
  return { text: parts.join('').replace(/^x ?/, '').trim(), links };
}

function plainWords(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map(plainWords).join('') : '';
}

function linkLine(words: string, url: string): string {
  return `[${words.replace(/[[\]\n]/g, ' ')}](${url.replace(/[\s()<>]/g, encodeURIComponent)})`;
}
