/** Lineage and call numbers together, brought up to date only when the snapshot says that they may have changed. */
import type { IdeaId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { advanceGraph } from './advanceGraph.ts';
import { advanceLabels, type LabelBook, openLabelBook } from './advanceLabels.ts';
import { type Lineage, readLineage } from './lineage.ts';
import { deriveGraph, type LineageGraph } from './lineageGraph.ts';

export interface IdeaStructure {
  readonly lineage: Lineage;
  readonly labels: ReadonlyMap<IdeaId, string>;
}

interface Known {
  readonly snapshot: JamSnapshot;
  readonly graph: LineageGraph;
  readonly lineage: Lineage;
  readonly book: LabelBook;
  readonly structure: IdeaStructure;
}

/**
 * One per snapshot reader: it trusts `snapshot.structure`. The answer is identical while that number stands, and in
 * the next one what did not change is identical (`lineage.nodes`, `labels`).
 */
export function createStructureReader(): (snapshot: JamSnapshot) => IdeaStructure {
  let known: Known | null = null;
  return (snapshot) => {
    if (known === null || known.snapshot.structure !== snapshot.structure) known = read(snapshot, known);
    return known.structure;
  };
}

function read(snapshot: JamSnapshot, before: Known | null): Known {
  const graph =
    (before && advanceGraph(before.graph, before.snapshot, snapshot)) ??
    deriveGraph(snapshot, before?.graph ?? null);
  const lineage = readLineage(graph);
  const book =
    (before && advanceLabels(before.book, before, { snapshot, lineage })) ?? openLabelBook(snapshot, lineage);
  return { snapshot, graph, lineage, book, structure: { lineage, labels: book.labels } };
}
