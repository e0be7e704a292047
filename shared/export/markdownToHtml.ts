/**
 * Markdown as HTML, from its syntax tree: every word is escaped, HTML in it is shown as the text that it is, links lead to
 * safe addresses only, pictures are shown as their words.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { safeLink } from '../util/safeLink.ts';
import { escapeXml } from './svgMarkup.ts';

export function markdownToHtml(text: string): string {
  return htmlOf(fromMarkdown(text));
}

const WRAPPED: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  blockquote: 'blockquote',
  listItem: 'li',
  delete: 's',
};

function htmlOf(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return node.children.map(htmlOf).join('\n');
    case 'text':
    case 'html':
      return escapeXml(node.value);
    case 'inlineCode':
      return `<code>${escapeXml(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escapeXml(node.value)}</code></pre>`;
    case 'heading':
      return `<h${node.depth} dir="auto">${inside(node)}</h${node.depth}>`;
    case 'list':
      return node.ordered === true
        ? `<ol start="${node.start ?? 1}">${inside(node)}</ol>`
        : `<ul>${inside(node)}</ul>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'link': {
      const href = safeLink(node.url);
      return href === null ? inside(node) : `<a href="${escapeXml(href)}">${inside(node)}</a>`;
    }
    case 'image':
    case 'imageReference':
      return escapeXml(node.alt ?? '');
    case 'paragraph':
      return `<p dir="auto">${inside(node)}</p>`;
    default: {
      const name = WRAPPED[node.type];
      return name === undefined ? inside(node) : `<${name}>${inside(node)}</${name}>`;
    }
  }
}

function inside(node: Nodes): string {
  return 'children' in node ? node.children.map(htmlOf).join('') : '';
}
