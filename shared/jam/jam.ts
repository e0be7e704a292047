/**
 * A jam that is open: the log, the document that materialises it, the snapshot read from that, the commands, and undo.
 * Knows no storage and no window; whoever opens it feeds it records and keeps those it announces.
 */
import type * as Y from 'yjs';
import type { CommandInput, CommandName, CommandOutput } from '../commands/registry.ts';
import type { IdeaStructure } from '../ideas/structure.ts';
import type { LogRecord } from '../log/journalRecord.ts';
import type { KeyFrame } from '../log/keyFrame.ts';
import type { IdeaId, JamId, MemberId } from '../model/ids.ts';
import type { BriefField, JamSnapshot, SnapshotChange } from '../model/snapshot.ts';
import type { Course } from '../phases/course.ts';
import type { Result } from '../util/result.ts';

/** Which text a text session is open in. */
export type TextTarget =
  | { readonly idea: IdeaId; readonly field: 'text' | 'detail' }
  | { readonly brief: BriefField };

/**
 * An editor's hold on one Y.Text. The editor writes transactions whose origin is `origin` and nothing else; `undo`
 * takes back only what this session wrote. `close()` makes the whole session one step of the jam's undo stack.
 */
export interface TextSession {
  readonly target: TextTarget;
  readonly ytext: Y.Text;
  readonly origin: object;
  readonly undoManager: Y.UndoManager;
  close(): void;
}

/** What came in with a merge, for the one line that says so. */
export interface MergeReport {
  /** Changes that were new here. */
  readonly records: number;
  /** Nothing of it was new, and there is more here than in it. */
  readonly older: boolean;
  readonly ideas: readonly IdeaId[];
  readonly edited: readonly IdeaId[];
  /** Bonds of ideas that were here before. */
  readonly riffs: number;
  readonly groups: number;
  readonly connectors: number;
  readonly brief: boolean;
  readonly comments: number;
  readonly decisions: number;
  readonly people: readonly string[];
  /** Records that could not be taken, in a sentence, or null. */
  readonly refused: string | null;
  /** One sentence for people: "6 new ideas and 2 comments, by Ana and Bo." or "Nothing new: you had all of it." */
  readonly sentence: string;
}

export type JamListener = (snapshot: JamSnapshot, change: SnapshotChange, local: boolean) => void;

export interface Jam {
  readonly id: JamId;
  readonly doc: Y.Doc;
  readonly me: MemberId;
  snapshot(): JamSnapshot;
  /** Lineage and call numbers of this jam's latest snapshots, derived once per change of structure. */
  structureOf(snapshot: JamSnapshot): IdeaStructure;
  /** The course of this jam's latest snapshots; identical while nothing of it changed. */
  courseOf(snapshot: JamSnapshot): Course;
  /** Called after each transaction, synchronously, with the new snapshot. */
  subscribe(listener: JamListener): () => void;
  /** The only way to change a jam, texts under an editor aside. A refusal is a sentence for the person who asked. */
  run<N extends CommandName>(name: N, input: CommandInput<N>): Result<CommandOutput<N>>;
  openText(target: TextTarget): Result<TextSession>;
  /** What commands and closing texts inside `act` write is one step of undo, named after the first of them. */
  together<T>(act: () => T): T;
  /** The same, over acts of one `name` that follow each other within a second: a key that is pressed again and again. */
  repeated<T>(name: string, act: () => T): T;
  /** Takes back this session's last act. The value is a sentence when part of it was left alone because somebody changed it since. */
  undo(): Result<{ readonly title: string; readonly skipped: string | null }>;
  redo(): Result<{ readonly title: string; readonly skipped: string | null }>;
  /** What undo and redo would take back, as words for the menu, or null. */
  undoTitle(): string | null;
  /** What undo would take back now: another one, or null, as soon as anything was done, typed or taken back. For `===` only. */
  undoMark(): object | null;
  redoTitle(): string | null;
  /**
   * Takes in what this laptop kept, before anything else happens. Writes nothing. `frame`: one that `openKeyFrame` found
   * to stand for some of the records; refused when it can't be used after all: then begin anew without it.
   */
  load(records: readonly LogRecord[], frame: KeyFrame | null): Result<null>;
  /** The jam as it is, for the next opening to start from. Takes as long as encoding the document. */
  keyFrame(): Result<KeyFrame>;
  /** Joins in somebody's records (a file, a stick, a peer): a union, harmless when repeated. */
  merge(records: Iterable<LogRecord>): MergeReport;
  /** Everything the log holds, framed order. */
  records(): LogRecord[];
  /** Ends typing's pause at once, so that what was typed is in the log. */
  flush(): void;
  /** Flushes, and seals what is not sealed yet (a seal a second goes by itself). At a jam's end. Never rejects. */
  seal(): Promise<void>;
  dispose(): void;
}
