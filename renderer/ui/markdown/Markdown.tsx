/**
 * Markdown as React elements, straight from its syntax tree: no HTML string ever exists, so nothing written in a jam
 * can become markup. Raw HTML is shown as the text that it is; pictures are shown as their words and link.
 */
import type { Nodes, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode } from 'react';
import { safeLink } from '../../../shared/util/safeLink.ts';
import './Markdown.css';

export function Markdown({ text }: { readonly text: string }) {
  return <div className="markdown">{renderMarkdown(text)}</div>;
}

export function renderMarkdown(text: string): ReactNode {
  const tree = fromMarkdown(text);
  return renderAll(tree.children, linkTargets(tree.children));
}

type Targets = ReadonlyMap<string, string>;

function renderAll(nodes: readonly Nodes[], targets: Targets): ReactNode[] {
  return nodes.map((node) => (
    <Fragment key={`${node.type}${node.position?.start.offset}`}>{renderNode(node, targets)}</Fragment>
  ));
}

function renderNode(node: Nodes, targets: Targets): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{renderAll(node.children, targets)}</p>;
    case 'heading':
      // The panel has headings of its own: what a person writes starts below them.
      return node.depth === 1 ? (
        <h4>{renderAll(node.children, targets)}</h4>
      ) : (
        <h5>{renderAll(node.children, targets)}</h5>
      );
    case 'emphasis':
      return <em>{renderAll(node.children, targets)}</em>;
    case 'strong':
      return <strong>{renderAll(node.children, targets)}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre className="scroll">
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{renderAll(node.children, targets)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{renderAll(node.children, targets)}</ol>
      ) : (
        <ul>{renderAll(node.children, targets)}</ul>
      );
    case 'listItem':
      return <li>{renderAll(node.children, targets)}</li>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'html':
      return node.value;
    case 'link':
      return renderLink(node.url, renderAll(node.children, targets));
    case 'linkReference':
      return renderLink(targets.get(node.identifier) ?? '', renderAll(node.children, targets));
    case 'image':
      return renderLink(node.url, node.alt || node.url);
    case 'imageReference':
      return renderLink(targets.get(node.identifier) ?? '', node.alt ?? '');
    case 'definition':
      return null;
    default:
      return 'children' in node ? renderAll(node.children as readonly PhrasingContent[], targets) : null;
  }
}

function renderLink(url: string, words: ReactNode): ReactNode {
  const href = safeLink(url);
  if (href === null) return words;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" title={href}>
      {words}
    </a>
  );
}

function linkTargets(nodes: readonly Nodes[]): Targets {
  const targets = new Map<string, string>();
  const read = (list: readonly Nodes[]): void => {
    for (const node of list) {
      if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
      if ('children' in node) read(node.children as readonly Nodes[]);
    }
  };
  read(nodes);
  return targets;
}
