import { encodeRecords, readRecords } from '../log/journalRecord.ts';
import type { JamId } from '../model/ids.ts';
import { concatBytes, fromUtf8, toUtf8 } from '../util/bytes.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { type Section, writeContainer } from './container.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { readContainer } from './readContainer.ts';
import { splitFrames } from './splitFrames.ts';

/** What goes into a `.riffjam`. Never: the room's secret, device keys, keys of what others have not opened. */
export interface JamFileInput {
  readonly jam: JamId;
  readonly title: string;
  /** "Riffroom 0.1.0" */
  readonly createdWith: string;
  /** The whole log, framed (`encodeRecords`). */
  readonly records: Uint8Array;
  /** JSON of a materialised state, to paint the first screen before the log is read. */
  readonly snapshot?: string | null;
  /** A picture of the trees, SVG. */
  readonly thumbnail?: string | null;
  /** Sections that an earlier reading could not use (`JamFile.kept`): a newer version's work is not thrown away. */
  readonly kept?: readonly Section[];
}

export interface JamFile {
  /** null when the label is lost in every copy: open it under a fresh id. */
  readonly jam: JamId | null;
  readonly title: string;
  readonly createdWith: string;
  /** Framed records: all that are whole. The hold-back queue of the log takes them in any order. */
  readonly records: Uint8Array;
  /** Untrusted JSON text, or null. */
  readonly snapshot: string | null;
  readonly thumbnail: string | null;
  readonly kept: readonly Section[];
  /** One sentence when this version must not write to the file, else null. */
  readonly readOnly: string | null;
  /** What was lost, in sentences. Not empty: never overwrite the file. */
  readonly lost: readonly string[];
}

const ownTypes: readonly string[] = ['manifest', 'log', 'snapshot', 'thumbnail'];

/**
 * The label stands first, so that it is read fast, and again last, so that one bad spot never costs it. The history
 * is cut into pieces at record boundaries, so that a bad spot costs a piece and not the jam.
 */
export function writeJamFile(input: JamFileInput): Result<Uint8Array> {
  const manifest: Section = { type: 'manifest', bytes: writeManifest(input) };
  const sections: Section[] = [manifest];
  if (input.thumbnail) sections.push({ type: 'thumbnail', bytes: toUtf8(input.thumbnail) });
  if (input.snapshot) sections.push({ type: 'snapshot', bytes: toUtf8(input.snapshot) });
  for (const bytes of splitFrames(input.records)) sections.push({ type: 'log', bytes });
  sections.push(...(input.kept ?? []).filter(({ type }) => !ownTypes.includes(type)), manifest);
  return writeContainer(sections);
}

/** Refuses what `readContainer` refuses, and 'no-history' where neither label nor history is whole. */
export function readJamFile(bytes: Uint8Array): Result<JamFile> {
  const result = readContainer(bytes);
  if (!result.ok) return result;
  const { sections, partial, readOnly, lost } = result.value;
  const ofType = (type: string): Section[] =>
    sections.filter((section) => section.type === type && !section.opaque);
  const manifest =
    ofType('manifest')
      .map((section) => readManifest(section.bytes))
      .find((read) => read !== null) ?? null;
  const records = concatBytes(...ofType('log').map((section) => section.bytes), ...partial.map(wholeRecords));
  if (manifest === null && records.length === 0) {
    return refuse(
      'no-history',
      'Neither the name nor the history of this jam is whole any more; look for an earlier copy of the file.',
    );
  }
  return ok({
    jam: manifest?.jam ?? null,
    title: manifest?.title ?? '',
    createdWith: manifest?.createdWith ?? '',
    records,
    snapshot: textOf(ofType('snapshot')[0]),
    thumbnail: textOf(ofType('thumbnail')[0]),
    kept: sections.filter((section) => section.opaque || !ownTypes.includes(section.type)),
    readOnly,
    lost:
      manifest === null && lost.length === 0
        ? ['The label that names this jam is missing, so it opens as a jam of its own.']
        : lost,
  });
}

function wholeRecords(section: Section): Uint8Array {
  return encodeRecords(readRecords(section.bytes).records);
}

function textOf(section: Section | undefined): string | null {
  return section ? fromUtf8(section.bytes) : null;
}
