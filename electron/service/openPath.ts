/** A file by its path (argument, dialog, second instance) as something to hand to a page. */
import { basename } from 'node:path';
import type { OpenedFile, OpenRequest } from '../../shared/ipc/shell.ts';
import { ok, type Result } from '../../shared/util/result.ts';
import { readFileBounded } from '../store/readFileBounded.ts';
import type { Machine } from './machine.ts';

export async function openPath(
  machine: Pick<Machine, 'files' | 'handles'>,
  path: string,
): Promise<Result<OpenedFile>> {
  const name = basename(path);
  const read = await readFileBounded(machine.files, path, name);
  return read.ok ? ok({ name, bytes: read.value, handle: machine.handles.handleFor(path) }) : read;
}

export async function requestForPath(
  machine: Pick<Machine, 'files' | 'handles'>,
  path: string,
): Promise<OpenRequest> {
  const opened = await openPath(machine, path);
  return opened.ok ? { kind: 'file', file: opened.value } : { kind: 'trouble', sentence: opened.sentence };
}
