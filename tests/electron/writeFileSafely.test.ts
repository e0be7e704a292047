import * as realFiles from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepUnfinished } from '../../electron/store/sweepUnfinished.ts';
import { writeFileSafely } from '../../electron/store/writeFileSafely.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { createFaultyDisk } from './support/faultyFiles.ts';
import { tempFolder } from './support/tempFolder.ts';

const { readFile, readdir, stat, symlink, writeFile, lstat, chmod } = realFiles;

describe('a safe write', () => {
  it('syncs the new file before the rename and the folder after it', async () => {
    const folder = await tempFolder();
    const disk = createFaultyDisk();
    await writeFileSafely(disk.files, join(folder, 'a.json'), toUtf8('new'));
    const order = disk.calls.map((call) =>
      call.replace(/\.a\.json\.[0-9a-f]+\.tmp/, 'TMP').replace(/riffroom-\w+/, 'FOLDER'),
    );
    expect(order).toEqual(['write TMP', 'sync TMP', 'rename a.json', 'sync FOLDER']);
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new');
  });

  it.each([
    ['a full disk', { room: 2 }, 'ENOSPC'],
    ['a failing sync', { failSync: true }, 'EIO'],
    ['a refused rename', { failRename: true }, 'EACCES'],
  ])('keeps the good copy and leaves nothing beside it: %s', async (_name, fault, code) => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'a.json'), 'good');
    const disk = Object.assign(createFaultyDisk(), fault);
    await expect(writeFileSafely(disk.files, join(folder, 'a.json'), toUtf8('worse'))).rejects.toMatchObject({
      code,
    });
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('good');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('keeps the previous file as .bak where asked', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'a.riffjam');
    for (const text of ['one', 'two', 'three']) {
      await writeFileSafely(realFiles, path, toUtf8(text), { keepPrevious: true });
    }
    expect(await readFile(path, 'utf8')).toBe('three');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['a.riffjam', 'a.riffjam.bak']);
  });

  it('writes through a link and keeps the permissions of the file replaced', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'real.riffjam'), 'old');
    await chmod(join(folder, 'real.riffjam'), 0o640);
    await symlink(join(folder, 'real.riffjam'), join(folder, 'link.riffjam'));
    await writeFileSafely(realFiles, join(folder, 'link.riffjam'), toUtf8('new'));
    expect((await lstat(join(folder, 'link.riffjam'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.riffjam'), 'utf8')).toBe('new');
    expect((await stat(join(folder, 'real.riffjam'))).mode & 0o777).toBe(0o640);
  });

  it('what a crash left unfinished is swept at the next start, and nothing else', async () => {
    const folder = await tempFolder();
    const ours = '.card.json.0123456789ab.tmp';
    const theirs = ['notes.tmp', '.card.json.tmp', 'card.json'];
    await realFiles.mkdir(join(folder, 'jams/a'), { recursive: true });
    for (const name of [ours, ...theirs]) await writeFile(join(folder, 'jams/a', name), '');
    await sweepUnfinished(realFiles, folder);
    expect((await readdir(join(folder, 'jams/a'))).sort()).toEqual([...theirs].sort());
  });
});
