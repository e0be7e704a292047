import { errorCode } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';

const notForFolders = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF']);

/** Makes a rename or a new name last through a power cut. Windows and some network disks can't; there it does nothing. */
export async function syncFolder(files: FilePort, folder: string): Promise<void> {
  try {
    const handle = await files.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!notForFolders.has(errorCode(error) ?? '')) throw error;
  }
}
