/** Saves a file where a person wanted it: safely, with the previous jam file kept as `.bak`. */
import { basename, extname } from 'node:path';
import type { SavedFile, SaveRequest } from '../../shared/ipc/shell.ts';
import { ok, type Result } from '../../shared/util/result.ts';
import { describeTrouble } from '../store/describeTrouble.ts';
import { writeFileSafely } from '../store/writeFileSafely.ts';
import type { Desk } from './desk.ts';
import type { Machine } from './machine.ts';

export async function saveTo(
  machine: Machine,
  desk: Desk,
  request: SaveRequest,
): Promise<Result<SavedFile | null>> {
  const known = request.handle === null ? null : machine.handles.pathOf(request.handle);
  const path = known ?? (await choose(machine, desk, request));
  if (path === null) return ok(null);
  const name = basename(path);
  try {
    await writeFileSafely(machine.files, path, request.bytes, { keepPrevious: extname(path) === '.riffjam' });
    return ok({ name, handle: machine.handles.handleFor(path) });
  } catch (error) {
    return describeTrouble(error, name);
  }
}

/** Adds the ending that was left out, unless that would write over a file nobody was asked about. */
async function choose(machine: Machine, desk: Desk, request: SaveRequest): Promise<string | null> {
  const path = await desk.chooseTarget(request.name, request.typeName);
  const ending = extname(request.name);
  if (path === null || ending === '' || extname(path) !== '') return path;
  const taken = await machine.files.stat(path + ending).then(
    () => true,
    () => false,
  );
  return taken ? path : path + ending;
}
