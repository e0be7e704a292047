/** Derives what the views read from the jam's snapshots: lineage, numbers, layout. Incremental where the layout is. */
import { createBoardLayout } from '../../shared/ideas/boardLayout.ts';
import type { Strip } from '../../shared/ideas/columns.ts';
import type { Jam } from '../../shared/jam/jam.ts';
import type { BoardId } from '../../shared/model/ids.ts';
import type { BoardLayout } from '../../shared/model/layout.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { createSigningReader, type Signing } from '../../shared/phases/signing.ts';
import { differingKeys } from '../../shared/util/shardedMap.ts';
import type { JamView } from './jamSession.ts';

export interface ViewStore {
  view(): JamView;
  subscribe(listener: (view: JamView, before: JamView) => void): () => void;
  /** Lays at once what is still to be laid: before anybody acts on the board. */
  finish(): void;
  dispose(): void;
}

export interface FirstLook {
  /** What of the page is looked at first. */
  readonly strip: Strip;
  /** Calls back once the page has nothing more urgent to do; answers how to call it off. */
  readonly whenIdle: (run: () => void) => () => void;
}

/** Fewer ideas than this are laid in a frame or two. */
const MANY_IDEAS = 1_500;
/** Laid in one go, in less than 50 ms. */
const SLICE = 1_000;

/** @param firstLook with it a large board is first laid where it is looked at; without it, all at once. */
export function createViewStore(jam: Jam, board: BoardId, firstLook?: FirstLook): ViewStore {
  const readSigning = createSigningReader();
  const signingOf = (snapshot: JamSnapshot): Signing => readSigning(jam.courseOf(snapshot));
  const layout = createBoardLayout(board, jam.structureOf, (snapshot) => signingOf(snapshot).isSigned);
  const listeners = new Set<(view: JamView, before: JamView) => void>();

  const viewOf = (snapshot: JamSnapshot, laid: BoardLayout, before: BoardLayout | null): JamView => ({
    snapshot,
    ...jam.structureOf(snapshot),
    signing: signingOf(snapshot),
    layout: laid,
    index: layout.index,
    dirty: before === null ? null : differingKeys(before.sheets, laid.sheets),
    whole: layout.isWhole,
  });
  const first = jam.snapshot();
  let view = viewOf(
    first,
    firstLook !== undefined && first.ideas.size >= MANY_IDEAS
      ? layout.begin(first, firstLook.strip)
      : layout.update(first, null),
    null,
  );
  const show = (snapshot: JamSnapshot, laid: BoardLayout): void => {
    const before = view;
    view = viewOf(snapshot, laid, before.layout);
    for (const listener of [...listeners]) listener(view, before);
  };
  const layMore = (least: number): void => {
    if (!layout.isWhole) show(view.snapshot, layout.layMore(view.snapshot, least));
  };
  let callOff: (() => void) | undefined;
  const goOn = (): void => {
    if (!layout.isWhole) {
      callOff = firstLook?.whenIdle(() => {
        layMore(SLICE);
        goOn();
      });
    }
  };
  goOn();
  const stop = jam.subscribe((snapshot, change) => show(snapshot, layout.update(snapshot, change)));

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    finish: () => layMore(Number.POSITIVE_INFINITY),
    dispose() {
      callOff?.();
      stop();
      listeners.clear();
    },
  };
}
