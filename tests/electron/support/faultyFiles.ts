/** The file port with a disk that fills up or fails: what is written really lands on the real disk until then. */
import * as real from 'node:fs/promises';
import type { FilePort } from '../../../electron/store/filePort.ts';

export interface FaultyDisk {
  readonly files: FilePort;
  /** Bytes that still fit; a write that is cut short writes what fits first, as a real disk does. */
  room: number;
  failSync: boolean;
  failTruncate: boolean;
  failRename: boolean;
  /** Names of the calls, in order: `sync journal`, `rename card.json`. */
  readonly calls: string[];
}

export function createFaultyDisk(): FaultyDisk {
  const disk: FaultyDisk = {
    room: Number.POSITIVE_INFINITY,
    failSync: false,
    failTruncate: false,
    failRename: false,
    calls: [],
    files: {
      ...real,
      open: (async (path: string, flags: string, mode?: number) =>
        wrap(await real.open(path, flags, mode), path.split('/').at(-1) ?? '')) as FilePort['open'],
      rename: async (from, to) => {
        disk.calls.push(`rename ${String(to).split('/').at(-1)}`);
        if (disk.failRename) throw trouble('EACCES');
        await real.rename(from, to);
      },
    },
  };

  function wrap(handle: real.FileHandle, name: string): real.FileHandle {
    const writeBytes = async (bytes: Uint8Array, at: number, length: number, position: number | null) => {
      disk.calls.push(`write ${name}`);
      if (disk.room <= 0) throw trouble('ENOSPC');
      const fits = Math.min(length, disk.room);
      disk.room -= fits;
      return handle.write(bytes, at, fits, position);
    };
    const sync = async (): Promise<void> => {
      disk.calls.push(`sync ${name}`);
      if (disk.failSync) throw trouble('EIO');
    };
    return new Proxy(handle, {
      get(target, key) {
        if (key === 'write') return writeBytes;
        if (key === 'sync' || key === 'datasync') return sync;
        if (key === 'writeFile') {
          return async (bytes: Uint8Array) => {
            for (let at = 0; at < bytes.length; )
              at += (await writeBytes(bytes, at, bytes.length - at, at)).bytesWritten;
          };
        }
        if (key === 'truncate') {
          return async (length: number) => {
            disk.calls.push(`truncate ${name}`);
            if (disk.failTruncate) throw trouble('EIO');
            await target.truncate(length);
          };
        }
        const value = Reflect.get(target, key) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }
  return disk;
}

export function trouble(code: string): Error {
  return Object.assign(new Error(code), { code });
}
