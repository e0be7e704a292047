/** Lineage and call numbers together, derived anew only when the snapshot says that they may have changed. */
import type { IdeaId } from '../model/ids.ts';
import type { JamSnapshot } from '../model/snapshot.ts';
import { deriveLabels } from './labels.ts';
import { deriveLineage, type Lineage } from './lineage.ts';

export interface IdeaStructure {
  readonly lineage: Lineage;
  readonly labels: ReadonlyMap<IdeaId, string>;
}

/** One per snapshot reader: it trusts `snapshot.structure`. The answer is identical while that number stands. */
export function createStructureReader(): (snapshot: JamSnapshot) => IdeaStructure {
  let known: { readonly number: number; readonly structure: IdeaStructure } | null = null;
  return (snapshot) => {
    if (known === null || known.number !== snapshot.structure) {
      const lineage = deriveLineage(snapshot);
      known = { number: snapshot.structure, structure: { lineage, labels: deriveLabels(snapshot, lineage) } };
    }
    return known.structure;
  };
}
