import { join } from 'node:path';
import { errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';

/** Copies a damaged file to `<name>.damaged-<n>` with the first free number, synced; answers the copy's name. */
export async function keepAside(files: FilePort, folder: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const aside = `${name}.damaged-${n}`;
    try {
      await files.copyFile(join(folder, name), join(folder, aside), 1 /* COPYFILE_EXCL */);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      await removeQuietly(files, join(folder, aside));
      throw error;
    }
    const handle = await files.open(join(folder, aside), 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return aside;
  }
}

async function removeQuietly(files: FilePort, path: string): Promise<void> {
  await files.rm(path, { force: true }).catch(() => undefined);
}
