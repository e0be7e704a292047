/** Reads a file somebody chose. Bounded before a byte is read, so a file that claims 10 GB costs nothing. */
import { ok, type Result, refuse } from '../../shared/util/result.ts';
import { describeTrouble } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';

export const maxFileBytes = 512 * 1024 * 1024;

export async function readFileBounded(
  files: FilePort,
  path: string,
  name: string,
  limit = maxFileBytes,
): Promise<Result<Uint8Array>> {
  try {
    const handle = await files.open(path, 'r');
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) return refuse('is-folder', `${name} is a folder, not a file.`);
      if (!stat.isFile()) return refuse('not-a-file', `${name} is not a file that Riffroom can open.`);
      if (stat.size > limit)
        return refuse(
          'too-large',
          `This file is larger than ${describeSize(limit)}, more than Riffroom opens: ${name}.`,
        );
      return ok(await readWhole(handle, stat.size));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return describeTrouble(error, name);
  }
}

/** Exactly up to `size`: a file that grows while it is read can't get past the bound. */
async function readWhole(handle: Awaited<ReturnType<FilePort['open']>>, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, 64 * 1024 * 1024), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

function describeSize(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
