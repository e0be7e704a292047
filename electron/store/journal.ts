/**
 * One jam's journal: framed records (shared/log `encodeRecords`), appended only, answered when they are on the disk.
 *
 * Guarantees, each shown by a test:
 * - an answer `ok` means written and synced; calls keep their order; those that come while the disk is busy are
 *   written together with one sync (so at most one sync's time late, far below a second);
 * - a failed append (a full disk, an unplugged one) is refused and leaves nothing: its bytes are cut off again before
 *   anything else is written, so the journal never has a torn frame in the middle;
 * - a damaged file is mended when opened: everything whole is kept, the damaged original stays beside it.
 */
import { join } from 'node:path';
import { encodeRecords, readRecords } from '../../shared/log/journalRecord.ts';
import { concatBytes, noBytes } from '../../shared/util/bytes.ts';
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { describeTrouble, errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';
import { keepAside } from './keepAside.ts';
import { readFileBounded } from './readFileBounded.ts';
import { syncFolder } from './syncFolder.ts';
import { writeFileSafely } from './writeFileSafely.ts';

export interface OpenedJournal {
  /** What it held when it was opened. */
  readonly records: Uint8Array;
  readonly damaged: string | null;
  readonly journal: Journal;
}

export interface Journal {
  append(records: Uint8Array): Promise<Result<null>>;
  /** Waits for what is under way; later appends are refused. */
  close(): Promise<void>;
}

export const journalName = 'journal';
const maxJournalBytes = 1024 * 1024 * 1024;

type FileHandle = Awaited<ReturnType<FilePort['open']>>;
type Waiting = { readonly bytes: Uint8Array; readonly answer: (result: Result<null>) => void };

/** `folder` exists. Refused when the journal can't be read or mended; nothing was changed then. */
export async function openJournal(files: FilePort, folder: string): Promise<Result<OpenedJournal>> {
  const path = join(folder, journalName);
  try {
    const read = await readJournal(files, path);
    if (!read.ok) return read;
    const { records, damaged, whole } = await mend(files, folder, read.value);
    const handle = await openForAppending(files, folder, path);
    return ok({ records, damaged, journal: createJournal(handle, whole) });
  } catch (error) {
    return describeTrouble(error, 'this jam');
  }
}

async function readJournal(files: FilePort, path: string): Promise<Result<Uint8Array>> {
  const read = await readFileBounded(files, path, 'this jam', maxJournalBytes);
  return !read.ok && read.code === 'not-found' ? ok(noBytes) : read;
}

async function mend(
  files: FilePort,
  folder: string,
  bytes: Uint8Array,
): Promise<{ records: Uint8Array; damaged: string | null; whole: number }> {
  const read = readRecords(bytes);
  if (read.damaged === null) return { records: bytes, damaged: null, whole: bytes.length };
  const records = encodeRecords(read.records);
  const aside = await keepAside(files, folder, journalName);
  await writeFileSafely(files, join(folder, journalName), records);
  return { records, damaged: `${read.damaged} The damaged file is kept as ${aside}.`, whole: records.length };
}

async function openForAppending(files: FilePort, folder: string, path: string): Promise<FileHandle> {
  try {
    return await files.open(path, 'r+');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const handle = await files.open(path, 'wx+');
  await syncFolder(files, folder);
  return handle;
}

function createJournal(handle: FileHandle, whole: number): Journal {
  /** Bytes known to be whole and on the disk; what lies behind is the rest of a failed append. */
  let kept = whole;
  let torn = false;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let closed = false;

  async function cutBack(): Promise<void> {
    await handle.truncate(kept);
    torn = false;
  }

  async function writeBatch(bytes: Uint8Array): Promise<Result<null>> {
    try {
      if (torn) await cutBack();
      torn = true;
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, kept + at);
        at += bytesWritten;
      }
      await handle.datasync();
      kept += bytes.length;
      torn = false;
      return ok(null);
    } catch (error) {
      // Cut off at once where possible, so that a crash now leaves a clean file; else before the next append.
      await cutBack().catch(() => undefined);
      return describeTrouble(error, 'the latest work');
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const result = await writeBatch(concatBytes(...batch.map(({ bytes }) => bytes)));
      for (const { answer } of batch) answer(result);
    }
    writing = null;
  }

  return {
    append(bytes) {
      if (closed) return Promise.resolve(refuse('closed', 'This jam is closed; open it again to go on.'));
      if (bytes.length === 0) return Promise.resolve(ok(null));
      if (readRecords(bytes).damaged !== null) {
        return Promise.resolve(
          refuse('bad-records', 'The latest work arrived damaged and was not kept. Please reload the jam.'),
        );
      }
      return new Promise((answer) => {
        waiting.push({ bytes, answer });
        writing ??= drain();
      });
    },
    async close() {
      if (closed) return;
      closed = true;
      await writing;
      await handle.close().catch(() => undefined);
    },
  };
}
