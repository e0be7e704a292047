/** Derives what the views read from the jam's snapshots: lineage, numbers, layout. Incremental where the layout is. */
import { createBoardLayout } from '../../shared/ideas/boardLayout.ts';
import type { Jam } from '../../shared/jam/jam.ts';
import type { BoardId } from '../../shared/model/ids.ts';
import type { BoardLayout } from '../../shared/model/layout.ts';
import type { JamSnapshot, SnapshotChange } from '../../shared/model/snapshot.ts';
import { createSigningReader, type Signing } from '../../shared/phases/signing.ts';
import { differingKeys } from '../../shared/util/shardedMap.ts';
import type { JamView } from './jamSession.ts';

export interface ViewStore {
  view(): JamView;
  subscribe(listener: (view: JamView, before: JamView) => void): () => void;
  dispose(): void;
}

export function createViewStore(jam: Jam, board: BoardId): ViewStore {
  const readSigning = createSigningReader();
  const signingOf = (snapshot: JamSnapshot): Signing => readSigning(jam.courseOf(snapshot));
  const layout = createBoardLayout(board, jam.structureOf, (snapshot) => signingOf(snapshot).isSigned);
  const listeners = new Set<(view: JamView, before: JamView) => void>();

  const derive = (
    snapshot: JamSnapshot,
    change: SnapshotChange | null,
    before: BoardLayout | null,
  ): JamView => {
    const next = layout.update(snapshot, change);
    return {
      snapshot,
      ...jam.structureOf(snapshot),
      signing: signingOf(snapshot),
      layout: next,
      index: layout.index,
      dirty: before === null ? null : differingKeys(before.sheets, next.sheets),
    };
  };
  let view = derive(jam.snapshot(), null, null);
  const stop = jam.subscribe((snapshot, change) => {
    const before = view;
    view = derive(snapshot, change, before.layout);
    for (const listener of [...listeners]) listener(view, before);
  });

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      stop();
      listeners.clear();
    },
  };
}
