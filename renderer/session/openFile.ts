/**
 * What to do with a file that came in by dialog, drop, argument or second instance: a jam file opens, or merges when
 * it is of a jam that this laptop has; anything else becomes ideas, of the open jam or of a new one.
 */
import { type JamFile, readJamFile } from '../../shared/file/jamFile.ts';
import { sniffFile } from '../../shared/file/sniffFile.ts';
import type { ImportedJam } from '../../shared/import/importedJam.ts';
import { importFile } from '../../shared/import/importFile.ts';
import type { OpenedFile } from '../../shared/ipc/shell.ts';
import { type LogRecord, readRecords } from '../../shared/log/journalRecord.ts';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { createBrowserContext } from './browserContext.ts';
import { importInto } from './importInto.ts';
import type { JamSession } from './jamSession.ts';
import { addKept } from './keptSections.ts';
import { type OpenOptions, openJam } from './openJam.ts';

type Base = Pick<OpenOptions, 'shell' | 'info' | 'actions'>;

export interface OpenFileOptions extends Base {
  readonly file: OpenedFile;
  /** The jam that is open in this window, or null. */
  readonly current: JamSession | null;
}

/** The session to show (the current one, or another that the caller shows after disposing the current), or a sentence. */
export async function openFile(options: OpenFileOptions): Promise<Result<JamSession>> {
  const { file, current } = options;
  const { opens } = sniffFile(file.name, file.bytes);
  if (opens === 'jam') return openJamFile(options);
  const imported = importFile(file.name, file.bytes);
  if (!imported.ok) return imported;
  if (current !== null) {
    importInto(current, imported.value, file.name);
    return ok(current);
  }
  return openAsNewJam(options, imported.value, file.name);
}

async function openJamFile(options: OpenFileOptions): Promise<Result<JamSession>> {
  const { file, current } = options;
  const read = readJamFile(file.bytes);
  if (!read.ok) return read;
  const { records, damaged } = readRecords(read.value.records);
  const id = read.value.jam ?? createBrowserContext().newId();
  if (current !== null && current.jam.id === id) {
    const report = current.jam.merge(records);
    current.notify(report.sentence);
    await rememberFile(current, file, read.value, damaged);
    return ok(current);
  }
  return openRecords(options, id, records, read.value, damaged);
}

async function openRecords(
  options: OpenFileOptions,
  id: string,
  records: readonly LogRecord[],
  read: JamFile,
  damaged: string | null,
): Promise<Result<JamSession>> {
  if (records.length === 0) {
    return refuse('no-history', 'There is no history left in this jam file; look for an earlier copy of it.');
  }
  const binned = (await options.shell.listJams()).find((card) => card.jam === id && card.binned !== null);
  if (binned !== undefined) await options.shell.restoreJam(id);
  const opened = await openJam({
    shell: options.shell,
    info: options.info,
    actions: options.actions,
    jam: id,
    records,
  });
  if (opened.ok) await rememberFile(opened.value, options.file, read, damaged);
  return opened;
}

/**
 * Where "Save" goes from now on: never over a file that lost something, that a newer version wrote, or that is a
 * colleague's copy of a jam which has a file of its own here.
 */
async function rememberFile(
  session: JamSession,
  file: OpenedFile,
  read: JamFile,
  damaged: string | null,
): Promise<void> {
  const { fileHandle, fileKept } = session.ui.getState();
  const kept = await addKept(session.shell, session.jam.id, fileKept, read.kept);
  if (kept.ok) session.set({ fileKept: kept.value });
  const troubles = [...read.lost, damaged, read.readOnly, kept.ok ? null : kept.sentence].filter(
    (sentence) => sentence !== null,
  );
  for (const sentence of troubles) session.notify(sentence, 'trouble');
  if (fileHandle === null || fileHandle === file.handle)
    session.set({ fileHandle: troubles.length === 0 ? file.handle : null });
}

async function openAsNewJam(
  options: OpenFileOptions,
  imported: ImportedJam,
  name: string,
): Promise<Result<JamSession>> {
  const challenge = imported.brief?.challenge || imported.title || name.replace(/\.[^.]+$/, '');
  const { shell, info, actions } = options;
  const opened = await openJam({ shell, info, actions, jam: createBrowserContext().newId(), challenge });
  if (opened.ok) importInto(opened.value, { ...imported, brief: withoutChallenge(imported) }, name);
  return opened;
}

function withoutChallenge(imported: ImportedJam): NonNullable<ImportedJam['brief']> {
  const { challenge: _used, ...rest } = imported.brief ?? {};
  return rest;
}
