import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '../../shared/util/parseJson.ts';

const packageSchema = v.object({ version: v.pipe(v.string(), v.maxLength(100)) });

/** Riffroom's own version, from the package.json in the app's folder (Electron's differs when run from source). */
export async function readVersion(appFolder: string): Promise<string> {
  const text = await readFile(join(appFolder, 'package.json'), 'utf8').catch(() => '');
  const parsed = v.safeParse(packageSchema, parseJson(text));
  return parsed.success ? parsed.output.version : '0.0.0';
}
