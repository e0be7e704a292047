import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileBounded } from '../../electron/store/readFileBounded.ts';
import { tempFolder } from './support/tempFolder.ts';

describe('opening a file', () => {
  it('that is 10 GB long is refused before a byte is read', async () => {
    const path = join(await tempFolder(), 'huge.riffjam');
    const handle = await files.open(path, 'w');
    await handle.truncate(10 * 1024 ** 3);
    await handle.close();
    const before = process.memoryUsage().rss;
    expect(await readFileBounded(files, path, 'huge.riffjam')).toEqual({
      ok: false,
      code: 'too-large',
      sentence: 'This file is larger than 512 MB, more than Riffroom opens: huge.riffjam.',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 ** 2);
  });

  it('gives its bytes, up to the bound', async () => {
    const path = join(await tempFolder(), 'a.md');
    await files.writeFile(path, '12345');
    expect(await readFileBounded(files, path, 'a.md', 5)).toEqual({
      ok: true,
      value: Uint8Array.from([49, 50, 51, 52, 53]),
    });
    expect(await readFileBounded(files, path, 'a.md', 4)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('that is none is refused in words', async () => {
    const folder = await tempFolder();
    expect(await readFileBounded(files, folder, 'folder')).toMatchObject({ code: 'is-folder' });
    expect(await readFileBounded(files, join(folder, 'gone.md'), 'gone.md')).toMatchObject({
      code: 'not-found',
    });
    if (process.platform === 'linux') {
      expect(await readFileBounded(files, '/dev/zero', 'zero.md')).toMatchObject({ code: 'not-a-file' });
    }
  });
});
