import type { FileKind } from '../file/sniffFile.ts';
import type { Result } from '../util/result.ts';
import type { ImportedJam } from './importedJam.ts';

/** One format that can be read. Add a file with one of these, and a line in `registry.ts`. */
export interface Importer {
  /** The kind that `sniffFile` answers for it. */
  readonly id: FileKind;
  /** As a dialog says it: "Markdown outline". */
  readonly title: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** Whether a text that came without a name (the clipboard) is most likely this. Cheap. */
  sniff(text: string): boolean;
  /** Never throws. Refuses in one sentence what it can't read; everything else it notes in the result. */
  run(text: string, name: string): Result<ImportedJam>;
}
