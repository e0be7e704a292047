import * as realFiles from 'node:fs/promises';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FilePort } from '../../electron/store/filePort.ts';
import { type OpenedJournal, openJournal } from '../../electron/store/journal.ts';
import { concatBytes } from '../../shared/util/bytes.ts';
import { bodiesIn, recordOf } from '../contract/shellContract.ts';
import { createFaultyDisk } from './support/faultyFiles.ts';
import { tempFolder } from './support/tempFolder.ts';

async function open(folder: string, files: FilePort = realFiles): Promise<OpenedJournal> {
  const opened = await openJournal(files, folder);
  if (!opened.ok) throw new Error(opened.sentence);
  return opened.value;
}

async function damageIn(folder: string): Promise<string | null> {
  const { damaged, journal } = await open(folder);
  await journal.close();
  return damaged;
}

async function bodiesOnDisk(folder: string): Promise<number[][]> {
  return bodiesIn(await readFile(join(folder, 'journal')));
}

describe('a journal that was cut or damaged', () => {
  it('keeps every record before the cut, at each byte of the last one, and goes on', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'journal');
    const whole = concatBytes(recordOf(1, 1), recordOf(2, 2, 2));
    const last = recordOf(3, 3, 3, 3);
    for (let cut = 0; cut <= last.length; cut++) {
      await writeFile(path, concatBytes(whole, last.subarray(0, cut)));
      const { records, damaged, journal } = await open(folder);
      const complete = cut === last.length;
      const kept = complete
        ? [
            [1, 1],
            [2, 2, 2],
            [3, 3, 3, 3],
          ]
        : [
            [1, 1],
            [2, 2, 2],
          ];
      expect(bodiesIn(records)).toEqual(kept);
      expect(damaged === null).toBe(complete || cut === 0);
      expect(await journal.append(recordOf(9))).toMatchObject({ ok: true });
      await journal.close();
      expect(await bodiesOnDisk(folder)).toEqual([...kept, [9]]);
    }
  });

  it('keeps what stands around damage in the middle, and the damaged file beside it, in words', async () => {
    const folder = await tempFolder();
    const bytes = concatBytes(recordOf(1), recordOf(2, 2, 2, 2), recordOf(3));
    const at = recordOf(1).length + 33;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(join(folder, 'journal'), bytes);
    const { records, damaged, journal } = await open(folder);
    await journal.close();
    expect(bodiesIn(records)).toEqual([[1], [3]]);
    expect(damaged).toMatch(/journal\.damaged-1/);
    expect(await readFile(join(folder, 'journal.damaged-1'))).toEqual(Buffer.from(bytes));
    expect(await bodiesOnDisk(folder)).toEqual([[1], [3]]);
    expect(await damageIn(folder)).toBeNull();
  });

  it('numbers the damaged files and never writes over one', async () => {
    const folder = await tempFolder();
    for (const garbage of ['first', 'second']) {
      await writeFile(join(folder, 'journal'), garbage);
      await (await open(folder)).journal.close();
    }
    expect(await readFile(join(folder, 'journal.damaged-1'), 'utf8')).toBe('first');
    expect(await readFile(join(folder, 'journal.damaged-2'), 'utf8')).toBe('second');
  });

  it('reads a tail of zeros, as a power cut leaves it, as nothing', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'journal'), concatBytes(recordOf(1), new Uint8Array(5000)));
    const { records, damaged, journal } = await open(folder);
    await journal.close();
    expect(bodiesIn(records)).toEqual([[1]]);
    expect(damaged).not.toBeNull();
  });

  it('is refused, and left as it was, when the disk has no room for mending', async () => {
    const folder = await tempFolder();
    const bytes = concatBytes(recordOf(1), Uint8Array.from([1, 2, 3]));
    await writeFile(join(folder, 'journal'), bytes);
    const disk = createFaultyDisk();
    disk.room = 5;
    expect(await openJournal(disk.files, folder)).toMatchObject({ ok: false, code: 'disk-full' });
    expect(await readFile(join(folder, 'journal'))).toEqual(Buffer.from(bytes));
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('appending', () => {
  it('answers only after the sync, and writes together what comes while the disk is busy', async () => {
    const folder = await tempFolder();
    const disk = createFaultyDisk();
    const { journal } = await open(folder, disk.files);
    disk.calls.length = 0;
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => journal.append(recordOf(n))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(disk.calls).toEqual(['write journal', 'sync journal', 'write journal', 'sync journal']);
    await journal.close();
    expect(await bodiesOnDisk(folder)).toEqual([[1], [2], [3], [4], [5]]);
  });

  it('refuses on a full disk, loses nothing of before, and goes on when there is room', async () => {
    const folder = await tempFolder();
    const disk = createFaultyDisk();
    const { journal } = await open(folder, disk.files);
    await journal.append(recordOf(1));
    for (let room = 0; room < recordOf(2, 2).length; room++) {
      disk.room = room;
      const refused = await journal.append(recordOf(2, 2));
      expect(refused).toMatchObject({
        ok: false,
        code: 'disk-full',
        sentence: expect.stringMatching(/^The disk is full/),
      });
      expect(await bodiesOnDisk(folder)).toEqual([[1]]);
      expect((await readFile(join(folder, 'journal'))).length).toBe(recordOf(1).length);
    }
    disk.room = Number.POSITIVE_INFINITY;
    expect(await journal.append(recordOf(3))).toMatchObject({ ok: true });
    await journal.close();
    expect(await bodiesOnDisk(folder)).toEqual([[1], [3]]);
  });

  it('cuts the rest of a failed append off before the next one, when it could not at once', async () => {
    const folder = await tempFolder();
    const disk = createFaultyDisk();
    const { journal } = await open(folder, disk.files);
    await journal.append(recordOf(1));
    disk.room = 7;
    disk.failTruncate = true;
    expect(await journal.append(recordOf(2))).toMatchObject({ ok: false });
    disk.room = Number.POSITIVE_INFINITY;
    expect(await journal.append(recordOf(3))).toMatchObject({ ok: false });
    disk.failTruncate = false;
    expect(await journal.append(recordOf(4))).toMatchObject({ ok: true });
    await journal.close();
    expect(await bodiesOnDisk(folder)).toEqual([[1], [4]]);
    expect(await damageIn(folder)).toBeNull();
  });

  it('does not call kept what could not be synced', async () => {
    const folder = await tempFolder();
    const disk = createFaultyDisk();
    const { journal } = await open(folder, disk.files);
    disk.failSync = true;
    expect(await journal.append(recordOf(1))).toMatchObject({ ok: false, code: 'disk-trouble' });
    disk.failSync = false;
    expect(await journal.append(recordOf(2))).toMatchObject({ ok: true });
    await journal.close();
    expect(await bodiesOnDisk(folder)).toEqual([[2]]);
  });

  it('finishes what was asked before it closes, and refuses after', async () => {
    const folder = await tempFolder();
    const { journal } = await open(folder);
    const asked = Promise.all([journal.append(recordOf(1)), journal.append(recordOf(2))]);
    await journal.close();
    expect(await asked).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await journal.append(recordOf(3))).toMatchObject({ ok: false, code: 'closed' });
    expect(await bodiesOnDisk(folder)).toEqual([[1], [2]]);
  });
});
