/** A disk that is really full: a small tmpfs, where the machine lets us make one (root on Linux). */
import { execFileSync } from 'node:child_process';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openJournal } from '../../electron/store/journal.ts';
import { writeFileSafely } from '../../electron/store/writeFileSafely.ts';
import { encodeRecords } from '../../shared/log/journalRecord.ts';
import { bodiesIn, recordOf, session } from '../contract/shellContract.ts';
import { tempFolder } from './support/tempFolder.ts';

/** Whether a test of ours may mount here; a container often may not, even as root. */
function mountSmallDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return true;
}

describe('on a disk that is full', () => {
  it('a save reports it and the good copy stays', async ({ skip }) => {
    const folder = await tempFolder();
    if (!mountSmallDisk(folder)) skip();
    const path = join(folder, 'a.riffjam');
    const good = new Uint8Array(100_000).fill(7);
    await writeFileSafely(files, path, good);
    await expect(writeFileSafely(files, path, new Uint8Array(200_000))).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(new Uint8Array(await files.readFile(path))).toEqual(good);
    expect(await files.readdir(folder)).toEqual(['a.riffjam']);
  });

  it('a journal refuses, keeps what it had, and goes on when there is room again', async ({ skip }) => {
    const folder = await tempFolder();
    if (!mountSmallDisk(folder)) skip();
    const opened = await openJournal(files, folder);
    if (!opened.ok) throw new Error(opened.sentence);
    const { journal } = opened.value;
    await journal.append(recordOf(1));
    const large = encodeRecords([{ session, bytes: new Uint8Array(400_000) }]);
    expect(await journal.append(large)).toMatchObject({ ok: false, code: 'disk-full' });
    expect(await journal.append(recordOf(2))).toMatchObject({ ok: true });
    await journal.close();
    expect(bodiesIn(await files.readFile(join(folder, 'journal')))).toEqual([[1], [2]]);
  });
});
