import type { RiffKey } from '../model/ids.ts';
import { command } from './command.ts';

/** Cuts a riff link. The idea stays; without another parent it is a root again, under its old call number. */
export const riffRemove = command<{ keys: readonly RiffKey[] }, null>({
  title: 'cut the riff link',
  act: 'riff',
  run({ keys }, scene, write) {
    for (const key of keys) {
      const riff = scene.snapshot.riffs.get(key);
      if (riff !== undefined && !riff.gone)
        write.set('riffs', key, [riff.bond, riff.by, riff.lamport, riff.at, 1]);
    }
    return null;
  },
});
