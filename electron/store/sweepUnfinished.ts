/** Removes what a safe write left beside its file when the power went: never read by anybody, only taking space. */
import { join } from 'node:path';
import type { FilePort } from './filePort.ts';

/** The names that `writeFileSafely` gives. */
const unfinished = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** In the profile and its jams' folders. Only while the profile is locked, or a write under way would lose its file. */
export async function sweepUnfinished(files: FilePort, profile: string): Promise<void> {
  const jams = join(profile, 'jams');
  const names = await files.readdir(jams).catch(() => []);
  for (const folder of [profile, ...names.map((name) => join(jams, name))]) {
    for (const name of await files.readdir(folder).catch(() => [])) {
      if (unfinished.test(name)) await files.rm(join(folder, name), { force: true });
    }
  }
}
