/**
 * Replaces a file so that a reader, also after a crash, a power cut or a full disk, sees the old or the new one, never
 * a torn one: write beside it, sync, read again and compare, rename over it, sync the folder.
 */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';
import { syncFolder } from './syncFolder.ts';

export interface SafeWrite {
  /** Keeps what was there before as `<name>.bak`. */
  readonly keepPrevious?: boolean;
  /** Permissions of a new file; without it those of the file replaced, else 0666 less the umask. */
  readonly mode?: number;
}

/** Throws the file system's error; the file at `path` is then the old one, and nothing of ours lies beside it. */
export async function writeFileSafely(
  files: FilePort,
  path: string,
  bytes: Uint8Array,
  options: SafeWrite = {},
): Promise<void> {
  const target = await followLink(files, path);
  const folder = dirname(target);
  const fresh = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeAndCheck(files, fresh, bytes, options.mode ?? (await modeOf(files, target)));
    if (options.keepPrevious) await keepPrevious(files, target);
    await renamePatiently(files, fresh, target);
  } catch (error) {
    await files.rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(files, folder);
}

async function writeAndCheck(
  files: FilePort,
  path: string,
  bytes: Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const handle = await files.open(path, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const written = await files.readFile(path);
  if (Buffer.compare(written, bytes) !== 0) {
    throw Object.assign(new Error('What was written could not be read back.'), { code: 'EIO' });
  }
}

/** A hard link costs nothing; where there are none (FAT, some shares) a copy does. */
async function keepPrevious(files: FilePort, target: string): Promise<void> {
  const aside = `${target}.bak.tmp`;
  await files.rm(aside, { force: true });
  try {
    await files.link(target, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    await files.copyFile(target, aside);
  }
  await renamePatiently(files, aside, `${target}.bak`);
}

const patienceMs = 3000;

/** Virus scanners and indexers on Windows hold a fresh file for a moment. */
async function renamePatiently(files: FilePort, from: string, to: string): Promise<void> {
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(400, pause * 2)) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (process.platform !== 'win32' || !held || waited > patienceMs) throw error;
      await wait(pause);
    }
  }
}

async function followLink(files: FilePort, path: string): Promise<string> {
  try {
    return await files.realpath(path);
  } catch {
    return path;
  }
}

async function modeOf(files: FilePort, path: string): Promise<number | undefined> {
  try {
    return (await files.stat(path)).mode & 0o777;
  } catch {
    return undefined;
  }
}
