/** Everything one open jam needs in the renderer, passed as one object; `dispose` ends all of it. */

import type { CommandInput, CommandName, CommandOutput } from '../../shared/commands/registry.ts';
import type { Lineage } from '../../shared/ideas/lineage.ts';
import type { SpatialIndex } from '../../shared/ideas/spatialIndex.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import type { Jam, TextSession, TextTarget } from '../../shared/jam/jam.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { BoardLayout } from '../../shared/model/layout.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import type { Signing } from '../../shared/phases/signing.ts';
import type { Result } from '../../shared/util/result.ts';
import type { Notice, UiState, UiStore } from '../stores/uiStore.ts';
import type { SessionCourse } from './course/sessionCourse.ts';
import type { SessionRoom } from './room/sessionRoom.ts';

/** What the views read of a jam at one instant. New object per transaction; parts that did not change are identical. */
export interface JamView {
  readonly snapshot: JamSnapshot;
  readonly lineage: Lineage;
  readonly labels: ReadonlyMap<IdeaId, string>;
  /** Whose names may be shown. */
  readonly signing: Signing;
  readonly layout: BoardLayout;
  /** The layout's sheets by place; always the latest, read only. */
  readonly index: SpatialIndex<IdeaId>;
  /** The ideas whose sheets differ from the view before; null: treat all as changed. */
  readonly dirty: ReadonlySet<IdeaId> | null;
  /** False for a moment after a large jam was opened: what is out of view is still being laid. */
  readonly whole: boolean;
}

export interface JamSession {
  readonly jam: Jam;
  readonly shell: Shell;
  readonly ui: UiStore;
  readonly room: SessionRoom;
  readonly course: SessionCourse;
  view(): JamView;
  subscribe(listener: (view: JamView, before: JamView) => void): () => void;
  /** Runs a command; a refusal is also said as a notice (at the page point, when given). */
  run<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    at?: { x: number; y: number },
  ): Result<CommandOutput<N>>;
  openText(target: TextTarget): TextSession | null;
  /** Performs an action of the registry, as menu, key, palette and buttons do. */
  act(id: string): void;
  /** Whether an action makes sense now (menu and palette ask). */
  canAct(id: string): boolean;
  notify(text: string, tone?: Notice['tone'], action?: Notice['action'], at?: Notice['at']): void;
  set(patch: Partial<UiState>): void;
  /** Does something that may hold the page still, with words on the screen that say so. */
  work(words: string, run: () => Promise<void>): Promise<void>;
  /** Waits until all is on the disk; the sentence that says why it is not, or null. */
  flush(): Promise<string | null>;
  /** Called once, when the session ends: for what was made for it from outside. */
  onEnd(run: () => void): void;
  dispose(): Promise<void>;
}
