/** The browser edition's port: a browser's own store belongs to the address, so it should stay the same. */
import { join } from 'node:path';
import * as v from 'valibot';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import type { FilePort } from './filePort.ts';
import { writeFileSafely } from './writeFileSafely.ts';

export const usualPort = 4717;
const schema = v.object({ port: v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)) });
const name = 'port.json';

export async function readPort(files: FilePort, profile: string): Promise<number> {
  const text = await files.readFile(join(profile, name), 'utf8').catch(() => '');
  const parsed = v.safeParse(schema, parseJson(text));
  return parsed.success ? parsed.output.port : usualPort;
}

export async function rememberPort(files: FilePort, profile: string, port: number): Promise<void> {
  await writeFileSafely(files, join(profile, name), toUtf8(JSON.stringify({ port }))).catch(() => undefined);
}
