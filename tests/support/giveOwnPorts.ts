import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lanPort, ownPort } from '../../electron/store/portStore.ts';

/**
 * A profile that remembers ports which nobody else is likely to use. With the usual ones an app that is closed for a
 * moment would lose its address to one of another test, and those who know it by that address would not find it again.
 */
export function giveOwnPorts(profile: string): void {
  mkdirSync(profile, { recursive: true });
  // Below those that systems give to whoever asks for any.
  const first = 10_000 + 2 * randomInt(10_000);
  for (const [i, { file }] of [ownPort, lanPort].entries()) {
    const path = join(profile, file);
    if (!existsSync(path)) writeFileSync(path, JSON.stringify({ port: first + i }));
  }
}
