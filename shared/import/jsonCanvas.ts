import * as v from 'valibot';
import { refuse } from '../util/result.ts';
import { type CanvasGroups, canvasGroups } from './canvasGroups.ts';
import { type CanvasEdge, type CanvasNode, canvasEdge, canvasFile, canvasNode } from './canvasSchema.ts';
import { nodeText } from './canvasText.ts';
import { finishImport } from './finishImport.ts';
import type { ImportedConnector, ImportedIdea, ImportedJam, ImportedParent } from './importedJam.ts';
import type { Importer } from './importer.ts';
import { countOf } from './plainText.ts';

/**
 * JSON Canvas 1.0. Text, file and link nodes become ideas where they lie, group nodes become groups, edges become
 * connectors; an edge with our `riffroom.bond` becomes a riff. Nodes of other types come in by their words.
 */
export const jsonCanvas: Importer = {
  id: 'json-canvas',
  title: 'JSON Canvas',
  extensions: ['canvas'],
  sniff: (text) => /^\s*\{/.test(text) && /"nodes"\s*:/.test(text.slice(0, 4096)),
  run(text) {
    const file = parse(text);
    if (file === null) {
      return refuse(
        'not-a-canvas',
        'This canvas file is damaged (it is no JSON with nodes in it); save it again in the program it came from.',
      );
    }
    const notes: string[] = [];
    const nodes = readNodes(file.nodes, notes);
    const groups = canvasGroups(nodes.filter(({ type }) => type === 'group'));
    const ideas = readIdeas(nodes, groups, notes);
    const { parents, connectors } = readEdges(file.edges, notes);
    const draft: ImportedJam = {
      title: file.riffroom?.title ?? null,
      ...(file.riffroom?.brief && { brief: file.riffroom.brief }),
      ideas: ideas.map((idea) => ({ ...idea, parents: parents.get(idea.ref) ?? [] })),
      groups: groups.groups,
      connectors,
      notes,
    };
    return finishImport(draft);
  },
};

function parse(text: string): v.InferOutput<typeof canvasFile> | null {
  try {
    const result = v.safeParse(canvasFile, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** With an id each; of two with the same id the first keeps it, and its lines. */
function readNodes(raw: readonly unknown[], notes: string[]): CanvasNode[] {
  const used = new Set<string>();
  let broken = 0;
  let renamed = 0;
  const nodes: CanvasNode[] = [];
  raw.forEach((value, i) => {
    const result = v.safeParse(canvasNode, Array.isArray(value) ? null : value);
    if (!result.success) {
      broken++;
      return;
    }
    let { id } = result.output;
    if (id === '' || used.has(id)) {
      renamed++;
      for (let n = i + 1; id === '' || used.has(id); n++) id = `node-${n}`;
    }
    used.add(id);
    nodes.push({ ...result.output, id });
  });
  if (broken > 0) notes.push(`${countOf(broken, 'broken node')} left out.`);
  if (renamed > 0)
    notes.push(
      `${countOf(renamed, 'node')} without an id of ${renamed === 1 ? 'its' : 'their'} own came in without lines.`,
    );
  return nodes;
}

function readIdeas(nodes: readonly CanvasNode[], groups: CanvasGroups, notes: string[]): ImportedIdea[] {
  const ideas: ImportedIdea[] = [];
  let skipped = 0;
  let coloured = 0;
  for (const node of nodes) {
    if (node.type === 'group') continue;
    const words = nodeText(node);
    if (words === null) {
      skipped++;
      continue;
    }
    // What we coloured ourselves shows the tree already.
    if (node.color !== '' && !node.riffroom) coloured++;
    ideas.push({
      ref: node.id,
      ...words,
      kind: node.riffroom?.kind || 'note',
      parents: [],
      group: groups.of(node),
      place: Number.isNaN(node.x) || Number.isNaN(node.y) ? null : { x: node.x, y: node.y },
      author: node.riffroom?.author || null,
    });
  }
  if (skipped > 0)
    notes.push(
      `${countOf(skipped, 'node')} of a kind that Riffroom doesn’t know and without words left out.`,
    );
  if (coloured > 0) notes.push('Colours were left out: in a jam, the colour of a sheet shows its tree.');
  return ideas;
}

function readEdges(raw: readonly unknown[], notes: string[]) {
  const parents = new Map<string, ImportedParent[]>();
  const connectors: ImportedConnector[] = [];
  let broken = 0;
  for (const value of raw) {
    const result = v.safeParse(canvasEdge, value);
    const edge: CanvasEdge | null = result.success ? result.output : null;
    if (!edge || edge.fromNode === '' || edge.toNode === '') broken++;
    else if (edge.riffroom) {
      const riff = { ref: edge.fromNode, bond: edge.riffroom.bond };
      const known = parents.get(edge.toNode);
      if (known) known.push(riff);
      else parents.set(edge.toNode, [riff]);
    } else connectors.push({ from: edge.fromNode, to: edge.toNode, label: edge.label });
  }
  if (broken > 0) notes.push(`${countOf(broken, 'line')} without two ends left out.`);
  return { parents, connectors };
}
