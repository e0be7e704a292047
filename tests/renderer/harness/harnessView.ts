/** The made-up jam as views read it, for tests of what they derive from it. */

import type { JamView } from '../../../renderer/session/jamSession.ts';
import { deriveLabels } from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { createJam } from '../../../shared/jam/createJam.ts';
import { readRecords } from '../../../shared/log/journalRecord.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { seedJam } from './seedJam.ts';

export type HarnessView = Pick<JamView, 'snapshot' | 'lineage' | 'labels'>;

export function harnessView(): HarnessView {
  const owner = { device: new Uint8Array(32).fill(9), memberId: 'RA', memberName: 'Ruth Amsel' };
  const jam = createJam({ id: 'jam', owner, context: createSeededContext(99) });
  jam.load(readRecords(seedJam('jam', Date.UTC(2026, 4, 18, 12))).records, null);
  const snapshot = jam.snapshot();
  const lineage = deriveLineage(snapshot);
  return { snapshot, lineage, labels: deriveLabels(snapshot, lineage) };
}

/** The idea of a call number. */
export function idOf(view: HarnessView, label: string): string {
  for (const [id, one] of view.labels) if (one === label) return id;
  throw new Error(`There is no ${label}.`);
}
