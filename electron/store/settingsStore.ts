/** This profile's settings. Each field that is missing or damaged falls back to its default alone. */
import { join } from 'node:path';
import * as v from 'valibot';
import { tolerantSettingsSchema } from '../../shared/ipc/pageInputs.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/ipc/shell.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import { ok, type Result } from '../../shared/util/result.ts';
import { describeTrouble } from './describeTrouble.ts';
import type { FilePort } from './filePort.ts';
import { createTurns } from './turns.ts';
import { writeFileSafely } from './writeFileSafely.ts';

export interface SettingsStore {
  current(): Settings;
  save(settings: Settings): Promise<Result<Settings>>;
}

export async function openSettings(files: FilePort, profile: string): Promise<SettingsStore> {
  const path = join(profile, 'settings.json');
  const turns = createTurns();
  let current = await read(files, path);
  return {
    current: () => current,
    save: (settings) =>
      turns.take('settings', async () => {
        try {
          await files.mkdir(profile, { recursive: true });
          await writeFileSafely(files, path, toUtf8(`${JSON.stringify(settings, null, 2)}\n`));
          current = settings;
          return ok(settings);
        } catch (error) {
          return describeTrouble(error, 'your settings');
        }
      }),
  };
}

async function read(files: FilePort, path: string): Promise<Settings> {
  try {
    const parsed = v.safeParse(tolerantSettingsSchema, parseJson(await files.readFile(path, 'utf8')));
    return parsed.success ? parsed.output : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}
