import { sniffFile } from '../file/sniffFile.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { decodeText } from './decodeText.ts';
import { IMPORT_LIMITS, type ImportedJam } from './importedJam.ts';
import { IMPORTERS } from './registry.ts';

/**
 * Somebody else's file as ideas. Refuses, with a sentence, what is closed, not known, no text, too large or empty;
 * a `.riffjam` with code 'is-a-jam': that is opened or merged, never imported.
 */
export function importFile(name: string, bytes: Uint8Array): Result<ImportedJam> {
  const { kind, opens, sentence } = sniffFile(name, bytes);
  if (opens === 'jam') return refuse('is-a-jam', 'This is a whole jam; open it instead of importing it.');
  if (opens === 'no') return refuse(kind, sentence ?? 'This file can’t be imported.');
  if (bytes.length > IMPORT_LIMITS.file) {
    return refuse(
      'too-large',
      'This file is larger than 32 MB; take out what is not needed and import it in parts.',
    );
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const importer = IMPORTERS.find(({ id }) => id === kind);
  if (!importer) return refuse('unknown', 'Riffroom can’t import this kind of file.');
  const result = importer.run(decoded.value.text, name);
  const { note } = decoded.value;
  return result.ok && note !== null ? ok({ ...result.value, notes: [note, ...result.value.notes] }) : result;
}

/** Text from the clipboard, by the importer whose format it most likely is. */
export function importText(text: string): Result<ImportedJam> {
  const importer = IMPORTERS.find(({ sniff }) => sniff(text));
  return importer ? importer.run(text, '') : refuse('nothing', 'There is no text to be put on the board.');
}
