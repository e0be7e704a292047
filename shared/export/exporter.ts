import type { IdeaId } from '../model/ids.ts';
import type { BoardLayout } from '../model/layout.ts';
import type { JamSnapshot } from '../model/snapshot.ts';

export interface ExportInput {
  readonly snapshot: JamSnapshot;
  /** Of the board in view: what the canvas and SVG exports draw. Report and table cover all boards. */
  readonly layout: BoardLayout;
  readonly labels: ReadonlyMap<IdeaId, string>;
  readonly title: string;
  /** Wall time, ms. */
  readonly now: number;
  /** Only these ideas, and what lies between them; without it all. */
  readonly selection?: ReadonlySet<IdeaId>;
}

/** One format that can be written. Add a file with one of these, and a line in `registry.ts`. */
export interface Exporter {
  readonly id: string;
  /** As a menu says it: "Report (Markdown)". */
  readonly title: string;
  /** For the save dialog: "Markdown". */
  readonly typeName: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /** Pure, and safe whatever people wrote: no text of theirs can change what the file means. */
  run(input: ExportInput): string | Uint8Array;
}
